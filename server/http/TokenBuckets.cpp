// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/TokenBuckets.h"

#include "server/domain/Clock.h"
#include "server/net/PeerNetwork.h"

#include <QtEndian>
#include <algorithm>

namespace {

constexpr qint64 minuteUs = 60'000'000;

/// How long until a bucket that is full at that time has a token; none: it has one.
qint64 lackUs(qint64 fullAt, qint64 intervalUs, qint64 now)
{
    return std::max<qint64>(0, std::max(fullAt, now) + intervalUs - minuteUs - now);
}

std::optional<TokenBuckets::Wait> waitOf(qint64 us)
{
    return us > 0 ? std::optional(TokenBuckets::Wait((us + 999) / 1000)) : std::nullopt;
}

} // namespace

TokenBuckets::TokenBuckets(int perPeerAMinute, int inAllAMinute, Clock &clock)
    : m_clock(clock), m_peerIntervalUs(minuteUs / perPeerAMinute), m_allIntervalUs(minuteUs / inAllAMinute)
{
}

TokenBuckets::Key TokenBuckets::keyOf(const QHostAddress &peer)
{
    const QHostAddress network = networkOf(peer);
    bool isIpv4 = false;
    const quint32 ipv4 = network.toIPv4Address(&isIpv4);
    if (isIpv4)
        return ipv4; // no /64 of anybody's begins with 32 zero bits
    const Q_IPV6ADDR bytes = network.toIPv6Address();
    return qFromBigEndian<quint64>(bytes.c);
}

qint64 TokenBuckets::nowUs() const
{
    return m_clock.steadyMs() * 1000;
}

std::optional<TokenBuckets::Wait> TokenBuckets::wait(const QHostAddress &peer) const
{
    const qint64 now = nowUs();
    return waitOf(std::max(lackUs(m_fullAt.value(keyOf(peer)), m_peerIntervalUs, now),
                           lackUs(m_allFullAt, m_allIntervalUs, now)));
}

std::optional<TokenBuckets::Wait> TokenBuckets::take(const QHostAddress &peer)
{
    if (const auto lack = wait(peer))
        return lack;
    const qint64 now = nowUs();
    const Key key = keyOf(peer);
    forgetFull(now);
    remember(key, std::max(m_fullAt.value(key), now) + m_peerIntervalUs);
    m_allFullAt = std::max(m_allFullAt, now) + m_allIntervalUs;
    return std::nullopt;
}

void TokenBuckets::forgetFull(qint64 now)
{
    while (!m_order.empty() && m_order.begin()->first <= now) {
        m_fullAt.remove(m_order.begin()->second);
        m_order.erase(m_order.begin());
    }
}

void TokenBuckets::remember(Key key, qint64 fullAt)
{
    if (const auto found = m_fullAt.constFind(key); found != m_fullAt.constEnd()) {
        m_order.erase({*found, key});
    } else if (m_fullAt.size() >= maxPeers) {
        m_fullAt.remove(m_order.begin()->second);
        m_order.erase(m_order.begin());
    }
    m_fullAt.insert(key, fullAt);
    m_order.insert({fullAt, key});
}
