// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>

class Clock;

/// How often each of many may do something: a burst, and then so many a second (a token bucket each).
class RateLimit
{
public:
    static constexpr qsizetype maxKeys = 10'000; ///< known at once; the others share one bucket

    struct Rate
    {
        int burst;
        int perSecond;
    };
    /// The clock must outlive this.
    RateLimit(Rate rate, const Clock &clock) : m_rate(rate), m_clock(clock) {}

    /// Whether it may now; then it has.
    bool admits(const QByteArray &key);

private:
    struct Bucket
    {
        qint64 thousandths = 0; ///< of one admission
        qint64 atMs = 0;
    };
    qint64 fullThousandths() const { return qint64(m_rate.burst) * 1000; }
    void refill(Bucket &bucket, qint64 nowMs) const;
    void forgetFullOnes(qint64 nowMs);

    Rate m_rate;
    const Clock &m_clock;
    QHash<QByteArray, Bucket> m_buckets;
    qint64 m_lookedAtMs = -1000; ///< when full ones were looked for
};
