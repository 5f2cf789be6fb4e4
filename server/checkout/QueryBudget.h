// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Clock.h"

#include <QObject>
#include <QPointer>
#include <deque>

/// How many questions about payments may go out in any one second, whoever asks them: WeChat counts by merchant. A
/// token comes back one second after it was taken, so no second ever holds more than the limit.
class QueryBudget : public QObject
{
    Q_OBJECT
public:
    static constexpr size_t mostWaiting = 20'000;

    QueryBudget(Clock &clock, int perSecond);

    /// There is one left, and nobody waits for a turn.
    bool hasSpare();
    /// When hasSpare() may be true again; steady milliseconds, now at the earliest.
    qint64 spareAtMs();
    /// Counts a question that goes out now.
    void take();
    /// Keeps one back for a question that goes out a little later: then useReserved(), or else giveBack().
    void reserve() { ++m_reserved; }
    void useReserved();
    void giveBack();
    /// Takes one and calls, at once or in turn as soon as there is one. False: too many wait, and it is never called.
    bool inTurn(QObject *context, std::function<void()> ask);

private:
    struct Waiting
    {
        QPointer<QObject> context;
        std::function<void()> ask;
    };
    size_t used(); ///< in the last second, and kept back
    qint64 backMs() const; ///< when there may be one again
    void schedule();
    void serve();

    Clock &m_clock;
    size_t m_limit;
    size_t m_reserved = 0;
    std::deque<qint64> m_taken; ///< steady milliseconds, within the last second
    std::deque<Waiting> m_waiting;
    bool m_isScheduled = false;
};
