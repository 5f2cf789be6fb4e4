// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ParkedAttempts.h"

ParkedAttempts::ParkedAttempts(PaymentDesk &desk, Clock &clock, bool training, QObject *parent)
    : QObject(parent), m_desk(desk), m_clock(clock), m_training(training)
{
}

bool ParkedAttempts::add(const Attempt &attempt)
{
    if (isFull())
        return false;
    auto *ladder = new CloseLadder(m_desk, m_clock, attempt.number(), this);
    connect(ladder, &CloseLadder::heard, this, &ParkedAttempts::hear);
    connect(ladder, &CloseLadder::unknownNumber, this, [this, number = attempt.number()] {
        if (const auto parked = find(number); parked != m_parked.end())
            emit unpaid(remove(parked));
    });
    m_parked.push_back({attempt, m_clock.steadyMs(), ladder});
    m_desk.watch(attempt.number());
    ladder->start();
    return true;
}

void ParkedAttempts::hear(const Order &order)
{
    const auto parked = find(order.outTradeNo);
    if (parked == m_parked.end() || !order.isSettled())
        return;
    const Attempt attempt = remove(parked);
    const bool isOdd = order.total != attempt.amount() || order.training != m_training;
    if (!order.openCase && !order.isPaid())
        emit unpaid(attempt);
    else if (order.openCase || isOdd)
        emit odd(attempt, order);
    else
        emit paid(attempt, order);
}

bool ParkedAttempts::hasLately(Money amount) const
{
    return std::any_of(m_parked.begin(), m_parked.end(), [this, amount](const Parked &parked) {
        return parked.attempt.amount() == amount && m_clock.steadyMs() - parked.sinceMs < sameAmountMs;
    });
}

std::vector<ParkedAttempts::Parked>::iterator ParkedAttempts::find(const OutTradeNo &number)
{
    return std::find_if(m_parked.begin(), m_parked.end(),
                        [&number](const Parked &parked) { return parked.attempt.number() == number; });
}

Attempt ParkedAttempts::remove(std::vector<Parked>::iterator parked)
{
    Attempt attempt = parked->attempt;
    parked->ladder->stop();
    parked->ladder->deleteLater();
    m_parked.erase(parked);
    m_desk.unwatch(attempt.number());
    return attempt;
}
