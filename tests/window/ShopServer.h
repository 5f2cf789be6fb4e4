// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ServerThread.h"
#include "tests/server/ServerTalk.h"

#include <QJsonArray>

/// A whole training server on a thread of its own, as it is inside the till. It can be stopped and started again where
/// it was.
class ShopServer : public ServerTalk
{
public:
    ShopServer() { start(); }
    virtual ~ShopServer() = default;

    void start()
    {
        m_thread = std::make_unique<ServerThread>();
        started(found(m_thread->start(arranged(config()))));
    }
    void stop() { m_thread.reset(); }

    /// The order that was placed last.
    QString newestNumber()
    {
        return json(get("/api/v1/orders?limit=1"))["orders"].toArray()[0].toObject()["out_trade_no"].toString();
    }
    /// All of ours, newest first.
    QJsonArray rows() { return json(get("/api/v1/orders?limit=500"))["orders"].toArray(); }
    /// All of the simulator's.
    QJsonArray twins() { return json(simulator("GET", "/sim/orders"))["orders"].toArray(); }
    /// Of ours that a person must decide about.
    QJsonArray cases() { return json(get("/api/v1/cases"))["cases"].toArray(); }
    /// A payment on its way: the till goes on meanwhile.
    QFuture<Result<HttpAnswer>> paySoon(const QString &codeUrl) { return payment("code_url", codeUrl); }
    QFuture<Result<HttpAnswer>> paySoonByNumber(const QString &number) { return payment("out_trade_no", number); }

protected:
    struct Later
    {
    };
    explicit ShopServer(Later) {}
    virtual ServerConfig arranged(const ServerConfig &config) { return config; }
    virtual Result<ServerAddresses> found(const Result<ServerAddresses> &addresses) { return addresses; }

private:
    QFuture<Result<HttpAnswer>> payment(const QString &member, const QString &value)
    {
        return m_transport.send({.method = "POST",
                                 .url = QUrl(at().simulator + "/sim/pay"),
                                 .headers = {{"Content-Type", "application/json"}},
                                 .body = QJsonDocument(QJsonObject{{member, value}}).toJson()});
    }

    std::unique_ptr<ServerThread> m_thread;
};
