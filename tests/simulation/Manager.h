// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/SimulatedServer.h"

#include <QSet>

/// Who gives money back and who decides cases. What the server does not answer is asked again, the same way under the
/// same number, until it is.
class Manager : public QObject
{
    Q_OBJECT
public:
    Manager(Clock &clock, Trace &trace, quint64 seed, std::function<SimulatedServer *()> server)
        : m_clock(clock), m_trace(trace), m_dice(seed, "office"), m_random(m_dice.seed()), m_server(std::move(server))
    {
    }

    /// The shop is open until then (steady ms).
    void work(qint64 untilMs);
    /// An order was paid; some come back.
    void paid(const Order &order);

private:
    void refund(const NewRefund &wanted, int tries);
    void planRefund(const Order &order, Money amount);
    void decideCases();
    void decide(const PaymentCase &open);

    Clock &m_clock;
    Trace &m_trace;
    Dice m_dice;
    SeededRandom m_random;
    std::function<SimulatedServer *()> m_server;
    qint64 m_untilMs = 0;
    QSet<QString> m_refundedOrders;
    QMap<qint64, bool> m_decisions; ///< by case: whether it is honoured
};
