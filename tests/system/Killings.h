// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/system/Reckoning.h"
#include "tests/system/RobotCustomers.h"

/// What one run is to be.
struct KillPlan
{
    int kills = 20;
    int tills = 8;
    int untended = 0; ///< orders that no till looks after, so that only their deadline can end them
    quint64 seed = 1;
};

/// A shop at work whose server and tills are killed (-9) at random moments and started again on what they left, while
/// customers pay, notifications get lost, doubled, delayed and spoiled, and WeChat Pay's answers fail or do not come.
class Killings
{
public:
    static constexpr int orderLifetimeS = 60;
    static constexpr int finishMs = 90'000; ///< for tills to bring what is open to its end
    static constexpr int deadlineGraceMs = 20'000; ///< after the last deadline, and the last start, nothing may be open

    explicit Killings(const KillPlan &plan);

    /// What was wrong at the end; empty: nothing.
    QStringList run();
    QString summary; ///< of the books, after a run
    int serverKills = 0;
    int tillKills = 0;
    int paid = 0; ///< payments that customers made
    int tooLate = 0; ///< payments that WeChat Pay refused
    qint64 waitedMs = 0; ///< for orders whose end only their deadline is

private:
    bool open();
    bool killOnce();
    bool startRobot();
    void placeUntended();
    bool finish();
    void waitForDeadlines();
    int below(int bound) { return int(m_dice() % quint64(bound)); }
    static bool pass(int ms);

    KillPlan m_plan;
    std::mt19937_64 m_dice;
    ProcessShop m_shop;
    Child m_robot;
    NetworkTransport m_network;
    int m_untended = 0;
    QElapsedTimer m_sincePlaced; ///< the last order nobody looks after
};
