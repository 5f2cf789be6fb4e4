// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/Customers.h"
#include "tests/simulation/ShopTill.h"

/// The hands at one till: rings up, waits, cancels, asks for a new code, queries, and serves on.
class Cashier : public QObject
{
    Q_OBJECT
public:
    Cashier(ShopTill &till, Customers &customers, Clock &clock, quint64 seed)
        : m_till(till), m_customers(customers), m_clock(clock), m_dice(seed, "cashier " + till.name().toUtf8())
    {
    }

    /// Serves from now on until closing time (steady ms); gapMs lies between two customers, about.
    void serve(qint64 untilMs, qint64 gapMs);

private:
    enum class Habit { Wait, Cancel, NewCode, Query };

    void look();
    void lookAgain(qint64 delayMs);
    void ringUp();
    void watchCode();
    void endAttempt(Wish::Kind how);
    void act();

    ShopTill &m_till;
    Customers &m_customers;
    Clock &m_clock;
    Dice m_dice;
    qint64 m_untilMs = 0;
    qint64 m_gapMs = 0;
    qint64 m_nextSaleMs = 0;
    int m_round = 0; ///< of looking: an older one ends with a new day
    QString m_code; ///< on the screen
    qint64 m_codeSinceMs = 0;
    qint64 m_actAfterMs = 0;
    Habit m_habit = Habit::Wait;
};
