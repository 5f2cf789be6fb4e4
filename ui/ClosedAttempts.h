// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Attempt.h"
#include "ui/PaymentDesk.h"

#include <vector>

/// Attempts that are over for the till without money: closed, or left to a manager. They are listened to for a while
/// yet, for money may come late, and a manager may say that it counts.
class ClosedAttempts final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::size_t most = 20; ///< the oldest makes room
    static constexpr std::chrono::milliseconds listenMs{3'600'000};

    ClosedAttempts(PaymentDesk &desk, Clock &clock, QObject *parent = nullptr);

    /// caseKnown: it has been said already that its money waits for a person.
    void add(const Attempt &attempt, bool caseKnown = false);
    void remove(const OutTradeNo &number);
    /// What the server says of an order that may be one of these.
    void hear(const Order &order);

signals:
    /// Money came for it all the same and waits for a person; once.
    void caseOpened(const Attempt &attempt, const Order &order);
    /// It counts as received now.
    void paid(const Attempt &attempt, const Order &order);

private:
    struct Closed
    {
        Attempt attempt;
        bool caseKnown = false;
    };
    std::vector<Closed>::iterator find(const OutTradeNo &number);

    PaymentDesk &m_desk;
    Clock &m_clock;
    std::vector<Closed> m_closed; ///< oldest first
};
