// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/relay/RateLimit.h"

#include "server/domain/Clock.h"

#include <algorithm>

bool RateLimit::admits(const QByteArray &key)
{
    const qint64 nowMs = m_clock.steadyMs();
    if (!m_buckets.contains(key) && m_buckets.size() >= maxKeys)
        forgetFullOnes(nowMs);
    const bool isKnown = m_buckets.contains(key) || m_buckets.size() < maxKeys;
    const QByteArray whose = isKnown ? key : QByteArray();
    if (!m_buckets.contains(whose))
        m_buckets.insert(whose, {fullThousandths(), nowMs});
    Bucket &bucket = m_buckets[whose];
    refill(bucket, nowMs);
    if (bucket.thousandths < 1000)
        return false;
    bucket.thousandths -= 1000;
    return true;
}

void RateLimit::refill(Bucket &bucket, qint64 nowMs) const
{
    bucket.thousandths = std::min(fullThousandths(), bucket.thousandths + (nowMs - bucket.atMs) * m_rate.perSecond);
    bucket.atMs = nowMs;
}

/// A full bucket says no more than none at all. Once a second: the look itself must cost nobody much.
void RateLimit::forgetFullOnes(qint64 nowMs)
{
    if (nowMs - m_lookedAtMs < 1000)
        return;
    m_lookedAtMs = nowMs;
    m_buckets.removeIf([&](const QHash<QByteArray, Bucket>::iterator &entry) {
        refill(entry.value(), nowMs);
        return entry.value().thousandths >= fullThousandths();
    });
}
