// SPDX-License-Identifier: GPL-3.0-or-later
// What SaleFlow shows: the whole view is made anew from what is known, never patched.
#include "ui/SaleFlow.h"

void SaleFlow::enter(Phase phase, const Notice &notice)
{
    ++m_epoch;
    m_phase = phase;
    m_cancelAskedMs = -1;
    m_notice.end(Notice::Kind::AskCancel);
    m_notice.end(Notice::Kind::AskLeave);
    m_canLeavePaid = false;
    if (phase != Phase::Waiting)
        m_customerEyes = false;
    m_notice.set(notice);
}

void SaleFlow::refresh()
{
    const TillView before = m_view;
    TillView view;
    view.training = m_settings.training;
    view.state = stateNow();
    view.entry = m_entry.view();
    view.next = m_next.view();
    m_ringUp.fill(view.selling, m_attempt ? m_saved : m_entry, m_phase == Phase::Idle);
    view.confirmBigAmount = m_phase == Phase::Idle && m_armedMs >= 0;
    if (m_phase == Phase::Idle && m_armedMs < 0) {
        m_notice.end(Notice::Kind::SecondPressForBigAmount);
        m_notice.end(Notice::Kind::SameAmountUnresolved);
    }
    if (m_attempt)
        fillAttempt(view);
    view.canLeavePaid = m_canLeavePaid;
    view.notice = m_phase == Phase::CallManager ? m_notice.lasting() : m_notice.shown();
    if (m_phase == Phase::CallManager && m_cancelAskedMs >= 0)
        view.notice = m_notice.shown();
    view.strip = {m_online, m_lastSale, m_parked.count(), m_cases, {}};
    view.customerEyes = m_customerEyes;
    m_view = view;
    emit changed();
    const bool moved = view.selling.sheet != before.selling.sheet || view.selling.layout != before.selling.layout;
    if (moved || screenOf(view.state) != screenOf(before.state))
        emit screenChanged();
}

void SaleFlow::fillAttempt(TillView &view) const
{
    view.amount = m_attempt->amount();
    view.tail = m_attempt->number().tail();
    view.outTradeNo = m_attempt->number().text();
    view.pickupNo = m_attempt->pickupNo;
    view.tender = m_attempt->terms().tender;
    view.tenderName = m_attempt->terms().tenderName;
    view.received = m_attempt->terms().received;
    if (const auto change = view.received.minus(m_attempt->amount()))
        view.change = *change;
    if (m_phase == Phase::Waiting) {
        view.codeUrl = m_attempt->codeUrl;
        if (m_attempt->deadlineSteadyMs >= 0) {
            const qint64 leftMs = m_attempt->deadlineSteadyMs - m_clock.steadyMs();
            view.secondsLeft = int(std::max<qint64>(0, (leftMs + 999) / 1000));
        }
    }
    if (m_phase == Phase::Paid && m_paidOrder) {
        view.amount = m_paidOrder->received.value_or(m_attempt->amount());
        view.payerTotal = m_paidOrder->payerTotal;
        view.discount = m_paidOrder->discount();
    }
}

PayState SaleFlow::stateNow() const
{
    switch (m_phase) {
    case Phase::Idle:
        return PayState::Ready;
    case Phase::Creating:
        return PayState::Creating;
    case Phase::Waiting:
        return m_querying || !m_online ? PayState::Checking : PayState::Waiting;
    case Phase::Closing:
        return m_purpose == Purpose::Expire ? PayState::Checking : PayState::Cancelling;
    case Phase::Resuming:
        return PayState::Checking;
    case Phase::Paid:
        return PayState::Paid;
    case Phase::Cancelled:
        return PayState::Cancelled;
    case Phase::Expired:
        return m_querying ? PayState::Checking : PayState::Expired;
    case Phase::CallManager:
        return PayState::CallManager;
    }
    return PayState::CallManager;
}

/// States that share a screen: between them only words and colours change, and nothing moves under the hand.
int SaleFlow::screenOf(PayState state)
{
    switch (state) {
    case PayState::Creating:
    case PayState::Waiting:
    case PayState::Checking:
        return int(PayState::Waiting);
    default:
        return int(state);
    }
}

/// Redraws the countdown at each whole second and closes the order at the end of it.
void SaleFlow::count()
{
    if (m_phase != Phase::Waiting || m_attempt->deadlineSteadyMs < 0)
        return;
    const qint64 leftMs = m_attempt->deadlineSteadyMs - m_clock.steadyMs();
    if (leftMs <= 0)
        return startClosing(Purpose::Expire);
    after((leftMs - 1) % 1000 + 1, [this] {
        if (m_attempt->deadlineSteadyMs > m_clock.steadyMs())
            refresh();
        count();
    });
}

void SaleFlow::after(qint64 delayMs, std::function<void()> call)
{
    m_clock.callAfter(std::chrono::milliseconds(delayMs), this, [this, epoch = m_epoch, call = std::move(call)] {
        if (epoch == m_epoch)
            call();
    });
}
