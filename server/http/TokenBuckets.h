// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QHostAddress>
#include <chrono>
#include <optional>
#include <set>

class Clock;

/// A bucket of tokens for every peer and one for all of them: a token is there for each thing that may happen now.
/// Full buckets are not remembered, and of more than maxPeers others the fullest is forgotten: many addresses cost no
/// more memory, and who uses them still meets the bucket of all.
class TokenBuckets
{
public:
    static constexpr int maxPeers = 8'192;
    using Wait = std::chrono::milliseconds;

    /// Both at least 1. The clock outlives this.
    TokenBuckets(int perPeerAMinute, int inAllAMinute, Clock &clock);

    /// Takes a token of that peer and one of all, or neither: then, how long until both are there.
    std::optional<Wait> take(const QHostAddress &peer);
    /// How long until that peer could take one; nothing: now.
    std::optional<Wait> wait(const QHostAddress &peer) const;
    int peers() const { return int(m_fullAt.size()); }

private:
    using Key = quint64;
    static Key keyOf(const QHostAddress &peer);
    qint64 nowUs() const;
    void forgetFull(qint64 now);
    void remember(Key key, qint64 fullAt);

    Clock &m_clock;
    const qint64 m_peerIntervalUs; ///< between two tokens
    const qint64 m_allIntervalUs;
    /// A bucket is told by when it will be full again, and holds nothing when that is a minute from now.
    QHash<Key, qint64> m_fullAt;
    std::set<std::pair<qint64, Key>> m_order;
    qint64 m_allFullAt = 0;
};
