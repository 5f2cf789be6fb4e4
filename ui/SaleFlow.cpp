// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/SaleFlow.h"

#include "ui/Answers.h"

using namespace std::chrono_literals;

SaleFlow::SaleFlow(PaymentDesk &desk, Journal &journal, Clock &clock, Random &random, const SaleSettings &settings,
                   const RingUp::Around &around, QObject *parent)
    : QObject(parent), m_desk(desk), m_journal(journal), m_clock(clock), m_random(random), m_settings(settings),
      m_notice(clock), m_parked(desk, clock, settings.training), m_closed(desk, clock),
      m_ringUp(clock, around, settings.selling)
{
    m_settings.paidSeconds = std::clamp(m_settings.paidSeconds, 2, 10);
    m_view.training = m_settings.training;
    m_view.selling.layout = m_settings.selling.layout;
    connect(&m_desk, &PaymentDesk::orderChanged, this, &SaleFlow::hearPush);
    connect(&m_desk, &PaymentDesk::onlineChanged, this, &SaleFlow::setOnline);
    connect(&m_desk, &PaymentDesk::casesChanged, this, [this](int open) {
        m_cases = open;
        refresh();
    });
    connect(&m_notice, &NoticeLine::faded, this, &SaleFlow::refresh);
    connect(&m_parked, &ParkedAttempts::paid, this, &SaleFlow::parkedPaid);
    connect(&m_parked, &ParkedAttempts::unpaid, this, &SaleFlow::parkedUnpaid);
    connect(&m_parked, &ParkedAttempts::odd, this, &SaleFlow::parkedOdd);
    connect(&m_closed, &ClosedAttempts::caseOpened, this, [this](const Attempt &, const Order &order) {
        m_notice.flash(caseNotice(order), 30s);
        refresh();
        emit attentionSound();
    });
    connect(&m_closed, &ClosedAttempts::paid, this, &SaleFlow::parkedPaid);
    connect(&m_ringUp, &RingUp::rang, this, &SaleFlow::touched);
    connect(&m_ringUp, &RingUp::changed, this, &SaleFlow::refresh);
    connect(&m_ringUp, &RingUp::refused, this, &SaleFlow::refuse);
    connect(&m_ringUp, &RingUp::tendered, this, &SaleFlow::tryPay);
    connect(&m_ringUp, &RingUp::said, this, [this](const Notice &notice, int seconds) {
        m_notice.flash(notice, std::chrono::seconds(seconds));
        refresh();
    });
}

void SaleFlow::use(const SaleSettings &settings)
{
    m_settings.bigAmount = settings.bigAmount;
    m_settings.paidSeconds = std::clamp(settings.paidSeconds, 2, 10);
    m_settings.selling.pickup = settings.selling.pickup;
    m_armedMs = -1; // a first press was for the old limit
    if (m_view.selling.layout != settings.selling.layout)
        m_ringUp.setLayout(settings.selling.layout);
    refresh();
}

void SaleFlow::wish(const Wish &wish)
{
    if (m_ringUp.takes(wish))
        return ring(wish);
    switch (wish.kind) {
    case Wish::Kind::Type:
        return type(wish.text);
    case Wish::Kind::Backspace:
        return edit(&Basket::backspace);
    case Wish::Kind::Clear:
        return edit(&Basket::clear);
    case Wish::Kind::TakeBack:
        return takeBack(wish.count);
    case Wish::Kind::Scanned:
        return scanned(wish.text);
    case Wish::Kind::Pay:
        return pay();
    case Wish::Kind::Cancel:
        return cancel();
    case Wish::Kind::Query:
        return query();
    case Wish::Kind::NewCode:
        return newCode();
    case Wish::Kind::NextSale:
        return nextSale();
    case Wish::Kind::MockPay:
        return mockPay();
    case Wish::Kind::ShowCustomer:
        return showCustomer();
    case Wish::Kind::Refund:
        return finishFirst();
    case Wish::Kind::Drawer:
        return drawer();
    default:
        return; // LoginFlow's, TimelineFlow's, BackOffice's
    }
}

void SaleFlow::pay()
{
    switch (m_phase) {
    case Phase::Idle:
        return tryPay({});
    case Phase::Paid: {
        if (!m_canLeavePaid)
            return refuse();
        const bool typedAhead = !m_next.isEmpty();
        leave();
        if (typedAhead)
            tryPay({});
        return;
    }
    case Phase::Cancelled:
    case Phase::Expired:
        return leave(); // with the amount to be seen; charging again takes another press
    case Phase::Creating:
    case Phase::Waiting:
    case Phase::Closing:
    case Phase::Resuming:
    case Phase::CallManager:
        return; // pressed twice is pressed once
    }
}

void SaleFlow::cancel()
{
    if (m_customerEyes) {
        m_customerEyes = false;
        return refresh();
    }
    const qint64 nowMs = m_clock.steadyMs();
    switch (m_phase) {
    case Phase::Idle:
        m_armedMs = -1;
        return refresh();
    case Phase::Paid:
        return; // what is paid cannot be cancelled; the screen says so by being green
    case Phase::Cancelled:
    case Phase::Expired:
        return leave();
    case Phase::Closing:
        if (m_purpose == Purpose::NewCode)
            m_purpose = Purpose::Cancel; // no new one after all
        return refresh();
    case Phase::Resuming:
    case Phase::Creating:
    case Phase::Waiting:
    case Phase::CallManager:
        break;
    }
    if (m_cancelAskedMs >= 0 && nowMs - m_cancelAskedMs <= cancelAskedForMs)
        return cancelForSure();
    m_cancelAskedMs = nowMs;
    m_notice.end(Notice::Kind::ParkedPaid);
    const auto kind = m_phase == Phase::CallManager ? Notice::Kind::AskLeave : Notice::Kind::AskCancel;
    m_notice.flash({kind, m_clock.now(), m_attempt->amount()}, std::chrono::milliseconds(cancelAskedForMs));
    refresh();
}

void SaleFlow::cancelForSure()
{
    m_notice.end(Notice::Kind::AskCancel);
    m_notice.end(Notice::Kind::AskLeave);
    mark("cancel");
    if (m_phase != Phase::CallManager)
        return startClosing(Purpose::Cancel);
    (void)m_journal.ended(m_attempt->number(), QStringLiteral("manager"));
    if (m_caseOpen)
        m_closed.add(*m_attempt, true);
    leave();
}

void SaleFlow::query()
{
    const bool asks = m_phase == Phase::Waiting || m_phase == Phase::Closing || m_phase == Phase::Expired;
    if (m_phase == Phase::Creating && !m_placing)
        return place(); // there is nothing to ask about yet but the code itself
    if (!asks || m_querying)
        return;
    m_querying = true;
    mark("query_key");
    refresh();
    const OutTradeNo number = m_attempt->number();
    whenAnswered(m_desk.query(number), this, [this, number](const Result<Order> &answer) { queried(number, answer); });
}

void SaleFlow::queried(const OutTradeNo &number, const Result<Order> &answer)
{
    if (!isCurrent(number)) {
        if (answer)
            m_parked.hear(*answer);
        return;
    }
    m_querying = false;
    mark("query_answered");
    if (answer)
        hear(*answer);
    const bool open = m_phase == Phase::Waiting || m_phase == Phase::Closing || m_phase == Phase::Expired;
    if (open && isCurrent(number)) {
        Notice notice{answer ? Notice::Kind::QueriedUnpaid : Notice::Kind::QueryFailed, m_clock.now()};
        notice.amount = m_attempt->amount();
        m_notice.set(notice);
    }
    refresh();
}

void SaleFlow::newCode()
{
    if (m_phase == Phase::Waiting)
        return startClosing(Purpose::NewCode); // never a second code while the first could still be paid
    if (m_phase != Phase::Expired)
        return;
    const Attempt old = *m_attempt;
    if (begin({old.amount(), old.written.sale, old.terms(), {}})) {
        refresh();
        place();
    }
}

void SaleFlow::nextSale()
{
    if (m_phase == Phase::Paid && !m_canLeavePaid)
        return refuse();
    if (m_phase == Phase::Paid || m_phase == Phase::Cancelled || m_phase == Phase::Expired)
        return leave();
    if (m_phase == Phase::CallManager)
        cancel();
}

/// The practice customer. The till hears of it like of any other payment, or it does not turn green.
void SaleFlow::mockPay()
{
    if (!m_settings.training || m_phase != Phase::Waiting)
        return;
    const OutTradeNo number = m_attempt->number();
    whenAnswered(m_desk.mockPay(number), this, [this, number](const Result<void> &answer) {
        if (answer || !isCurrent(number) || m_phase != Phase::Waiting)
            return;
        const bool unable = answer.error().code == ErrorCode::NotFound; // its simulator is a program of its own
        m_notice.flash({unable ? Notice::Kind::NoMockHere : Notice::Kind::QueryFailed, m_clock.now()}, 5s);
        refresh();
    });
}

void SaleFlow::showCustomer()
{
    if (m_phase == Phase::Waiting)
        m_customerEyes = !m_customerEyes;
    refresh();
}

/// One thing after the other: money goes back when no sale is under way.
void SaleFlow::finishFirst()
{
    m_notice.flash({Notice::Kind::FinishSaleFirst, m_clock.now()}, 5s);
    refresh();
    refuse();
}

/// Where somebody is handed change, and where it is counted.
void SaleFlow::drawer()
{
    if (m_phase == Phase::Idle || m_phase == Phase::Paid)
        emit drawerWished();
    else
        refuse();
}

void SaleFlow::refuse()
{
    emit refusedSound();
}
