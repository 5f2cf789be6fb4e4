// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/SaleFlow.h"

#include "ui/Answers.h"

using namespace std::chrono_literals;

SaleFlow::SaleFlow(PaymentDesk &desk, Journal &journal, Clock &clock, Random &random, const SaleSettings &settings,
                   QObject *parent)
    : QObject(parent), m_desk(desk), m_journal(journal), m_clock(clock), m_random(random), m_settings(settings),
      m_notice(clock), m_parked(desk, clock, settings.training), m_closed(desk, clock)
{
    m_settings.paidSeconds = std::clamp(m_settings.paidSeconds, 2, 10);
    m_view.training = m_settings.training;
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
    });
    connect(&m_closed, &ClosedAttempts::paid, this, &SaleFlow::parkedPaid);
}

void SaleFlow::wish(const Wish &wish)
{
    switch (wish.kind) {
    case Wish::Kind::Type:
        return type(wish.text);
    case Wish::Kind::Backspace:
        return edit(&AmountEntry::backspace);
    case Wish::Kind::Clear:
        return edit(&AmountEntry::clear);
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
    case Wish::Kind::Lock:
    case Wish::Kind::Person:
    case Wish::Kind::MorePeople:
    case Wish::Kind::SignInOnly: // the above are LoginFlow's
    case Wish::Kind::Diagnostics:
    case Wish::Kind::Export: // and these TimelineFlow's
    case Wish::Kind::Inbox:
    case Wish::Kind::RowUp:
    case Wish::Kind::RowDown:
    case Wish::Kind::Pick:
    case Wish::Kind::MoreRows:
    case Wish::Kind::Reason:
    case Wish::Kind::Honour:
    case Wish::Kind::GiveBack:
    case Wish::Kind::Decided:
    case Wish::Kind::Find:
    case Wish::Kind::Earlier:
    case Wish::Kind::Later:
    case Wish::Kind::Today:
    case Wish::Kind::Filter:
    case Wish::Kind::Check:
    case Wish::Kind::Reprint: // and these BackOffice's
        return;
    case Wish::Kind::Refund:
        return finishFirst();
    }
}

void SaleFlow::type(const QString &key)
{
    // The next sale ends Paid after 1.5 s; an amount that was begun before goes on where it stands.
    if (m_phase == Phase::Cancelled || (m_phase == Phase::Paid && m_canLeavePaid && m_next.isEmpty()))
        leave();
    const auto refusal = writable().type(key);
    touched();
    if (refusal == AmountEntry::Refusal::ThirdDecimal)
        m_notice.flash({Notice::Kind::ThirdDecimal}, 3s);
    else if (refusal == AmountEntry::Refusal::AmountTooLarge)
        m_notice.flash({Notice::Kind::AmountTooLarge}, 3s);
    refresh();
    if (refusal != AmountEntry::Refusal::None)
        emit refusedSound();
}

void SaleFlow::edit(void (AmountEntry::*change)())
{
    if (m_phase == Phase::Cancelled)
        leave();
    (writable().*change)();
    touched();
    refresh();
}

void SaleFlow::takeBack(int keys)
{
    writable().takeBack(keys);
    touched();
    refresh();
}

/// Until the till takes payment codes, it says so; a code it mistook for goods would look like nothing happened.
void SaleFlow::scanned(const QString &text)
{
    const bool digits = std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const int head = text.left(2).toInt();
    const bool paymentCode = digits && text.size() == 18 && head >= 10 && head <= 15;
    Notice notice{paymentCode ? Notice::Kind::PaymentCodeScanned : Notice::Kind::GoodsScanned, m_clock.now()};
    if (!paymentCode)
        notice.code = text.left(32); // never a payment code: whoever knows it can be paid with it
    m_notice.flash(notice, 5s);
    refresh();
}

void SaleFlow::pay()
{
    switch (m_phase) {
    case Phase::Idle:
        return tryPay();
    case Phase::Paid: {
        if (!m_canLeavePaid)
            return refuse();
        const bool typedAhead = !m_next.isEmpty();
        leave();
        if (typedAhead)
            tryPay();
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

void SaleFlow::tryPay()
{
    const Money amount = m_entry.total();
    if (amount.isZero() || !m_entry.isComplete())
        return refuse();
    if (!pressedEnough(amount))
        return;
    m_armedMs = -1;
    m_notice.end(Notice::Kind::SecondPressForBigAmount);
    m_notice.end(Notice::Kind::SameAmountUnresolved);
    const AmountEntry entry = m_entry;
    if (!begin(amount, {}))
        return;
    m_saved = entry;
    m_entry = {};
    refresh();
    place();
}

bool SaleFlow::pressedEnough(Money amount)
{
    const bool mayBePaid = m_parked.hasLately(amount);
    if (!mayBePaid && amount <= m_settings.bigAmount)
        return true;
    const qint64 nowMs = m_clock.steadyMs();
    if (m_armedMs >= 0)
        return nowMs - m_armedMs >= secondPressAfterMs;
    m_armedMs = nowMs;
    const auto kind = mayBePaid ? Notice::Kind::SameAmountUnresolved : Notice::Kind::SecondPressForBigAmount;
    m_notice.flash({kind, m_clock.now(), amount}, 1h); // until it is pressed or the amount changes
    refresh();
    return false;
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
    if (begin(old.amount(), old.written.sale)) {
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
        m_notice.flash({Notice::Kind::QueryFailed, m_clock.now()}, 5s);
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

/// The amount is another one: what was asked or said about the old one is over.
void SaleFlow::touched()
{
    m_armedMs = -1;
    m_notice.endSlip();
    if (m_phase == Phase::Idle)
        m_notice.set({});
}

AmountEntry &SaleFlow::writable()
{
    return m_phase == Phase::Idle || m_phase == Phase::Cancelled ? m_entry : m_next;
}

void SaleFlow::refuse()
{
    emit refusedSound();
}
