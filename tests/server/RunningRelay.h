// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/RelayServer.h"
#include "server/domain/Clock.h"
#include "server/domain/Random.h"
#include "server/net/NetworkTransport.h"
#include "server/relay/RelayedHeaders.h"
#include "tests/support/Await.h"
#include "tests/support/RelayedNotes.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

/// A relay in this process and thread that serves the shop "corner", with an operator's port.
class RunningRelay
{
public:
    using Arrange = std::function<void(ServerConfig &)>;
    explicit RunningRelay(const Arrange &arrange = {}, Clock *clock = nullptr) : m_clock(clock ? *clock : m_wallClock)
    {
        m_config.dataDir = m_folder.path();
        m_config.port = 0;
        m_config.opsListen = {QHostAddress(QHostAddress::LocalHost), 0};
        if (arrange)
            arrange(m_config);
        const auto added = RelayServer::addShop(m_config, "corner", m_clock, m_random);
        if (!added)
            qFatal("%s", qPrintable(added.error().message));
        token = *added;
        start();
    }
    void start()
    {
        auto started = RelayServer::start(m_config, m_clock, m_random);
        if (!started)
            qFatal("%s", qPrintable(started.error().message));
        m_server = *std::move(started);
    }
    RelayServer &server() { return *m_server; }
    const ServerAddresses &at() const { return m_server->addresses(); }
    QString path(const QString &name) const { return at().dataFolder + u'/' + name; }
    QUrl link() const
    {
        QUrl url(at().http + "/relay/link");
        url.setScheme(url.scheme() == QLatin1String("https") ? "wss" : "ws");
        return url;
    }

    HttpAnswer get(const QString &url, const HttpHeaders &headers = {})
    {
        const auto answer = await(m_transport.send(
            {.method = "GET", .url = QUrl(url), .headers = headers, .body = {}, .timeout = std::chrono::seconds(20)}));
        return answer ? *answer : HttpAnswer{};
    }
    HttpAnswer ops(const QString &path) { return get(at().ops + path); }
    QJsonObject part(const QString &name)
    {
        const auto answer = QJsonDocument::fromJson(ops("/readyz").body).object();
        return answer["parts"].toObject()[name].toObject();
    }
    /// WeChat posts a delivery.
    QFuture<Result<HttpAnswer>> begin(int number, const QString &shop = "corner")
    {
        const auto note = RelayedNotes::note(number);
        return m_transport.send({.method = "POST",
                                 .url = QUrl(at().http + "/wechatpay/notify/" + shop),
                                 .headers = RelayedHeaders::of(note),
                                 .body = note.body});
    }
    int post(int number, const QString &shop = "corner")
    {
        const auto answer = await(begin(number, shop));
        return answer ? answer->status : 0;
    }

    QByteArray token;

private:
    QTemporaryDir m_folder;
    ServerConfig m_config;
    SystemClock m_wallClock;
    Clock &m_clock;
    SystemRandom m_random;
    NetworkTransport m_transport;
    std::unique_ptr<RelayServer> m_server;
};
