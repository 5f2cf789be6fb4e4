// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/TokenBuckets.h"

#include "server/net/PeerNetwork.h"

#include <QtEndian>

namespace {

constexpr std::chrono::minutes aMinute(1);

} // namespace

TokenBuckets::TokenBuckets(int perPeerAMinute, int inAllAMinute, const Clock &clock)
    : m_clock(clock), m_peers({perPeerAMinute, aMinute}, clock), m_all{inAllAMinute, aMinute}
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

std::optional<TokenBuckets::Wait> TokenBuckets::wait(const QHostAddress &peer) const
{
    const qint64 us = std::max(m_peers.lackUs(keyOf(peer)), m_all.lackUs(m_allFullAt, m_clock.steadyMs() * 1000));
    return us > 0 ? std::optional(Wait((us + 999) / 1000)) : std::nullopt;
}

std::optional<TokenBuckets::Wait> TokenBuckets::take(const QHostAddress &peer)
{
    if (const auto lack = wait(peer))
        return lack;
    (void)m_peers.take(keyOf(peer));
    m_allFullAt = m_all.afterOneUs(m_allFullAt, m_clock.steadyMs() * 1000);
    return std::nullopt;
}
