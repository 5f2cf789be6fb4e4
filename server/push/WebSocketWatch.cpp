// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/WebSocketWatch.h"

#include "server/domain/Clock.h"
#include "server/domain/Json.h"
#include "server/push/PushMessage.h"

#include <QJsonDocument>
#include <QWebSocketProtocol>

WebSocketWatch::WebSocketWatch(Watchers &watchers, Clock &clock, MayWatch mayWatch)
    : m_watchers(watchers), m_clock(clock), m_mayWatch(std::move(mayWatch))
{
    m_clock.callAfter(pingInterval, this, [this] { pingAll(); });
}

WebSocketWatch::~WebSocketWatch()
{
    const auto sockets = m_sockets.keys();
    for (auto *socket : sockets) {
        socket->disconnect(this);
        socket->close(QWebSocketProtocol::CloseCodeGoingAway);
        delete socket;
    }
}

void WebSocketWatch::add(std::unique_ptr<QWebSocket> owned, const QHostAddress &peer)
{
    auto *socket = owned.release();
    m_sockets.insert(socket, {.address = peer});
    connect(socket, &QWebSocket::textMessageReceived, this,
            [this, socket](const QString &text) { onMessage(socket, text); });
    connect(socket, &QWebSocket::binaryMessageReceived, this,
            [socket](const QByteArray &) { socket->close(QWebSocketProtocol::CloseCodeDatatypeNotSupported); });
    connect(socket, &QWebSocket::pong, this, [this, socket] {
        if (const auto found = m_sockets.find(socket); found != m_sockets.end())
            found->missedPings = 0;
    });
    connect(socket, &QWebSocket::disconnected, this, [this, socket] {
        m_sockets.remove(socket);
        socket->deleteLater();
    });
}

void WebSocketWatch::onMessage(QWebSocket *socket, const QString &text)
{
    if (!m_sockets.contains(socket)) // dropped already; what it had sent before no longer counts
        return;
    const auto message = Json::parseObject(text.toUtf8());
    if (!message)
        return refuse(socket, {}, QStringLiteral("not a JSON object"));
    const QString named = (*message)["outTradeNo"].toString();
    const auto key = WatchKey::parse(named);
    if (!key)
        return refuse(socket, named.left(64), key.error().message);
    const QString action = (*message)["action"].toString();
    if (action == QLatin1String("create")) {
        onCreate(socket, *message, *key);
    } else if (action == QLatin1String("remove")) {
        m_sockets[socket].keys.remove(*key);
        m_watchers.unwatch(*key, socket);
    } else {
        refuse(socket, key->text(), QStringLiteral("unknown action"));
    }
}

void WebSocketWatch::onCreate(QWebSocket *socket, const QJsonObject &message, const WatchKey &key)
{
    if (!m_mayWatch(key, message["token"].toString()))
        return refuse(socket, key.text(), QStringLiteral("not allowed to watch this"));
    std::optional<qint64> after;
    if (const auto value = message["after"]; !value.isUndefined() && !value.isNull()) {
        after = value.toInteger(-1);
        if (*after < 0)
            return refuse(socket, key.text(), QStringLiteral("after must be a sequence number"));
    }
    auto &peer = m_sockets[socket];
    if (!peer.keys.contains(key) && peer.keys.size() >= maxKeysPerSocket)
        return refuse(socket, key.text(), QStringLiteral("too many watches on one connection"));
    peer.keys.insert(key);
    const auto watched = m_watchers.watch(key, after, {socket, peer.address},
                                          [this, socket, key](const Push &push) { tell(socket, key, push); });
    if (!watched) {
        forget(socket, key);
        refuse(socket, key.text(), watched.error().message);
    }
}

void WebSocketWatch::tell(QWebSocket *socket, const WatchKey &key, const Push &push)
{
    if (push.kind == Push::Kind::Failed)
        forget(socket, key);
    send(socket, PushMessage::of(key, push, m_clock.nowMs()));
}

void WebSocketWatch::forget(QWebSocket *socket, const WatchKey &key)
{
    if (const auto found = m_sockets.find(socket); found != m_sockets.end())
        found->keys.remove(key);
}

void WebSocketWatch::refuse(QWebSocket *socket, const QString &key, const QString &why)
{
    send(socket, PushMessage::refusal(key, why));
}

void WebSocketWatch::send(QWebSocket *socket, const QJsonObject &message)
{
    if (socket->bytesToWrite() > maxUnreadBytes)
        return socket->abort();
    socket->sendTextMessage(QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact)));
}

void WebSocketWatch::pingAll()
{
    const auto sockets = m_sockets.keys();
    for (auto *socket : sockets) {
        if (m_sockets[socket].missedPings++ >= maxMissedPings || socket->bytesToWrite() > maxUnreadBytes)
            socket->abort();
        else
            socket->ping();
    }
    m_clock.callAfter(pingInterval, this, [this] { pingAll(); });
}
