// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <chrono>
#include <set>
#include <utility>

class Clock;

/// Many deadlines on one timer: a deadline that is moved or dropped, as nearly all are, costs no timer of its own.
class DeadlineQueue : public QObject
{
    Q_OBJECT
public:
    /// Something with at most one deadline at a time. Clear it before the object dies.
    class Waiter
    {
    public:
        virtual ~Waiter() = default;

    protected:
        virtual void deadlinePassed() = 0;
        /// Whether it went before its time; then its deadline is cleared.
        virtual bool giveWay() { return false; }

    private:
        friend class DeadlineQueue;
        qint64 m_due = -1; // steady milliseconds
    };

    explicit DeadlineQueue(Clock &clock) : m_clock(clock) {}

    /// Takes the place of an earlier deadline of the same waiter.
    void set(Waiter &waiter, std::chrono::milliseconds fromNow);
    void clear(Waiter &waiter);
    /// One whose time would be up soon goes now, but never the newcomer; false when none of the first maxAsked does.
    bool makeRoom(const Waiter *newcomer);

private:
    static constexpr int maxAsked = 64;
    static constexpr int maxAtOnce = 32;

    void schedule();
    void fire();

    Clock &m_clock;
    std::set<std::pair<qint64, Waiter *>> m_due;
    qint64 m_scheduledFor = -1;
    quint64 m_generation = 0;
};
