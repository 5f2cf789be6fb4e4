// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/DeadlineQueue.h"
#include "server/http/HttpLimits.h"
#include "server/http/HttpMessage.h"

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

    Connections(const HttpLimits &limitsOfAll, Clock &theClock)
        : limits(limitsOfAll), clock(theClock), deadlines(theClock)
    {
    }

    /// What lingers does so no longer than we are here.
    ~Connections() override;

    const HttpLimits limits;
    Clock &clock;
    DeadlineQueue deadlines;
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
    /// Whether this peer may have another one. Loopback may have any number: a balancer lives there.
    bool hasRoomFor(const QHostAddress &peer) const;

    /// An IPv4 peer is the same whether it came by an IPv4 or a dual-stack socket.
    static QHostAddress plain(const QHostAddress &address);

signals:
    void removed();

private:
    using Key = std::pair<QHostAddress, quint16>;
    QHash<Key, ConnectionGuard *> m_guards;
    QHash<QHostAddress, int> m_perPeer;
    int m_count = 0;
};
