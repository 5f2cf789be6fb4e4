// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QFile>

/// How long this thread has been at something, without what a busy machine had it wait for a processor (Linux;
/// elsewhere that counts). Waiting of our own making counts: a timer, a lock, a slow painter.
class OwnTime
{
public:
    void start()
    {
        m_waitedNs = waitedNs();
        m_since.start();
    }
    bool isValid() const { return m_since.isValid(); }
    qint64 elapsedMs() const { return (m_since.nsecsElapsed() - (waitedNs() - m_waitedNs)) / 1'000'000; }

private:
    static qint64 waitedNs()
    {
        QFile file(QStringLiteral("/proc/thread-self/schedstat")); // ran, waited, how often
        return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() : 0;
    }

    QElapsedTimer m_since;
    qint64 m_waitedNs = 0;
};
