// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/WebSocketWatch.h"

#include "server/domain/Clock.h"
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
    const auto read = WatchMessage::read(text);
    if (const auto *fault = std::get_if<WatchMessage::Fault>(&read))
        return refuse(socket, fault->key, fault->why);
    const auto &message = std::get<WatchMessage>(read);
    if (message.action == WatchMessage::Action::Create)
        return onCreate(socket, message);
    m_sockets[socket].keys.remove(message.key);
    m_watchers.unwatch(message.key, socket);
}

void WebSocketWatch::onCreate(QWebSocket *socket, const WatchMessage &message)
{
    const WatchKey &key = message.key;
    const WatchRight right = m_mayWatch(key, message.token);
    if (!right.granted)
        return refuse(socket, key.text(), QStringLiteral("not allowed to watch this"));
    auto &peer = m_sockets[socket];
    if (!peer.keys.contains(key) && peer.keys.size() >= maxKeysPerSocket)
        return refuse(socket, key.text(), QStringLiteral("too many watches on one connection"));
    peer.keys.insert(key);
    const auto watched = m_watchers.watch(key, message.after, {socket, peer.address, right.terminal},
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
