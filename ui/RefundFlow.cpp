// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/RefundFlow.h"

#include "server/domain/Random.h"
#include "ui/Answers.h"
#include "ui/MoneyReasons.h"

using Outcome = RefundView::Outcome;

RefundFlow::RefundFlow(MoneyDesk &desk, RefundTracker &tracker, SupervisorPin &pin, Clock &clock, Random &random,
                       QObject *parent)
    : QObject(parent), m_desk(desk), m_tracker(tracker), m_pin(pin), m_clock(clock), m_random(random)
{
    connect(&m_tracker, &RefundTracker::changed, this, &RefundFlow::trackerChanged);
    connect(&m_pin, &SupervisorPin::signedIn, this, &RefundFlow::signedIn);
}

void RefundFlow::open(const std::optional<LastSale> &last)
{
    m_open = true;
    m_last = last;
    const auto &all = m_tracker.all();
    const auto waits = std::find_if(all.begin(), all.end(), [](const auto &each) { return each.needsSupervisor; });
    const auto failed = std::find_if(all.begin(), all.end(), [](const auto &each) { return each.failed(); });
    if (waits == all.end() && failed == all.end())
        return begin();
    m_order.reset();
    m_current = (waits != all.end() ? waits : failed)->written.outRefundNo;
    go(Step::Result);
    trackerChanged();
}

void RefundFlow::openFor(const QString &outTradeNo)
{
    open({});
    if (m_step != Step::Choose)
        return;
    m_tail = outTradeNo;
    load();
}

void RefundFlow::begin()
{
    m_tail.clear();
    m_tailBefore.clear();
    m_orders.clear();
    m_chosen.clear();
    m_current.reset();
    m_page = 0;
    go(Step::Choose);
    load();
}

void RefundFlow::close()
{
    if (!std::exchange(m_open, false))
        return;
    ++m_epoch;
    m_pin.end();
    if (m_current) {
        m_tracker.abandon(*m_current);
        m_tracker.seen(*m_current);
    }
    m_current.reset();
    m_step = Step::Choose;
    emit closed();
}

void RefundFlow::wish(const Wish &wish)
{
    if (wish.kind == Wish::Kind::Cancel)
        return back();
    switch (m_step) {
    case Step::Choose:
        return wishChoose(wish);
    case Step::Amount:
        return wishAmount(wish);
    case Step::Supervisor:
        return m_pin.wish(wish);
    case Step::Result:
        return wishResult(wish);
    }
}

void RefundFlow::back()
{
    switch (m_step) {
    case Step::Choose:
    case Step::Result:
        return close();
    case Step::Amount:
        ++m_epoch;
        m_armedMs = -1;
        return go(Step::Choose);
    case Step::Supervisor:
        break;
    }
    m_pin.end();
    if (const auto current = std::exchange(m_current, {}))
        m_tracker.abandon(*current);
    if (!m_order)
        return close(); // it was taken up from an earlier run
    go(Step::Amount);
}

void RefundFlow::wishChoose(const Wish &wish)
{
    switch (wish.kind) {
    case Wish::Kind::Type:
        return type(wish.text);
    case Wish::Kind::Backspace:
        m_tail.chop(1);
        return findSoon();
    case Wish::Kind::Clear:
        m_tail.clear();
        return findSoon();
    case Wish::Kind::TakeBack:
        return takeBack(wish.count);
    case Wish::Kind::Scanned:
        return scanned(wish.text);
    case Wish::Kind::Query:
        return load();
    case Wish::Kind::RowUp:
        return move(-1);
    case Wish::Kind::RowDown:
        return move(1);
    case Wish::Kind::MoreRows:
        ++m_page;
        return emit changed();
    case Wish::Kind::Pick:
        if (order(wish.text))
            m_chosen = wish.text;
        return say(Say::Nothing);
    case Wish::Kind::Pay:
        return takeSale();
    default:
        return;
    }
}

void RefundFlow::type(const QString &key)
{
    m_tailBefore.append(m_tail);
    if (m_tailBefore.size() > AmountEntry::keptSteps)
        m_tailBefore.removeFirst();
    const bool digits = std::all_of(key.begin(), key.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!digits || m_tail.size() + key.size() > longestTail)
        return emit refusedSound();
    m_tail += key;
    findSoon();
}

void RefundFlow::takeBack(int keys)
{
    for (; keys > 0 && !m_tailBefore.isEmpty(); --keys)
        m_tail = m_tailBefore.takeLast();
    findSoon();
}

/// The customer's bill, or our receipt: both carry a whole number. A payment code is nobody's to show.
void RefundFlow::scanned(const QString &text)
{
    const bool digits = std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const int head = text.left(2).toInt();
    if (digits && text.size() == 18 && head >= 10 && head <= 15)
        return emit refusedSound();
    if (!OutTradeNo::parse(text))
        return emit refusedSound();
    m_tail = text;
    load();
}

void RefundFlow::findSoon()
{
    const int epoch = ++m_epoch;
    m_clock.callAfter(std::chrono::milliseconds(findAfterMs), this, [this, epoch] {
        if (epoch == m_epoch)
            load();
    });
    emit changed();
}

void RefundFlow::load()
{
    const int epoch = ++m_epoch;
    say(Say::Loading);
    whenAnswered(m_desk.paidOrders(m_tail), this, [this, epoch](const Result<QList<Order>> &answer) {
        if (epoch == m_epoch && m_open)
            loaded(answer);
    });
}

void RefundFlow::loaded(const Result<QList<Order>> &answer)
{
    m_orders = answer ? answer->mid(0, mostSales) : QList<Order>();
    m_page = 0;
    if (!order(m_chosen))
        chooseFirst();
    if (!answer)
        return refuse(Say::NotRead);
    say(m_orders.isEmpty() ? Say::NoneFound : Say::Nothing);
}

/// The till's own last sale, where that was; in a shop with many tills the newest one may be another's.
void RefundFlow::chooseFirst()
{
    const auto isLast = [this](const Order &each) { return m_last && each.outTradeNo.text() == m_last->outTradeNo; };
    const auto last = m_tail.isEmpty() ? std::find_if(m_orders.begin(), m_orders.end(), isLast) : m_orders.end();
    m_chosen = m_orders.isEmpty()       ? QString()
               : last == m_orders.end() ? m_orders.front().outTradeNo.text()
                                        : last->outTradeNo.text();
}

void RefundFlow::move(int rows)
{
    const auto at = std::find_if(m_orders.begin(), m_orders.end(),
                                 [this](const Order &each) { return each.outTradeNo.text() == m_chosen; });
    const qsizetype to = at == m_orders.end() ? 0 : at - m_orders.begin() + rows;
    if (to < 0 || to >= m_orders.size())
        return emit refusedSound();
    m_chosen = m_orders[to].outTradeNo.text();
    say(Say::Nothing);
}

void RefundFlow::takeSale()
{
    const Order *chosen = order(m_chosen);
    if (!chosen || m_say == Say::Loading)
        return emit refusedSound();
    const Money left = saleOf(*chosen).left;
    if (left.isZero())
        return refuse(Say::NothingLeft);
    m_order = *chosen;
    m_past.clear();
    m_entry = AmountEntry::of(left).restored();
    m_reason = MoneyReasons::ofRefund().front();
    m_armedMs = -1;
    go(Step::Amount);
    whenAnswered(m_desk.refundsOf(m_order->outTradeNo), this,
                 [this, epoch = m_epoch](const Result<QList<Refund>> &answer) {
                     if (epoch != m_epoch || !answer)
                         return; // they are only shown; the server judges
                     m_past = *answer;
                     emit changed();
                 });
}

void RefundFlow::wishAmount(const Wish &wish)
{
    const auto reasons = MoneyReasons::ofRefund();
    switch (wish.kind) {
    case Wish::Kind::Type:
        return amountEdited(m_entry.type(wish.text));
    case Wish::Kind::Backspace:
        m_entry.backspace();
        return amountEdited(AmountEntry::Refusal::None);
    case Wish::Kind::Clear:
        m_entry.clear();
        return amountEdited(AmountEntry::Refusal::None);
    case Wish::Kind::TakeBack:
        m_entry.takeBack(wish.count);
        return amountEdited(AmountEntry::Refusal::None);
    case Wish::Kind::RowUp:
    case Wish::Kind::RowDown:
        m_reason = MoneyReasons::besideOf(reasons, m_reason, wish.kind == Wish::Kind::RowUp ? -1 : 1);
        return emit changed();
    case Wish::Kind::Reason:
        if (reasons.contains(MoneyReason(wish.count)))
            m_reason = MoneyReason(wish.count);
        return emit changed();
    case Wish::Kind::Pay:
        return pay();
    case Wish::Kind::Scanned:
        return emit refusedSound();
    default:
        return;
    }
}

/// The amount is another one: what was asked about the old one is over.
void RefundFlow::amountEdited(AmountEntry::Refusal refusal)
{
    m_armedMs = -1;
    say(m_entry.total() > saleOf(*m_order).left ? Say::TooMuch : Say::Nothing);
    if (refusal != AmountEntry::Refusal::None)
        emit refusedSound();
}

void RefundFlow::pay()
{
    const Money amount = m_entry.total();
    if (amount.isZero() || !m_entry.isComplete())
        return emit refusedSound();
    if (amount > saleOf(*m_order).left)
        return refuse(Say::TooMuch);
    const qint64 nowMs = m_clock.steadyMs();
    if (m_armedMs < 0) {
        m_armedMs = nowMs;
        return say(Say::PressAgain);
    }
    if (nowMs - m_armedMs >= secondPressAfterMs)
        submit();
}

void RefundFlow::submit()
{
    m_armedMs = -1;
    if (m_tracker.isFull())
        return refuse(Say::TooManyUnderWay);
    const auto number = OutRefundNo::make(m_clock, m_random);
    m_current = number;
    const auto asked =
        m_tracker.ask({number, m_order->outTradeNo, m_entry.total(), MoneyReasons::toText(m_reason), m_clock.now()});
    if (!asked) {
        m_current.reset();
        return refuse(Say::NotStored);
    }
    if (m_step == Step::Amount)
        go(Step::Result);
}

void RefundFlow::wishResult(const Wish &wish)
{
    if (wish.kind == Wish::Kind::Pay || wish.kind == Wish::Kind::NextSale)
        return close();
    if (wish.kind != Wish::Kind::Refund)
        return emit refusedSound(); // the next sale is typed on its own page
    if (m_current)
        m_tracker.seen(*m_current);
    begin();
}

void RefundFlow::trackerChanged()
{
    const auto all = m_tracker.all();
    for (const auto &each : all) {
        const bool onScreen = m_open && m_current && each.written.outRefundNo == *m_current;
        if (each.outcome == Outcome::Done && !onScreen)
            m_tracker.seen(each.written.outRefundNo); // good news is in the order's own line
    }
    const auto *tracked = m_current ? m_tracker.find(*m_current) : nullptr;
    if (m_open && tracked && tracked->needsSupervisor && m_step != Step::Supervisor) {
        go(Step::Supervisor);
        m_pin.begin();
    }
    emit changed();
}

void RefundFlow::signedIn(const LoginDesk::Session &session)
{
    if (!m_open || m_step != Step::Supervisor || !m_current)
        return;
    m_pin.end();
    go(Step::Result);
    m_tracker.askAs(*m_current, session.token);
}

void RefundFlow::go(Step step, Say say)
{
    m_step = step;
    m_say = say;
    emit changed();
}

void RefundFlow::say(Say say)
{
    m_say = say;
    emit changed();
}

void RefundFlow::refuse(Say why)
{
    say(why);
    emit refusedSound();
}

const Order *RefundFlow::order(const QString &number) const
{
    const auto found = std::find_if(m_orders.begin(), m_orders.end(),
                                    [&number](const Order &each) { return each.outTradeNo.text() == number; });
    return found == m_orders.end() ? nullptr : &*found;
}
