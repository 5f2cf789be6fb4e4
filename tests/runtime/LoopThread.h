// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/runtime/EpollDispatcher.h"

#include <QEventLoop>
#include <QSocketNotifier>
#include <QTest>
#include <QThread>
#include <QTimer>
#include <fcntl.h>
#include <functional>
#include <sys/socket.h>
#include <unistd.h>

/// Runs a body on a thread with the chosen event loop, so that the same test asks ours and Qt's.
class LoopThread : public QThread
{
public:
    enum class Loop { Glib, Poll, Epoll };

    static void addLoops()
    {
        QTest::addColumn<Loop>("loop");
        QTest::newRow("Qt's, GLib") << Loop::Glib;
        QTest::newRow("Qt's, poll") << Loop::Poll;
        QTest::newRow("ours, epoll") << Loop::Epoll;
    }

    static void run(Loop loop, std::function<void()> body)
    {
        LoopThread thread(std::move(body));
        qputenv("QT_NO_GLIB", loop == Loop::Poll ? "1" : "");
        if (loop == Loop::Epoll)
            thread.setEventDispatcher(EpollDispatcher::make().release());
        thread.start();
        thread.wait();
    }

private:
    explicit LoopThread(std::function<void()> body) : m_body(std::move(body)) {}
    void run() override { m_body(); }

    std::function<void()> m_body;
};

Q_DECLARE_METATYPE(LoopThread::Loop)

/// Runs the body on the loop whose row it is.
inline void onLoop(const std::function<void()> &body)
{
    QFETCH_GLOBAL(LoopThread::Loop, loop);
    LoopThread::run(loop, body);
}

/// Two connected descriptors.
class Pair
{
public:
    Pair()
    {
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, m_ends) != 0)
            qFatal("no socket pair");
    }
    ~Pair()
    {
        close(0);
        close(1);
    }
    Pair(const Pair &) = delete;
    Pair &operator=(const Pair &) = delete;

    int operator[](int end) const { return m_ends[end]; }
    void close(int end)
    {
        if (m_ends[end] >= 0)
            ::close(m_ends[end]);
        m_ends[end] = -1;
    }
    void say(int end) const { (void)!::write(m_ends[end], "x", 1); }
    void read(int end) const
    {
        char byte;
        (void)!::read(m_ends[end], &byte, 1);
    }

private:
    int m_ends[2];
};

/// Turns of this thread's loop until `done`, or false after twenty seconds.
inline bool turnUntil(const std::function<bool()> &done)
{
    auto *dispatcher = QThread::currentThread()->eventDispatcher();
    bool late = false;
    QTimer guard;
    guard.setSingleShot(true);
    QObject::connect(&guard, &QTimer::timeout, &guard, [&late] { late = true; });
    guard.start(20'000);
    while (!done() && !late)
        dispatcher->processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    return done();
}

/// What the loop ends with, or -1 after twenty seconds.
inline int runInTime(QEventLoop &loop)
{
    QTimer guard;
    QObject::connect(&guard, &QTimer::timeout, &loop, [&loop] { loop.exit(-1); });
    guard.start(20'000);
    return loop.exec();
}

/// A few turns that do not wait: whatever could happen now, happens.
inline void turnAFewTimes()
{
    for (int i = 0; i < 5; ++i)
        QThread::currentThread()->eventDispatcher()->processEvents(QEventLoop::AllEvents);
}
