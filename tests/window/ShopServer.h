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

    void start()
    {
        m_thread = std::make_unique<ServerThread>();
        started(m_thread->start(config()));
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
    /// A payment on its way: the till goes on meanwhile.
    QFuture<Result<HttpAnswer>> paySoon(const QString &codeUrl)
    {
        return m_transport.send({.method = "POST",
                                 .url = QUrl(at().simulator + "/sim/pay"),
                                 .headers = {{"Content-Type", "application/json"}},
                                 .body = QJsonDocument(QJsonObject{{"code_url", codeUrl}}).toJson()});
    }

private:
    std::unique_ptr<ServerThread> m_thread;
};
