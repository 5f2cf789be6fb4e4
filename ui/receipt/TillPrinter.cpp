// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/receipt/TillPrinter.h"

#include "server/domain/BillJson.h"
#include "ui/Answers.h"
#include "ui/receipt/SampleReceipt.h"

using Print = ReceiptSettings::Print;
using State = PrintJob::State;

TillPrinter::TillPrinter(std::unique_ptr<PrintQueue> queue, HistoryDesk &orders, LoginDesk &people, Clock &clock,
                         const Shop &shop, QObject *parent)
    : QObject(parent), m_queue(std::move(queue)), m_orders(orders), m_people(people), m_clock(clock), m_shop(shop)
{
    connect(m_queue.get(), &PrintQueue::changed, this, &TillPrinter::changed);
    connect(m_queue.get(), &PrintQueue::tested, this, &TillPrinter::tested);
    connect(m_queue.get(), &PrintQueue::printed, this, [this](const QString &id) {
        mark(id, "printed");
        letOldOnesGo();
    });
    connect(m_queue.get(), &PrintQueue::failed, this, [this](const QString &id) { mark(id, "print_failed"); });
    connect(m_queue.get(), &PrintQueue::uncertain, this, [this](const QString &id) { mark(id, "print_unclear"); });
}

PrintingView TillPrinter::view() const
{
    PrintingView view{.possible = m_shop.hasPrinter, .say = m_say};
    if (!m_shop.hasPrinter)
        return view;
    view.isOffered = m_shop.receipt.print != Print::Never;
    view.isFirst =
        m_shop.receipt.print == Print::Ask && !m_sold.isEmpty() && !m_queue->wasAskedFor(m_sold.back().subject());
    if (const PrintJob *job = inTrouble())
        view.trouble = job->trouble;
    return view;
}

void TillPrinter::use(const Shop &shop, std::unique_ptr<ReceiptPrinter> printer)
{
    m_shop = shop;
    m_queue->use(std::move(printer));
    emit changed();
}

void TillPrinter::test()
{
    m_queue->printTest(SampleReceipt::of(m_shop.identity, m_shop.receipt, m_clock.now()));
}

/// The terms are what the till itself asked for: a push does not bring the goods.
void TillPrinter::sold(const Order &order, const SaleTerms &terms)
{
    if (!m_shop.hasPrinter)
        return;
    Order whole = order;
    if (const auto bill = Json::toBill(terms.bill); bill && !whole.bill)
        whole.bill = *bill;
    if (terms.tender == Tender::Cash && !whole.cashReceived)
        whole.cashReceived = terms.received;
    if (whole.tenderName.isEmpty())
        whole.tenderName = terms.tenderName;
    m_sold.append(SaleReceipt::of(whole, m_shop.identity, m_shop.receipt, m_cashier, m_clock.now()));
    if (m_sold.size() > keptSales)
        m_sold.removeFirst();
    if (m_shop.receipt.print == Print::Always)
        m_waiting.append(m_sold.back());
    m_paintAwaited = true;
    m_clock.callAfter(unpaintedAfter, this, [this] { flush(); });
}

/// Still inside the paint: the fsync of the queue comes when this screen, and the customer's, are on the glass.
void TillPrinter::painted()
{
    if (m_paintAwaited)
        m_clock.callAfter(settleAfter, this, [this] { flush(); });
}

void TillPrinter::openDrawer()
{
    if (!m_shop.hasPrinter)
        return;
    if (m_paintAwaited)
        m_drawerWaits = true;
    else
        m_queue->openDrawer();
}

void TillPrinter::flush()
{
    if (!std::exchange(m_paintAwaited, false))
        return;
    if (std::exchange(m_drawerWaits, false))
        m_queue->openDrawer();
    const auto waiting = std::exchange(m_waiting, {});
    for (const Receipt &receipt : waiting)
        print(receipt);
    emit changed();
}

void TillPrinter::refunded(const JournalRefund &refund, const QDateTime &at)
{
    if (!m_shop.hasPrinter || !m_shop.receipt.refunds)
        return;
    const ReceiptRefund back{refund.outRefundNo.text(), refund.amount, refund.reason,
                             at.isValid() ? at : m_clock.now()};
    const QString subject = refund.outTradeNo.text() + u'/' + back.number;
    if (m_queue->wasAskedFor(subject)) // it is told again at each start until somebody has seen it
        return;
    read(refund.outTradeNo, mostReads, [this, back](Receipt receipt) {
        receipt.refund = back;
        print(receipt);
    });
}

void TillPrinter::wish(const QString &lastSale)
{
    if (!m_shop.hasPrinter)
        return refuse(Say::NoPrinter);
    flush();
    const Receipt *last = soldHere(lastSale);
    const bool unasked = last && !m_queue->wasAskedFor(last->subject()); // its customer stands there
    if (const PrintJob *job = inTrouble(); job && !unasked)
        return again(Receipt(job->receipt));
    if (lastSale.isEmpty())
        return refuse(Say::NothingYet);
    reprint(lastSale);
}

void TillPrinter::reprint(const QString &outTradeNo)
{
    if (!m_shop.hasPrinter)
        return refuse(Say::NoPrinter);
    if (const Receipt *known = soldHere(outTradeNo))
        return again(Receipt(*known));
    if (const auto number = OutTradeNo::parse(outTradeNo))
        read(*number, 1, [this](const Receipt &receipt) { again(receipt); });
}

void TillPrinter::print(const Receipt &receipt)
{
    asked(receipt, m_queue->print(receipt));
}

/// A person wants it. What this till sold and never asked for is no copy; for all else one may be on somebody's paper.
void TillPrinter::again(const Receipt &receipt)
{
    const qint64 nowMs = m_clock.steadyMs();
    if (nowMs - std::exchange(m_pressedMs, nowMs) < secondPressAfterMs)
        return;
    const bool first = !receipt.refund && soldHere(receipt.orderNumber) && !m_queue->wasAskedFor(receipt.subject());
    asked(receipt, first ? m_queue->print(receipt) : m_queue->printAgain(receipt));
}

void TillPrinter::asked(const Receipt &receipt, const Result<void> &answer)
{
    mark(receipt.id(), "print_asked");
    if (answer)
        return say(Say::Nothing);
    mark(receipt.id(), "print_failed");
    say(Say::NotKept);
}

void TillPrinter::read(const OutTradeNo &number, int tries, const Then &then)
{
    whenAnswered(m_orders.order(number), this, [this, number, tries, then](const Result<Order> &answer) {
        if (answer && answer->isPaid())
            return nameCashier(*answer, then);
        if (answer || tries <= 1)
            return say(Say::NotRead);
        m_clock.callAfter(readAgainAfter, this, [this, number, tries, then] { read(number, tries - 1, then); });
    });
}

/// The books hold an id. Where nobody tells whose it is, the receipt goes without.
void TillPrinter::nameCashier(const Order &order, const Then &then)
{
    const auto make = [this, order, then](const QString &cashier) {
        then(SaleReceipt::of(order, m_shop.identity, m_shop.receipt, cashier, order.createdAt));
    };
    if (order.operatorId.isEmpty())
        return make({});
    whenAnswered(m_people.people(), this, [order, make](const Result<LoginDesk::People> &answer) {
        const QList<Person> people = answer ? answer->people : QList<Person>();
        const auto found = std::find_if(people.begin(), people.end(),
                                        [&order](const Person &person) { return person.id == order.operatorId; });
        make(found == people.end() ? QString() : found->name);
    });
}

/// The printer works again, and the customers of those have gone: they are in the orders, for whoever comes back.
void TillPrinter::letOldOnesGo()
{
    const QDateTime eldest = m_clock.now().addMSecs(-std::chrono::milliseconds(PrintQueue::giveUpAfter).count());
    const QList<PrintJob> all = m_queue->jobs();
    for (const PrintJob &job : all) {
        if (job.at <= eldest && (job.givenUp || job.state == State::Uncertain))
            m_queue->letGo(job.id());
    }
}

void TillPrinter::say(Say say)
{
    m_say = say;
    const int number = ++m_says;
    emit changed();
    if (say == Say::Nothing)
        return;
    m_clock.callAfter(sayFor, this, [this, number] {
        if (number == m_says)
            this->say(Say::Nothing);
    });
}

void TillPrinter::refuse(Say why)
{
    say(why);
    emit refusedSound();
}

void TillPrinter::mark(const QString &id, const char *what)
{
    if (const auto number = OutTradeNo::parse(id.section(u'/', 0, 0)))
        emit marked(*number, QLatin1String(what));
}

const Receipt *TillPrinter::soldHere(const QString &outTradeNo) const
{
    const auto found = std::find_if(m_sold.begin(), m_sold.end(),
                                    [&outTradeNo](const Receipt &each) { return each.orderNumber == outTradeNo; });
    return found == m_sold.end() ? nullptr : &*found;
}

const PrintJob *TillPrinter::inTrouble() const
{
    const auto &jobs = m_queue->jobs();
    const auto found = std::find_if(jobs.rbegin(), jobs.rend(),
                                    [](const PrintJob &job) { return job.trouble != PrinterTrouble::None; });
    return found == jobs.rend() ? nullptr : &*found;
}
