// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractEventDispatcher>
#include <QHash>
#include <QSet>
#include <QSocketNotifier>
#include <array>
#include <atomic>
#include <chrono>
#include <deque>
#include <memory>
#include <set>
#include <vector>

/// An event loop whose turn costs what has happened in it, not how many sockets wait: Qt's own ask poll(2) about every
/// socket at every turn. For a thread with many connections and no window; Linux. Behaves as Qt's, with one
/// difference: a descriptor that was closed under its notifier is silent instead of warned about. Coarse timers are as
/// precise as precise ones, very coarse ones keep whole seconds.
///
/// Install it with QThread::setEventDispatcher before the thread starts, or with QCoreApplication::setEventDispatcher
/// before the application is made.
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
class EpollDispatcher : public QAbstractEventDispatcherV2
#else
class EpollDispatcher : public QAbstractEventDispatcher
#endif
{
    Q_OBJECT
public:
    /// Nothing where the system has no descriptor left for it; Qt's own then does.
    static std::unique_ptr<EpollDispatcher> make();
    ~EpollDispatcher() override;

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;
    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    void registerTimer(Qt::TimerId timerId, Duration interval, Qt::TimerType timerType, QObject *object) override;
    bool unregisterTimer(Qt::TimerId timerId) override;
    QList<TimerInfoV2> timersForObject(QObject *object) const override;
    Duration remainingTime(Qt::TimerId timerId) const override;
#else
    void registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject *object) override;
    bool unregisterTimer(int timerId) override;
    QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int timerId) override;
#endif
    bool unregisterTimers(QObject *object) override;
    void wakeUp() override;
    void interrupt() override;

private:
    using Time = std::chrono::steady_clock;

    /// The notifiers of one descriptor, and what the kernel was told of it.
    struct Watch
    {
        std::array<QSocketNotifier *, 3> notifiers = {}; ///< by QSocketNotifier::Type
        quint32 told = 0; ///< the events epoll has it for; 0: epoll does not have it
        quint32 ready = 0; ///< events that are still to be delivered
        quint32 generation = 0; ///< tells it from an earlier file with the same descriptor
        bool changed = false; ///< waits in m_changed
        bool regularFile = false; ///< epoll takes none; poll(2) calls it ready at any time

        quint32 wanted() const;
    };
    struct Timer
    {
        int id;
        std::chrono::nanoseconds interval;
        Qt::TimerType type;
        QObject *object;
        Time::time_point due;
        quint64 turn; ///< orders what is due at the same time
        bool firing = false; ///< not again from a loop inside its own event
    };
    struct Earlier
    {
        bool operator()(const std::shared_ptr<Timer> &a, const std::shared_ptr<Timer> &b) const
        {
            return std::tie(a->due, a->turn) < std::tie(b->due, b->turn);
        }
    };

    EpollDispatcher(int epoll, int wake);

    void applyChanges();
    void apply(int descriptor, Watch &watch);
    void noteChange(int descriptor, Watch &watch);
    bool wait(int timeoutMs);
    bool waitWithoutSockets(int timeoutMs);
    void takeWakeUp();
    int timeoutMs(bool withTimers) const;
    int deliverSockets();
    int deliver(int descriptor, QSocketNotifier::Type type, quint32 generation);
    int fireTimers();
    std::shared_ptr<Timer> nextDue(Time::time_point now, quint64 upTo) const;
    void arm(const std::shared_ptr<Timer> &timer, Time::time_point due);
    void add(int timerId, std::chrono::nanoseconds interval, Qt::TimerType type, QObject *object);
    bool remove(int timerId);
    QList<std::shared_ptr<Timer>> timersOf(const QObject *object) const;
    /// Negative: there is no such timer.
    std::chrono::nanoseconds remaining(int timerId) const;

    const int m_epoll;
    const int m_wake; ///< an eventfd
    QHash<int, Watch> m_watches;
    std::vector<int> m_changed; ///< descriptors; the kernel hears of them before the next wait
    std::deque<int> m_ready; ///< descriptors with something to deliver; the inner loop of two goes on with it
    QSet<int> m_alwaysReady; ///< regular files
    quint32 m_generation = 0;
    QHash<int, std::shared_ptr<Timer>> m_timers;
    std::set<std::shared_ptr<Timer>, Earlier> m_due;
    quint64 m_turn = 0;
    std::atomic<Qt::HANDLE> m_thread = nullptr; ///< whose loop this is, once it runs
    bool m_wokenInside = false; ///< by this thread itself, which needs no system call for that
    std::atomic<bool> m_wokenOutside = false; ///< the eventfd has been written and not been read
    std::atomic<bool> m_interrupted = false;
};
