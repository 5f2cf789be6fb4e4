// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Clock.h"
#include "server/http/BucketRate.h"

#include <QHash>
#include <set>

/// A bucket of tokens for every key: a token is there for each thing that may happen now. Full buckets are not
/// remembered, and of more than maxKeys others the fullest is forgotten: many keys cost no more memory.
template <class Key> class KeyedBuckets
{
public:
    static constexpr int maxKeys = 8'192;

    /// The clock outlives this.
    KeyedBuckets(const BucketRate &rate, const Clock &clock) : m_rate(rate), m_clock(clock) {}

    /// Whether it was there.
    bool take(const Key &key)
    {
        if (lackUs(key) > 0)
            return false;
        const qint64 now = nowUs();
        forgetFull(now);
        remember(key, m_rate.afterOneUs(m_fullAt.value(key), now));
        return true;
    }
    /// How long until there is one; 0: now.
    qint64 lackUs(const Key &key) const { return m_rate.lackUs(m_fullAt.value(key), nowUs()); }
    int size() const { return int(m_fullAt.size()); }

private:
    qint64 nowUs() const { return m_clock.steadyMs() * 1000; }
    void forgetFull(qint64 now)
    {
        while (!m_order.empty() && m_order.begin()->first <= now)
            forgetFirst();
    }
    void forgetFirst()
    {
        m_fullAt.remove(m_order.begin()->second);
        m_order.erase(m_order.begin());
    }
    void remember(const Key &key, qint64 fullAt)
    {
        if (const auto found = m_fullAt.constFind(key); found != m_fullAt.constEnd())
            m_order.erase({*found, key});
        else if (m_fullAt.size() >= maxKeys)
            forgetFirst();
        m_fullAt.insert(key, fullAt);
        m_order.insert({fullAt, key});
    }

    const BucketRate m_rate;
    const Clock &m_clock;
    QHash<Key, qint64> m_fullAt;
    std::set<std::pair<qint64, Key>> m_order; ///< the fullest first
};
