// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ClosedAttempts.h"

#include "server/domain/Clock.h"

ClosedAttempts::ClosedAttempts(PaymentDesk &desk, Clock &clock, QObject *parent)
    : QObject(parent), m_desk(desk), m_clock(clock)
{
}

void ClosedAttempts::add(const Attempt &attempt, bool caseKnown)
{
    if (const auto known = find(attempt.number()); known != m_closed.end()) {
        known->caseKnown = known->caseKnown || caseKnown;
        return;
    }
    if (m_closed.size() >= most)
        remove(OutTradeNo(m_closed.front().attempt.number()));
    m_closed.push_back({attempt, caseKnown});
    m_desk.watch(attempt.number());
    m_clock.callAfter(listenMs, this, [this, number = attempt.number()] { remove(number); });
}

void ClosedAttempts::remove(const OutTradeNo &number)
{
    const auto closed = find(number);
    if (closed == m_closed.end())
        return;
    m_closed.erase(closed);
    m_desk.unwatch(number);
}

void ClosedAttempts::hear(const Order &order)
{
    const auto closed = find(order.outTradeNo);
    if (closed == m_closed.end() || order.seq < closed->attempt.seq)
        return;
    closed->attempt.seq = order.seq;
    const Attempt attempt = closed->attempt;
    if (order.openCase) {
        if (!std::exchange(closed->caseKnown, true))
            emit caseOpened(attempt, order);
        return;
    }
    if (!order.isPaid())
        return;
    remove(attempt.number());
    emit paid(attempt, order);
}

std::vector<ClosedAttempts::Closed>::iterator ClosedAttempts::find(const OutTradeNo &number)
{
    return std::find_if(m_closed.begin(), m_closed.end(),
                        [&number](const Closed &closed) { return closed.attempt.number() == number; });
}
