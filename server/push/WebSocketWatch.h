// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/push/Watchers.h"

#include <QHostAddress>
#include <QJsonObject>
#include <QSet>
#include <QWebSocket>

class Clock;

/// The seed's protocol on one WebSocket each (api.md, "WebSocket"): create and remove from the client, pushes to it.
/// Owns the sockets; pings them, and drops who does not answer or does not read.
class WebSocketWatch : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 maxUnreadBytes = 256 * 1024;
    static constexpr int maxKeysPerSocket = 256;
    static constexpr std::chrono::seconds pingInterval{20};
    static constexpr int maxMissedPings = 2;

    /// Whether this token (empty: none was sent) opens the key.
    using MayWatch = std::function<bool(const WatchKey &, const QString &token)>;

    WebSocketWatch(Watchers &watchers, Clock &clock, MayWatch mayWatch);
    ~WebSocketWatch() override;

    void add(std::unique_ptr<QWebSocket> socket);
    int count() const { return int(m_sockets.size()); }

private:
    struct Peer
    {
        int missedPings = 0;
        QSet<WatchKey> keys;
    };

    void onMessage(QWebSocket *socket, const QString &text);
    void onCreate(QWebSocket *socket, const QJsonObject &message, const WatchKey &key);
    void send(QWebSocket *socket, const QJsonObject &message);
    void refuse(QWebSocket *socket, const QString &key, const QString &why);
    void pingAll();
    QJsonObject messageFor(const WatchKey &key, const Push &push) const;

    Watchers &m_watchers;
    Clock &m_clock;
    MayWatch m_mayWatch;
    QHash<QWebSocket *, Peer> m_sockets;
};
