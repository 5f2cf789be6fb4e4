// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/ByteBudget.h"
#include "server/http/DeadlineQueue.h"
#include "server/http/HttpLimits.h"
#include "server/http/HttpMessage.h"
#include "server/http/TokenBuckets.h"
#include "server/http/TrustedProxies.h"

#include <QFuture>
#include <QHash>
#include <QSslConfiguration>
#include <functional>
#include <optional>

class Clock;
class ConnectionGuard;

/// All connections of a listener, by the address and port of their peers, and what they share. The guards own it
/// together with the listener, for an upgraded connection may outlive the listener.
class Connections : public QObject
{
    Q_OBJECT
public:
    using Gate = std::function<std::optional<HttpReply>(const HttpRequest &)>;
    using Review = std::function<std::optional<HttpReply>(const HttpRequest &, int status)>;

    Connections(const HttpLimits &limitsOfAll, Clock &theClock)
        : limits(limitsOfAll), clock(theClock), deadlines(theClock), large(limits.maxLargeBytes),
          m_fresh(limits.rates.connectionsPerPeer, limits.rates.connections, theClock)
    {
    }

    /// What lingers does so no longer than we are here.
    ~Connections() override;

    const HttpLimits limits;
    Clock &clock;
    DeadlineQueue deadlines;
    ByteBudget large;
    ProxyRule proxies;
    Review review; ///< none: every reply goes out as it is
    std::function<QFuture<HttpReply>(const HttpRequest &)> serve; ///< answers a whole request that is no upgrade
    Gate mayUpgrade; ///< asked with a whole, well-formed upgrade; a reply refuses
    bool onlyTls = false; ///< nobody is let in without it
    std::optional<QSslConfiguration> tls; ///< for connections from now on

    void add(const QHostAddress &peer, quint16 port, ConnectionGuard *guard);
    void remove(const QHostAddress &peer, quint16 port, ConnectionGuard *guard);
    ConnectionGuard *find(const QHostAddress &peer, quint16 port) const;
    /// A connection that has no guard any more.
    void countIn(const QHostAddress &peer);
    void countOut(const QHostAddress &peer);
    int count() const { return m_count; }
    /// Whether this peer may have another one. Loopback and trusted proxies may have any number.
    bool hasRoomFor(const QHostAddress &peer) const;
    /// The same for one that has just come: also whether it may come at all, and not too many did lately.
    bool admits(const QHostAddress &peer);
    /// From now on every reply is the last on its connection, and who has asked nothing is let go.
    void drain();
    bool isDraining() const { return m_isDraining; }
    /// Those with a request that has begun and is not answered yet.
    int busyCount() const;

    /// One more reply of that status.
    void countReply(int status) { ++m_replies[status]; }
    void countTurnedAway() { ++m_turnedAway; }
    const QHash<int, qint64> &replies() const { return m_replies; }
    qint64 turnedAway() const { return m_turnedAway; } ///< peers that had their fill of connections

    /// An IPv4 peer is the same whether it came by an IPv4 or a dual-stack socket.
    static QHostAddress plain(const QHostAddress &address);

signals:
    void removed();

private:
    using Key = std::pair<QHostAddress, quint16>;
    bool isCounted(const QHostAddress &peer) const { return !peer.isLoopback() && !proxies.trusted.contains(peer); }

    QHash<Key, ConnectionGuard *> m_guards;
    QHash<QHostAddress, int> m_perPeer; ///< by network
    QHash<int, qint64> m_replies;
    qint64 m_turnedAway = 0;
    int m_count = 0;
    bool m_isDraining = false;
    TokenBuckets m_fresh;
};
