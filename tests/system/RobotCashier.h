// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/QuietTill.h"

#include <QTimer>
#include <random>

/// Takes sales all day at a till without a window: types, waits, loses patience, asks, cancels, makes new codes. Now
/// and then it loses its power (kill -9 of its program) at the worst moment: when it has just spoken.
class RobotCashier : public QObject
{
    Q_OBJECT
public:
    static constexpr int paceMs = 40; ///< between two looks at the till
    static constexpr int diesSpeakingPercent = 15;

    /// announcements: what the till announced goes there, a line each, as soon as it is said.
    RobotCashier(const QuietTill::Place &place, Clock &clock, Random &random, quint64 seed, QFile &announcements);

    void start();
    /// No sale is begun any more, and what is open is brought to its end.
    void finish() { m_finishing = true; }
    bool isIdle() const;

private:
    void look();
    void wait();
    void leaveManager();
    bool happens(int percent) { return int(m_dice() % 100) < percent; }

    QuietTill m_till;
    QFile &m_announcements;
    std::mt19937_64 m_dice;
    QTimer m_pace;
    PayState m_lastState = PayState::Ready;
    int m_looks = 0; ///< at the state the till is in
    int m_patience = 0; ///< after so many looks at a waiting code it is cancelled
    bool m_finishing = false;
};
