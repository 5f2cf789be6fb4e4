// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Clock.h"

#include <QByteArray>
#include <QHash>
#include <deque>

/// What was seen of late: keys, each for a span of time, and no more than so many.
class OfficialAccountMemory
{
public:
    OfficialAccountMemory(const Clock &clock, std::chrono::milliseconds span, qsizetype most)
        : m_clock(clock), m_span(span), m_most(most)
    {
    }

    bool knows(const QByteArray &key)
    {
        passTime();
        return m_seen.contains(key);
    }
    bool isFull()
    {
        passTime();
        return m_seen.size() >= m_most;
    }
    /// Where it is full, the oldest is forgotten; who must not forget asks isFull first.
    void add(const QByteArray &key)
    {
        passTime();
        m_seen.insert(key, m_clock.steadyMs());
        m_order.push_back({m_clock.steadyMs(), key});
        while (qsizetype(m_order.size()) > m_most)
            dropOldest();
    }
    void forget(const QByteArray &key) { m_seen.remove(key); }

private:
    void passTime()
    {
        while (!m_order.empty() && m_clock.steadyMs() - m_order.front().first > m_span.count())
            dropOldest();
    }
    void dropOldest()
    {
        const auto &[at, key] = m_order.front();
        if (m_seen.value(key, -1) == at) // else it was forgotten, and perhaps seen anew
            m_seen.remove(key);
        m_order.pop_front();
    }

    const Clock &m_clock;
    std::chrono::milliseconds m_span;
    qsizetype m_most;
    QHash<QByteArray, qint64> m_seen; ///< when, in Clock::steadyMs
    std::deque<std::pair<qint64, QByteArray>> m_order; ///< the oldest first
};
