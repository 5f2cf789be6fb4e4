// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/KeyedBuckets.h"

#include <QHostAddress>
#include <optional>

/// A bucket of tokens for every peer and one for all of them. Who uses more addresses than are remembered still meets
/// the bucket of all.
class TokenBuckets
{
public:
    using Wait = std::chrono::milliseconds;

    /// Both at least 1. The clock outlives this.
    TokenBuckets(int perPeerAMinute, int inAllAMinute, const Clock &clock);

    /// Takes a token of that peer and one of all, or neither: then, how long until both are there.
    std::optional<Wait> take(const QHostAddress &peer);
    /// How long until that peer could take one; nothing: now.
    std::optional<Wait> wait(const QHostAddress &peer) const;
    int peers() const { return m_peers.size(); }

private:
    using Key = quint64;
    static Key keyOf(const QHostAddress &peer);

    const Clock &m_clock;
    KeyedBuckets<Key> m_peers;
    const BucketRate m_all;
    qint64 m_allFullAt = 0;
};
