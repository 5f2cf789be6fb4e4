// SPDX-License-Identifier: GPL-3.0-or-later
// What SaleFlow does with what the server says about an attempt, until it is off the screen.
#include "ui/SaleFlow.h"

#include "ui/Answers.h"

using namespace std::chrono_literals;

void SaleFlow::hearPush(const Order &order)
{
    if (isCurrent(order.outTradeNo))
        mark("push_heard");
    hear(order);
}

void SaleFlow::hear(const Order &order)
{
    const bool settled = m_phase == Phase::Paid || m_phase == Phase::Cancelled || m_phase == Phase::CallManager;
    if (!isCurrent(order.outTradeNo) || (settled && !m_caseOpen)) {
        m_parked.hear(order);
        return m_closed.hear(order);
    }
    if (order.seq < m_attempt->seq)
        return;
    m_attempt->seq = order.seq;
    m_attempt->pickupNo = order.pickupNo;
    if (m_phase == Phase::CallManager && order.openCase)
        return; // it still waits
    if (callForOdd(order))
        return;
    if (m_phase == Phase::CallManager)
        return decided(order);
    m_attempt->takeDeadline(order);
    if (order.isPaid())
        return paid(order);
    if (order.isFinal())
        return endedUnpaid();
    if (m_phase == Phase::Closing || m_phase == Phase::Expired)
        return;
    if (order.closing) { // by the server, at its deadline, or by somebody else
        const bool late = m_attempt->deadlineSteadyMs >= 0 && m_attempt->deadlineSteadyMs - m_clock.steadyMs() < 3000;
        return startClosing(late ? Purpose::Expire : Purpose::Cancel);
    }
    m_attempt->codeUrl = order.codeUrl;
    if (m_phase == Phase::Waiting)
        refresh();
    else if (!order.codeUrl.isEmpty())
        showCode();
}

/// Money that did not come as it should is never green; whether it is told of is the answer.
bool SaleFlow::callForOdd(const Order &order)
{
    Notice odd{Notice::Kind::OrderRefused, m_clock.now(), order.total, m_attempt->amount()};
    const bool caseOpen = order.openCase.has_value();
    if (order.training != m_settings.training) // practice never looks like money, nor money like practice
        odd.code = QStringLiteral("TRAINING");
    else if (order.tender != m_attempt->terms().tender) // nor WeChat's money like a person's word
        odd.code = QStringLiteral("TENDER");
    else if (order.total != m_attempt->amount())
        odd.kind = Notice::Kind::AmountDiffers;
    else if (caseOpen)
        odd = caseNotice(order);
    else if (order.state == TradeState::Refund && !m_journal.wasAnnounced(order.outTradeNo))
        odd.code = QStringLiteral("REFUND"); // it has gone back before anybody here saw it come
    else
        return false;
    m_caseOpen = caseOpen;
    callManager(odd);
    if (caseOpen)
        m_closed.add(*m_attempt, true); // to hear what the manager decides
    return true;
}

Notice SaleFlow::caseNotice(const Order &order) const
{
    Notice notice{Notice::Kind::AmountDiffers, m_clock.now(), order.caseAmount, order.total};
    switch (order.openCase.value_or(CaseKind::AmountMismatch)) {
    case CaseKind::AmountMismatch:
        return notice;
    case CaseKind::Duplicate:
        notice.kind = Notice::Kind::PaidTwice;
        return notice;
    case CaseKind::Late:
        notice.kind = Notice::Kind::PaidLate;
        return notice;
    case CaseKind::Foreign:
    case CaseKind::UnknownOrder:
    case CaseKind::RefundAbnormal:
        break;
    }
    notice.kind = Notice::Kind::PaidOddly;
    notice.code = toText(*order.openCase).toUpper();
    return notice;
}

/// A manager has decided about the money of the red screen: it counts, and is as good as any other, or it goes back.
void SaleFlow::decided(const Order &order)
{
    if (order.isPaid())
        return paid(order);
    const Money amount = m_attempt->amount();
    (void)m_journal.ended(m_attempt->number(), QStringLiteral("manager"));
    leave();
    m_notice.flash({Notice::Kind::GivenBack, m_clock.now(), amount}, 15s);
    refresh();
}

void SaleFlow::showCode()
{
    m_attempt->shownAt = m_clock.now();
    enter(Phase::Waiting, {m_online ? Notice::Kind::CodeShown : Notice::Kind::Offline, m_attempt->shownAt});
    refresh();
    count();
}

void SaleFlow::startClosing(Purpose purpose)
{
    m_purpose = purpose;
    enter(Phase::Closing, {purpose == Purpose::Expire ? Notice::Kind::Checking : Notice::Kind::None});
    after(parkAfterMs, [this] { park(); });
    m_ladder = new CloseLadder(m_desk, m_clock, m_attempt->number(), this);
    connect(m_ladder, &CloseLadder::heard, this, &SaleFlow::hear);
    connect(m_ladder, &CloseLadder::unknownNumber, this, &SaleFlow::endedUnpaid);
    connect(m_ladder, &CloseLadder::notOurs, this, &SaleFlow::cancelRefused);
    refresh();
    m_ladder->start();
}

/// Another cashier began it, so a supervisor has to cancel it. Until then its code stays up, for it can be paid.
void SaleFlow::cancelRefused()
{
    if (m_phase != Phase::Closing || m_purpose == Purpose::Expire || m_attempt->codeUrl.isEmpty())
        return;
    m_ladder->stop();
    m_ladder->deleteLater();
    m_ladder = nullptr;
    enter(Phase::Waiting, {Notice::Kind::CancelNotYours, m_clock.now(), m_attempt->amount()});
    refresh();
    count();
}

void SaleFlow::park()
{
    const Attempt attempt = *m_attempt;
    if (m_parked.isFull())
        return after(parkAfterMs, [this] { park(); });
    mark("parked");
    (void)m_journal.parked(attempt.number()); // if not, the next start asks about it on the screen
    dropAttempt();
    leave();
    m_notice.flash({Notice::Kind::Parked, m_clock.now(), attempt.amount()}, 10s);
    m_parked.add(attempt);
    refresh();
}

/// The server says CLOSED, or has never heard of the number: this attempt cannot be paid any more.
void SaleFlow::endedUnpaid()
{
    if (m_phase == Phase::Expired)
        return;
    const bool late = m_attempt->deadlineSteadyMs >= 0 && m_attempt->deadlineSteadyMs - m_clock.steadyMs() < 3000;
    const Purpose purpose = m_phase == Phase::Closing ? m_purpose : late ? Purpose::Expire : Purpose::Cancel;
    const Attempt old = *m_attempt;
    (void)m_journal.ended(old.number(), QStringLiteral("closed")); // if not, it is asked again at the next start
    if (purpose == Purpose::NewCode && begin({old.amount(), old.written.sale, old.terms(), {}})) {
        m_closed.add(old);
        refresh();
        return place();
    }
    stopAsking();
    m_closed.add(old); // money may come late
    Notice notice{Notice::Kind::Expired, m_clock.now(), old.amount()};
    if (purpose != Purpose::Cancel) {
        enter(Phase::Expired, notice);
        return refresh();
    }
    notice.kind = Notice::Kind::CancelledUnpaid;
    m_entry = m_next.isEmpty() ? m_saved.restored() : m_next;
    enter(Phase::Cancelled, notice);
    after(2000, [this] { leave(); });
    refresh();
}

void SaleFlow::paid(const Order &order)
{
    const Attempt attempt = *m_attempt;
    const bool back = m_phase == Phase::Resuming || order.state == TradeState::Refund;
    const bool knownBefore = back && m_journal.wasAnnounced(attempt.number());
    const bool tooLate = m_phase == Phase::Closing && m_purpose != Purpose::Expire;
    stopAsking();
    m_closed.remove(attempt.number());
    m_caseOpen = false;
    m_paidOrder = order;
    enter(Phase::Paid,
          {tooLate ? Notice::Kind::PaidNotCancelled : Notice::Kind::None, m_clock.now(), attempt.amount()});
    if (knownBefore) {
        leave(); // it was green before the power went
    } else {
        after(paidAtLeastMs, [this] {
            m_canLeavePaid = true;
            refresh();
        });
        if (attempt.terms().received <= attempt.amount()) // change stands there until it has been counted out
            after(m_settings.paidSeconds * 1000, [this] { leave(); });
        refresh();
        announceOnce(attempt, order, false);
    }
    (void)m_journal.ended(attempt.number(), QStringLiteral("paid")); // if not, the next start hears it is paid
}

void SaleFlow::parkedPaid(const Attempt &attempt, const Order &order)
{
    if (order.total != attempt.amount() || order.training != m_settings.training)
        return parkedOdd(attempt, order);
    if (order.state == TradeState::Success) {
        const Money received = order.received.value_or(attempt.amount());
        const bool byHand = attempt.terms().isByHand();
        Notice notice{byHand ? Notice::Kind::HandTaken : Notice::Kind::ParkedPaid, m_clock.now(), received};
        notice.code = attempt.number().tail();
        m_notice.flash(notice, 15s);
        m_lastSale = {received, order.successTime.isValid() ? order.successTime : m_clock.now(),
                      attempt.number().tail(), attempt.number().text(), attempt.terms().tender};
        refresh();
        announceOnce(attempt, order, true);
    } else {
        refresh();
    }
    (void)m_journal.ended(attempt.number(), QStringLiteral("paid"));
}

void SaleFlow::parkedUnpaid(const Attempt &attempt)
{
    (void)m_journal.ended(attempt.number(), QStringLiteral("closed")); // if not, it is asked again at the next start
    m_closed.add(attempt);
    refresh();
}

void SaleFlow::parkedOdd(const Attempt &attempt, const Order &order)
{
    (void)m_journal.ended(attempt.number(), QStringLiteral("manager"));
    const Notice differs{Notice::Kind::AmountDiffers, m_clock.now(), order.total, attempt.amount()};
    m_notice.flash(order.openCase ? caseNotice(order) : differs, 30s);
    if (order.openCase)
        m_closed.add(attempt, true);
    refresh();
    emit attentionSound();
}

void SaleFlow::callManager(const Notice &notice)
{
    stopAsking();
    enter(Phase::CallManager, notice);
    refresh();
    emit attentionSound();
}

/// Marked first, then told: after a crash in between it stays silent rather than speaking twice. Only WeChat's money is
/// told of aloud; cash opens its drawer.
void SaleFlow::announceOnce(const Attempt &attempt, const Order &order, bool parked)
{
    const OutTradeNo &number = attempt.number();
    if (m_journal.wasAnnounced(number) || !m_journal.announced(number))
        return;
    const SaleTerms &terms = attempt.terms();
    if (!terms.isByHand())
        emit announce(order.received.value_or(attempt.amount()), m_settings.training, number.text(), parked);
    emit sold(order, terms);
    if (terms.tender == Tender::Cash)
        emit drawerWished();
}

void SaleFlow::setOnline(bool online)
{
    if (std::exchange(m_online, online) == online)
        return;
    if (m_phase == Phase::Waiting) {
        m_notice.set(
            {online ? Notice::Kind::CodeShown : Notice::Kind::Offline, online ? m_attempt->shownAt : m_clock.now()});
        if (online)
            whenAnswered(m_desk.order(m_attempt->number()), this, [this](const Result<Order> &answer) {
                if (answer)
                    hear(*answer);
            });
    } else if (m_phase == Phase::Creating) {
        m_notice.set({online ? Notice::Kind::None : Notice::Kind::ServerGone});
        if (online && !m_placing)
            place();
    }
    refresh();
}

void SaleFlow::leave()
{
    if (m_phase == Phase::Paid && m_paidOrder) {
        m_lastSale = {m_paidOrder->received.value_or(m_attempt->amount()),
                      m_paidOrder->successTime.isValid() ? m_paidOrder->successTime : m_clock.now(),
                      m_attempt->number().tail(), m_attempt->number().text(), m_attempt->terms().tender};
    }
    const bool unpaid = m_phase == Phase::Cancelled || m_phase == Phase::Expired;
    m_entry = !m_next.isEmpty() ? m_next : unpaid ? m_saved.restored() : Basket();
    m_next = {};
    m_paidOrder.reset();
    m_caseOpen = false;
    dropAttempt();
    enter(Phase::Idle, {});
    refresh();
}

void SaleFlow::dropAttempt()
{
    stopAsking();
    m_attempt.reset();
}

/// Nothing more is asked about the attempt on the screen, and no pushes of it are wanted.
void SaleFlow::stopAsking()
{
    if (m_ladder) {
        m_ladder->stop();
        m_ladder->deleteLater();
        m_ladder = nullptr;
    }
    if (m_attempt && std::exchange(m_attempt->watched, false))
        m_desk.unwatch(m_attempt->number());
    m_placing = false;
    m_querying = false;
}

void SaleFlow::mark(const char *what)
{
    if (m_attempt)
        emit marked(m_attempt->number(), QLatin1String(what));
}
