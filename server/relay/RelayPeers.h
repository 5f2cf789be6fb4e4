// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/relay/RelayPeer.h"
#include "server/runtime/LineLimit.h"

#include <QHash>
#include <QSet>

/// All connections of shops to a relay: one a shop, the newest.
class RelayPeers : public QObject
{
    Q_OBJECT
public:
    static constexpr int maxStrangers = 64; ///< not recognised yet; further ones are dropped
    static constexpr int linesAMinute = 30; ///< in the log, about strangers

    /// All must outlive this.
    RelayPeers(RelayStore &store, Clock &clock, Random &random);

    void add(std::unique_ptr<QWebSocket> socket);
    /// There is something new in that shop's line.
    void look(const QString &shop);
    /// All are told to go; what they have not acknowledged waits for their next connection.
    void goAway();
    int count() const { return int(m_shops.size()); } ///< shops that are connected
    const LineCounts &counts() const { return m_counts; }

private:
    void recognised(RelayPeer *peer);
    void gone(RelayPeer *peer);

    RelayStore &m_store;
    Clock &m_clock;
    Random &m_random;
    LineLimit m_lines;
    LineCounts m_counts;
    QSet<RelayPeer *> m_strangers;
    QHash<QString, RelayPeer *> m_shops;
};
