// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/WebSocketWatch.h"

#include "server/domain/Clock.h"
#include "server/domain/Json.h"

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

void WebSocketWatch::add(std::unique_ptr<QWebSocket> owned)
{
    auto *socket = owned.release();
    m_sockets.insert(socket, {});
    connect(socket, &QWebSocket::textMessageReceived, this,
            [this, socket](const QString &text) { onMessage(socket, text); });
    connect(socket, &QWebSocket::binaryMessageReceived, this,
            [socket](const QByteArray &) { socket->close(QWebSocketProtocol::CloseCodeDatatypeNotSupported); });
    connect(socket, &QWebSocket::pong, this, [this, socket] {
        if (const auto peer = m_sockets.find(socket); peer != m_sockets.end())
            peer->missedPings = 0;
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
    auto &keys = m_sockets[socket].keys;
    if (!keys.contains(key) && keys.size() >= maxKeysPerSocket)
        return refuse(socket, key.text(), QStringLiteral("too many watches on one connection"));
    keys.insert(key);
    const auto watched = m_watchers.watch(
        key, after, socket, [this, socket, key](const Push &push) { send(socket, messageFor(key, push)); });
    if (!watched)
        refuse(socket, key.text(), watched.error().message);
}

QJsonObject WebSocketWatch::messageFor(const WatchKey &key, const Push &push) const
{
    if (push.kind == Push::Kind::Snapshot)
        return {{"event", QStringLiteral("SNAPSHOT")},
                {"seq", push.order->seq},
                {"outTradeNo", key.text()},
                {"order", Json::fromOrder(*push.order)}};
    QJsonObject message{{"now", m_clock.nowMs()}, {"outTradeNo", key.text()}};
    if (push.kind == Push::Kind::Nudge) {
        message["result"] = 1;
        message["info"] = QStringLiteral("ok");
        return message;
    }
    const EventType type = push.event->type;
    message["result"] = type == EventType::Success ? 1 : 0;
    message["info"] = type == EventType::Success ? QStringLiteral("ok") : toText(type).toLower();
    message["event"] = toText(type);
    message["seq"] = push.event->seq;
    message["order"] = Json::fromOrder(*push.order);
    return message;
}

void WebSocketWatch::refuse(QWebSocket *socket, const QString &key, const QString &why)
{
    send(socket, {{"result", 0}, {"info", why}, {"outTradeNo", key}});
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
