// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/push/WatchMessage.h"
#include "server/push/WatchTokens.h"
#include "server/push/Watchers.h"

#include <QJsonObject>
#include <QSet>
#include <QWebSocket>
#include <deque>

class Clock;

/// The seed's protocol on one WebSocket each (api.md, "WebSocket"): create and remove from the client, pushes to it.
/// Owns the sockets; pings them, and drops who does not answer or does not read.
class WebSocketWatch : public QObject
{
    Q_OBJECT
public:
    static constexpr int maxMissedPings = 2;
    static constexpr int maxUnreadRefusals = 16 * 1024; ///< bytes; who reads none of them needs no more
    static constexpr int refusalCosts = 10; ///< messages: who means well is refused seldom
    /// Asked after every token that opens nothing; false: there were too many from there.
    using MayErrAgain = std::function<bool(const QHostAddress &)>;

    WebSocketWatch(Watchers &watchers, Clock &clock, MayWatch mayWatch, const WatchLimits &limits = {},
                   MayErrAgain mayErrAgain = {});
    ~WebSocketWatch() override;

    /// peer: whose limit its watches count for.
    void add(std::unique_ptr<QWebSocket> socket, const QHostAddress &peer);
    int count() const { return int(m_sockets.size()); }
    /// Closes every socket with 1001, behind what it has been told; each goes once its client has closed too.
    void goAway();

private:
    struct Peer
    {
        QHostAddress address = {};
        int missedPings = 0;
        QSet<WatchKey> keys = {};
        qint64 pingAtMs = 0; ///< steady
        qint64 quietAtUs = 0; ///< when it may send as many messages as at first; steady
    };

    bool mayTalk(QWebSocket *socket, int messages);
    void onMessage(QWebSocket *socket, const QString &text);
    void onCreate(QWebSocket *socket, const WatchMessage &message);
    void tell(QWebSocket *socket, const WatchKey &key, const Push &push);
    void forget(QWebSocket *socket, const WatchKey &key);
    void send(QWebSocket *socket, const QByteArray &message);
    static void write(QWebSocket *socket, const QByteArray &message);
    void refuse(QWebSocket *socket, const QString &key, const QString &why);
    void pingLater(QWebSocket *socket);
    void planPings();
    void pingDue();

    Watchers &m_watchers;
    Clock &m_clock;
    MayWatch m_mayWatch;
    const WatchLimits m_limits;
    MayErrAgain m_mayErrAgain;
    QHash<QWebSocket *, Peer> m_sockets;
    /// Whom to ping next, and when: each by its own time, for thousands at once would hold up a push.
    std::deque<std::pair<qint64, QWebSocket *>> m_pings;
    bool m_isPingPlanned = false;
};
