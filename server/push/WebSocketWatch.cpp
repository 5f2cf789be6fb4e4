// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/WebSocketWatch.h"

#include "server/domain/Clock.h"
#include "server/push/PushMessage.h"

#include <QWebSocketProtocol>

namespace {

constexpr qint64 minuteUs = 60'000'000;

} // namespace

WebSocketWatch::WebSocketWatch(Watchers &watchers, Clock &clock, MayWatch mayWatch, const WatchLimits &limits,
                               MayErrAgain mayErrAgain)
    : m_watchers(watchers), m_clock(clock), m_mayWatch(std::move(mayWatch)), m_limits(limits),
      m_mayErrAgain(std::move(mayErrAgain))
{
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
    pingLater(socket);
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

bool WebSocketWatch::mayTalk(QWebSocket *socket, int messages)
{
    qint64 &quietAtUs = m_sockets[socket].quietAtUs;
    const qint64 nowUs = m_clock.steadyMs() * 1000;
    const qint64 next = std::max(quietAtUs, nowUs) + messages * (minuteUs / m_limits.maxMessagesAMinute);
    if (next - nowUs > minuteUs)
        return false;
    quietAtUs = next;
    return true;
}

void WebSocketWatch::onMessage(QWebSocket *socket, const QString &text)
{
    // What it had sent before it was dropped or closed no longer counts.
    if (!m_sockets.contains(socket) || socket->state() != QAbstractSocket::ConnectedState)
        return;
    if (!mayTalk(socket, 1))
        return socket->close(QWebSocketProtocol::CloseCodePolicyViolated);
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
    if (!right.granted) {
        if (m_mayErrAgain && !m_mayErrAgain(m_sockets[socket].address))
            return socket->close(QWebSocketProtocol::CloseCodePolicyViolated);
        return refuse(socket, key.text(), QStringLiteral("not allowed to watch this"));
    }
    auto &peer = m_sockets[socket];
    if (!peer.keys.contains(key) && peer.keys.size() >= m_limits.maxKeysPerSocket)
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
    if (socket->bytesToWrite() > maxUnreadRefusals)
        socket->flush(); // many refused at once are not unread yet
    if (socket->bytesToWrite() > maxUnreadRefusals)
        return socket->abort();
    if (!mayTalk(socket, refusalCosts - 1))
        return socket->close(QWebSocketProtocol::CloseCodePolicyViolated);
    write(socket, PushMessage::refusal(key, why));
}

void WebSocketWatch::send(QWebSocket *socket, const QByteArray &message)
{
    if (socket->bytesToWrite() > m_limits.maxUnreadBytes)
        return socket->abort();
    write(socket, message);
    socket->flush(); // now, and not after another turn of the loop
}

void WebSocketWatch::write(QWebSocket *socket, const QByteArray &message)
{
    socket->sendTextMessage(QString::fromUtf8(message));
}

void WebSocketWatch::goAway()
{
    const auto sockets = m_sockets.keys(); // a copy: a socket that is not connected any more leaves at once
    for (auto *socket : sockets)
        socket->close(QWebSocketProtocol::CloseCodeGoingAway, QStringLiteral("the server stops"));
}

void WebSocketWatch::pingLater(QWebSocket *socket)
{
    const qint64 at = m_clock.steadyMs() + m_limits.pingInterval.count();
    m_sockets[socket].pingAtMs = at;
    m_pings.emplace_back(at, socket); // all wait equally long, so the queue stays in order
    planPings();
}

void WebSocketWatch::planPings()
{
    if (m_pings.empty() || std::exchange(m_isPingPlanned, true))
        return;
    const auto left = std::chrono::milliseconds(std::max<qint64>(0, m_pings.front().first - m_clock.steadyMs()));
    m_clock.callAfter(left, this, [this] { pingDue(); });
}

void WebSocketWatch::pingDue()
{
    m_isPingPlanned = false;
    while (!m_pings.empty() && m_pings.front().first <= m_clock.steadyMs()) {
        const auto [at, socket] = m_pings.front();
        m_pings.pop_front();
        const auto peer = m_sockets.find(socket);
        if (peer == m_sockets.end() || peer->pingAtMs != at)
            continue; // gone; another one may have its address
        if (peer->missedPings++ >= maxMissedPings || socket->bytesToWrite() > m_limits.maxUnreadBytes) {
            socket->abort();
        } else {
            socket->ping();
            pingLater(socket);
        }
    }
    planPings();
}
