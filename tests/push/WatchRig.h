// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/push/WebSocketWatch.h"
#include "tests/push/ScriptedPast.h"
#include "tests/support/VirtualClock.h"

#include <QTcpSocket>
#include <QTest>
#include <QWebSocketServer>

/// A WebSocketWatch on the loopback address, on a clock that stands still. Whoever has a number may
/// watch it, unless the token is "wrong".
class WatchRig
{
public:
    explicit WatchRig(const WatchLimits &limits = {}, WebSocketWatch::MayErrAgain mayErrAgain = {})
        : watchers(past.recall(), limits), m_limits(limits), m_mayErrAgain(std::move(mayErrAgain))
    {
        past.hold = false;
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("%s", qPrintable(m_server.errorString()));
        QObject::connect(&m_server, &QWebSocketServer::newConnection, &watch, [this] {
            std::unique_ptr<QWebSocket> socket(m_server.nextPendingConnection());
            socket->setParent(nullptr);
            const auto peer = socket->peerAddress();
            watch.add(std::move(socket), peer);
        });
    }
    QUrl url() const { return m_server.serverUrl(); }
    quint16 port() const { return m_server.serverPort(); }

    ScriptedPast past;
    VirtualClock clock;
    Watchers watchers;

private:
    WatchLimits m_limits;
    WebSocketWatch::MayErrAgain m_mayErrAgain;
    QWebSocketServer m_server{"test", QWebSocketServer::NonSecureMode};

public:
    WebSocketWatch watch{watchers, clock, [](const WatchKey &, const QString &token) { return token != "wrong"; },
                         m_limits, m_mayErrAgain};
};

/// A client by hand that has opened a WebSocket and since then neither reads nor answers a ping.
class SilentClient
{
public:
    explicit SilentClient(const WatchRig &rig)
    {
        socket.setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, 4096);
        socket.setReadBufferSize(4096);
        socket.connectToHost(QHostAddress::LocalHost, rig.port());
        socket.write("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                     "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        if (!QTest::qWaitFor([this] { return socket.peek(4096).contains("\r\n\r\n"); }, 20'000))
            qFatal("the WebSocket did not open");
    }
    /// One whole text message of less than 126 bytes, masked with zeros.
    void say(const QByteArray &text)
    {
        socket.write(QByteArray("\x81") + char(0x80 | text.size()) + QByteArray(4, '\0') + text);
    }

    QTcpSocket socket;
};
