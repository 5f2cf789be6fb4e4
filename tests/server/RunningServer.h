// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/Server.h"
#include "server/domain/Clock.h"
#include "server/domain/Json.h"
#include "server/domain/Random.h"
#include "tests/server/ServerTalk.h"

#include <QRegularExpression>
#include <QTest>
#include <QWebSocket>

/// A whole training server in this process and thread.
class RunningServer : public ServerTalk
{
public:
    using Arrange = std::function<void(ServerConfig &)>;
    explicit RunningServer(Arrange arrange = {}) : m_arrange(std::move(arrange)) { start(); }

    void start()
    {
        ServerConfig wanted = config();
        wanted.opsListen = {QHostAddress(QHostAddress::LocalHost), 0};
        if (m_arrange)
            m_arrange(wanted);
        auto server = Server::start(wanted, m_clock, m_random, m_providerTransport);
        started(server ? Result<ServerAddresses>((*server)->addresses()) : Result<ServerAddresses>(server.error()));
        m_server = std::move(server).value();
    }
    void stop() { m_server.reset(); }
    Server &server() { return *m_server; }
    /// What an operator's tools get.
    HttpAnswer ops(const QString &path) { return send("GET", at().ops + path, {}, {}); }

private:
    Arrange m_arrange;
    SystemClock m_clock;
    SystemRandom m_random;
    NetworkTransport m_providerTransport;
    std::unique_ptr<Server> m_server;
};

/// One WebSocket to it, and what it heard.
class WatchClient
{
public:
    explicit WatchClient(RunningServer &server) : m_server(server)
    {
        QObject::connect(&socket, &QWebSocket::textMessageReceived, &socket, [this](const QString &text) {
            heard.append(QJsonDocument::fromJson(text.toUtf8()).object());
        });
        QString url = server.at().http + "/websocket/myHandler";
        socket.open(QUrl(url.replace(QRegularExpression("^http"), "ws")));
        if (!QTest::qWaitFor([this] { return socket.state() == QAbstractSocket::ConnectedState; }, 20'000))
            qFatal("the WebSocket did not open");
    }
    void say(const QJsonObject &message)
    {
        socket.sendTextMessage(QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact)));
    }
    /// Everything sent so far has been handled, the store's answers to it included.
    void settle()
    {
        beAnswered();
        (void)m_server.get("/api/v1/orders/SETTLE"); // goes through the store after what came before
        beAnswered();
    }

    QWebSocket socket;
    QList<QJsonObject> heard;

private:
    void beAnswered()
    {
        say({{"action", "none"}, {"outTradeNo", "settle"}});
        const auto isAnswer = [](const QJsonObject &message) { return message["outTradeNo"] == "settle"; };
        if (!QTest::qWaitFor([&] { return heard.removeIf(isAnswer) > 0; }, 20'000))
            qFatal("no answer on the WebSocket");
    }

    RunningServer &m_server;
};
