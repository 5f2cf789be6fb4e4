// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Attempt.h"
#include "ui/CloseLadder.h"

#include <vector>

/// Attempts that have left the screen with their end unknown. Their ladders go on behind until it is known.
class ParkedAttempts final : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype most = 20; ///< the screen keeps what comes after
    static constexpr qint64 sameAmountMs = 180'000; ///< for so long the same amount is asked about once

    ParkedAttempts(PaymentDesk &desk, Clock &clock, bool training, QObject *parent = nullptr);

    /// False when there is no room.
    bool add(const Attempt &attempt);
    /// What the server says of an order that may be one of these.
    void hear(const Order &order);
    int count() const { return int(m_parked.size()); }
    bool isFull() const { return count() >= most; }
    /// Something of this amount was parked a short while ago.
    bool hasLately(Money amount) const;

signals:
    void paid(const Attempt &attempt, const Order &order);
    void unpaid(const Attempt &attempt);
    /// Money came, but not as it should have: a person decides, or practice and real are mixed up.
    void odd(const Attempt &attempt, const Order &order);

private:
    struct Parked
    {
        Attempt attempt;
        qint64 sinceMs = 0;
        CloseLadder *ladder = nullptr; ///< owned as a child
    };
    std::vector<Parked>::iterator find(const OutTradeNo &number);
    Attempt remove(std::vector<Parked>::iterator parked);

    PaymentDesk &m_desk;
    Clock &m_clock;
    bool m_training;
    std::vector<Parked> m_parked;
};
