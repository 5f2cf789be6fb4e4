// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/Server.h"
#include "server/domain/Clock.h"
#include "server/domain/Json.h"
#include "server/domain/Random.h"
#include "server/net/NetworkTransport.h"
#include "tests/support/Await.h"

#include <QDir>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>
#include <QWebSocket>

/// A whole training server in this process on free ports of the loopback address, and a client's few words to it.
class RunningServer
{
public:
    RunningServer() { start(); }

    void start()
    {
        keepKeys();
        ServerConfig config;
        config.dataDir = m_folder.path();
        config.training = true;
        config.port = 0;
        config.simulatorPort = 0;
        config.phoneListen = {QHostAddress(QHostAddress::LocalHost), 0};
        auto started = Server::start(config, m_clock, m_random, m_transport);
        if (!started)
            qFatal("%s", qPrintable(started.error().message));
        m_server = std::move(started).value();
        keepKeys();
    }
    void stop() { m_server.reset(); }

    const ServerAddresses &at() const { return m_server->addresses(); }
    QString path(const QString &name) const { return at().dataFolder + u'/' + name; }

    HttpAnswer send(const QByteArray &method, const QString &url, const QByteArray &body, const HttpHeaders &headers)
    {
        const auto answer =
            await(m_transport.send({.method = method, .url = QUrl(url), .headers = headers, .body = body}));
        return answer ? *answer : HttpAnswer{};
    }
    HttpHeaders terminal() const
    {
        return {{"Authorization", "Bearer " + at().terminalToken}, {"Content-Type", "application/json"}};
    }
    HttpAnswer post(const QString &path, const QJsonObject &body = {})
    {
        return send("POST", at().http + path, QJsonDocument(body).toJson(), terminal());
    }
    HttpAnswer get(const QString &path) { return send("GET", at().http + path, {}, terminal()); }
    /// The customer pays in the simulator.
    HttpAnswer pay(const QString &number)
    {
        return send("POST", at().simulator + "/sim/pay", QJsonDocument(QJsonObject{{"out_trade_no", number}}).toJson(),
                    {{"Content-Type", "application/json"}});
    }
    QJsonObject place(qint64 amount = 1234)
    {
        const auto answer = post("/api/v1/orders", {{"amount", amount}, {"description", "tea"}});
        return answer.status == 201 ? json(answer) : QJsonObject();
    }
    QJsonObject order(const QString &number) { return json(get("/api/v1/orders/" + number)); }
    QString state(const QString &number) { return order(number)["trade_state"].toString(); }

    static QJsonObject json(const HttpAnswer &answer) { return QJsonDocument::fromJson(answer.body).object(); }

private:
    /// Making the simulator's keys takes a second; every server of a test program has the first one's.
    void keepKeys()
    {
        static QByteArray keys;
        const QDir folder(m_folder.filePath("training/simulator"));
        QFile file(folder.filePath("simulator-keys.json"));
        if (file.open(QIODevice::ReadOnly)) {
            keys = file.readAll();
        } else if (!keys.isEmpty() && folder.mkpath(".") && file.open(QIODevice::WriteOnly)) {
            file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
            file.write(keys);
        }
    }

    QTemporaryDir m_folder;
    SystemClock m_clock;
    SystemRandom m_random;
    NetworkTransport m_transport;
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
        socket.open(QUrl(url.replace("http:", "ws:")));
        if (!QTest::qWaitFor([this] { return socket.state() == QAbstractSocket::ConnectedState; }))
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
        if (!QTest::qWaitFor([&] { return heard.removeIf(isAnswer) > 0; }))
            qFatal("no answer on the WebSocket");
    }

    RunningServer &m_server;
};
