// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/runtime/EpollDispatcher.h"

#include <QCoreApplication>
#include <QThread>
#include <QTimerEvent>
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <limits>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

using namespace std::chrono_literals;

namespace {

constexpr int eventsAtOnce = 256;
constexpr std::array<QSocketNotifier::Type, 3> kinds{QSocketNotifier::Read, QSocketNotifier::Write,
                                                     QSocketNotifier::Exception};
/// What epoll is asked for, and what it may answer then, for each kind. poll(2)'s rules, as Qt's loops have them.
constexpr std::array<quint32, 3> asked{EPOLLIN, EPOLLOUT, EPOLLPRI};
constexpr std::array<quint32, 3> answered{EPOLLIN | EPOLLHUP | EPOLLERR, EPOLLOUT | EPOLLHUP | EPOLLERR,
                                          EPOLLPRI | EPOLLHUP | EPOLLERR};

quint64 packed(int descriptor, quint32 generation)
{
    return quint64(generation) << 32 | quint32(descriptor);
}

} // namespace

quint32 EpollDispatcher::Watch::wanted() const
{
    quint32 events = 0;
    for (const auto kind : kinds)
        events |= notifiers[kind] ? asked[kind] : 0;
    return events;
}

std::unique_ptr<EpollDispatcher> EpollDispatcher::make()
{
    const int epoll = ::epoll_create1(EPOLL_CLOEXEC);
    const int wake = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    epoll_event event{EPOLLIN, {.u64 = packed(wake, 0)}};
    if (epoll >= 0 && wake >= 0 && ::epoll_ctl(epoll, EPOLL_CTL_ADD, wake, &event) == 0)
        return std::unique_ptr<EpollDispatcher>(new EpollDispatcher(epoll, wake));
    if (epoll >= 0)
        ::close(epoll);
    if (wake >= 0)
        ::close(wake);
    return nullptr;
}

EpollDispatcher::EpollDispatcher(int epoll, int wake) : m_epoll(epoll), m_wake(wake) {}

EpollDispatcher::~EpollDispatcher()
{
    ::close(m_epoll);
    ::close(m_wake);
}

bool EpollDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    m_thread = QThread::currentThreadId();
    m_interrupted = false;
    m_wokenInside = false; // what is posted from here on wakes anew
    emit awake();
    QCoreApplication::sendPostedEvents();
    const bool withSockets = !(flags & QEventLoop::ExcludeSocketNotifiers);
    const bool withTimers = !(flags & QEventLoop::X11ExcludeTimers);
    if (withSockets)
        applyChanges();
    const bool hasReady = withSockets && !(m_ready.empty() && m_alwaysReady.isEmpty());
    const bool mayBlock = flags & QEventLoop::WaitForMoreEvents && !hasReady && !m_wokenInside && !m_interrupted;
    if (mayBlock)
        emit aboutToBlock();
    if (m_interrupted)
        return false;
    const int timeout = mayBlock && !m_wokenInside ? timeoutMs(withTimers) : 0;
    int delivered = (withSockets ? wait(timeout) : waitWithoutSockets(timeout)) ? 1 : 0;
    if (withSockets)
        delivered += deliverSockets();
    if (withTimers)
        delivered += fireTimers();
    return delivered > 0;
}

void EpollDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    const int descriptor = int(notifier->socket());
    auto &watch = m_watches[descriptor];
    auto &place = watch.notifiers[notifier->type()];
    // Another one is still in the place when its descriptor was closed under it and the number has come back.
    const bool isAnotherFile = place && place != notifier;
    if (watch.generation == 0 || isAnotherFile) {
        watch.generation = ++m_generation ? m_generation : ++m_generation;
        watch.told = 0;
        watch.ready = 0;
        watch.regularFile = false;
        m_alwaysReady.remove(descriptor);
    }
    place = notifier;
    noteChange(descriptor, watch);
}

void EpollDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    const int descriptor = int(notifier->socket());
    const auto found = m_watches.find(descriptor);
    if (found == m_watches.end() || found->notifiers[notifier->type()] != notifier)
        return;
    found->notifiers[notifier->type()] = nullptr;
    if (found->wanted() != 0)
        return noteChange(descriptor, *found);
    // At once: the descriptor may be closed next, and its number come back as another file.
    if (found->told != 0)
        ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, descriptor, nullptr);
    m_alwaysReady.remove(descriptor);
    m_watches.erase(found);
}

/// A notifier that is switched on and off within a turn, as a socket's for writing is, costs no system call.
void EpollDispatcher::noteChange(int descriptor, Watch &watch)
{
    if (!std::exchange(watch.changed, true))
        m_changed.push_back(descriptor);
}

void EpollDispatcher::applyChanges()
{
    for (const int descriptor : m_changed) {
        const auto found = m_watches.find(descriptor);
        if (found != m_watches.end() && std::exchange(found->changed, false))
            apply(descriptor, *found);
    }
    m_changed.clear();
}

void EpollDispatcher::apply(int descriptor, Watch &watch)
{
    const quint32 wanted = watch.wanted();
    if (!watch.regularFile && wanted != watch.told) {
        epoll_event event{wanted, {.u64 = packed(descriptor, watch.generation)}};
        int done = ::epoll_ctl(m_epoll, watch.told == 0 ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, descriptor, &event);
        if (done != 0 && errno == ENOENT) // closed under its notifier, and the number has come back
            done = ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event);
        else if (done != 0 && errno == EEXIST)
            done = ::epoll_ctl(m_epoll, EPOLL_CTL_MOD, descriptor, &event);
        watch.told = done == 0 ? wanted : 0;
        watch.regularFile = done != 0 && errno == EPERM;
        if (done != 0 && errno != EPERM && errno != EBADF)
            qWarning("EpollDispatcher: nothing will be heard of descriptor %d: %s", descriptor, std::strerror(errno));
    }
    if (watch.regularFile && wanted & (EPOLLIN | EPOLLOUT))
        m_alwaysReady.insert(descriptor);
    else
        m_alwaysReady.remove(descriptor);
}

/// Whether somebody has woken the loop from outside.
bool EpollDispatcher::wait(int timeoutMs)
{
    std::array<epoll_event, eventsAtOnce> events;
    const int count = ::epoll_wait(m_epoll, events.data(), eventsAtOnce, timeoutMs);
    bool woken = false;
    for (int i = 0; i < count; ++i) {
        const int descriptor = int(quint32(events[i].data.u64));
        if (descriptor == m_wake) {
            takeWakeUp();
            woken = true;
            continue;
        }
        const auto found = m_watches.find(descriptor);
        if (found == m_watches.end() || packed(descriptor, found->generation) != events[i].data.u64)
            continue; // a file that has gone
        if (std::exchange(found->ready, found->ready | events[i].events) == 0)
            m_ready.push_back(descriptor);
    }
    for (const int descriptor : std::as_const(m_alwaysReady)) {
        auto &watch = m_watches[descriptor];
        if (std::exchange(watch.ready, EPOLLIN | EPOLLOUT) == 0)
            m_ready.push_back(descriptor);
    }
    return woken;
}

bool EpollDispatcher::waitWithoutSockets(int timeoutMs)
{
    pollfd wake{m_wake, POLLIN, 0};
    if (::poll(&wake, 1, timeoutMs) <= 0)
        return false;
    takeWakeUp();
    return true;
}

void EpollDispatcher::takeWakeUp()
{
    quint64 count = 0;
    [[maybe_unused]] const auto bytes = ::read(m_wake, &count, sizeof count);
    // Not before: who wakes in between would have its count read here, and the next one would not write. What they
    // posted is sent as the next turn begins.
    m_wokenOutside = false;
}

void EpollDispatcher::wakeUp()
{
    if (QThread::currentThreadId() == m_thread.load(std::memory_order_relaxed)) {
        m_wokenInside = true;
    } else if (!m_wokenOutside.exchange(true)) {
        const quint64 one = 1;
        [[maybe_unused]] const auto bytes = ::write(m_wake, &one, sizeof one);
    }
}

void EpollDispatcher::interrupt()
{
    m_interrupted = true;
    wakeUp();
}

int EpollDispatcher::timeoutMs(bool withTimers) const
{
    // One whose event is being delivered further out does not fire in here.
    const auto next = std::find_if(m_due.begin(), m_due.end(), [](const auto &timer) { return !timer->firing; });
    if (!withTimers || next == m_due.end())
        return -1;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>((*next)->due - Time::now()).count();
    return int(std::clamp<qint64>(left, 0, std::numeric_limits<int>::max()));
}

int EpollDispatcher::deliverSockets()
{
    int delivered = 0;
    while (!m_ready.empty()) {
        const int descriptor = m_ready.front();
        m_ready.pop_front();
        const auto found = m_watches.find(descriptor);
        if (found == m_watches.end())
            continue;
        const quint32 ready = std::exchange(found->ready, 0);
        const quint32 generation = found->generation;
        for (const auto kind : kinds) {
            if (ready & answered[kind])
                delivered += deliver(descriptor, kind, generation);
        }
    }
    return delivered;
}

int EpollDispatcher::deliver(int descriptor, QSocketNotifier::Type type, quint32 generation)
{
    const auto found = m_watches.constFind(descriptor); // again: who was told before may have changed everything
    if (found == m_watches.constEnd() || found->generation != generation || !found->notifiers[type])
        return 0;
    QEvent event(QEvent::SockAct);
    QCoreApplication::sendEvent(found->notifiers[type], &event);
    return 1;
}

int EpollDispatcher::fireTimers()
{
    const auto now = Time::now();
    const quint64 upTo = m_turn; // what is armed from here on waits for the next turn
    int fired = 0;
    while (const auto timer = nextDue(now, upTo)) {
        const auto next = timer->due + timer->interval;
        arm(timer, next > now ? next : now + timer->interval);
        timer->firing = true;
        QTimerEvent event(timer->id);
        QCoreApplication::sendEvent(timer->object, &event);
        timer->firing = false;
        ++fired;
    }
    return fired;
}

std::shared_ptr<EpollDispatcher::Timer> EpollDispatcher::nextDue(Time::time_point now, quint64 upTo) const
{
    for (const auto &timer : m_due) {
        if (timer->due > now)
            break;
        if (!timer->firing && timer->turn <= upTo)
            return timer;
    }
    return nullptr;
}

void EpollDispatcher::arm(const std::shared_ptr<Timer> &timer, Time::time_point due)
{
    m_due.erase(timer);
    timer->due = timer->type == Qt::VeryCoarseTimer ? std::chrono::ceil<std::chrono::seconds>(due) : due;
    timer->turn = ++m_turn;
    m_due.insert(timer);
}

void EpollDispatcher::add(int timerId, std::chrono::nanoseconds interval, Qt::TimerType type, QObject *object)
{
    const auto timer = std::make_shared<Timer>(
        Timer{.id = timerId, .interval = interval, .type = type, .object = object, .due = {}, .turn = 0});
    m_timers.insert(timerId, timer);
    arm(timer, Time::now() + interval);
}

bool EpollDispatcher::remove(int timerId)
{
    const auto timer = m_timers.take(timerId);
    if (timer)
        m_due.erase(timer);
    return timer != nullptr;
}

bool EpollDispatcher::unregisterTimers(QObject *object)
{
    const auto timers = timersOf(object);
    for (const auto &timer : timers)
        remove(timer->id);
    return !timers.isEmpty();
}

QList<std::shared_ptr<EpollDispatcher::Timer>> EpollDispatcher::timersOf(const QObject *object) const
{
    QList<std::shared_ptr<Timer>> timers;
    std::copy_if(m_timers.begin(), m_timers.end(), std::back_inserter(timers),
                 [object](const auto &timer) { return timer->object == object; });
    return timers;
}

std::chrono::nanoseconds EpollDispatcher::remaining(int timerId) const
{
    const auto timer = m_timers.value(timerId);
    return timer ? std::max(timer->due - Time::now(), 0ns) : -1ns;
}

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
void EpollDispatcher::registerTimer(Qt::TimerId timerId, Duration interval, Qt::TimerType timerType, QObject *object)
{
    add(int(timerId), interval, timerType, object);
}

bool EpollDispatcher::unregisterTimer(Qt::TimerId timerId)
{
    return remove(int(timerId));
}

QList<QAbstractEventDispatcher::TimerInfoV2> EpollDispatcher::timersForObject(QObject *object) const
{
    QList<TimerInfoV2> infos;
    for (const auto &timer : timersOf(object))
        infos.append({timer->interval, Qt::TimerId(timer->id), timer->type});
    return infos;
}

QAbstractEventDispatcher::Duration EpollDispatcher::remainingTime(Qt::TimerId timerId) const
{
    return remaining(int(timerId));
}
#else
void EpollDispatcher::registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject *object)
{
    add(timerId, std::chrono::milliseconds(interval), timerType, object);
}

bool EpollDispatcher::unregisterTimer(int timerId)
{
    return remove(timerId);
}

QList<QAbstractEventDispatcher::TimerInfo> EpollDispatcher::registeredTimers(QObject *object) const
{
    QList<TimerInfo> infos;
    for (const auto &timer : timersOf(object))
        infos.append({timer->id, int(timer->interval / 1ms), timer->type});
    return infos;
}

int EpollDispatcher::remainingTime(int timerId)
{
    const auto left = remaining(timerId);
    return left < 0ns ? -1 : int(std::chrono::ceil<std::chrono::milliseconds>(left) / 1ms);
}
#endif
