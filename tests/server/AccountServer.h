// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/Server.h"
#include "server/domain/Clock.h"
#include "server/domain/Random.h"
#include "server/simulator/SimulatorKeys.h"
#include "tests/server/ServerTalk.h"

#include <QCryptographicHash>

/// A training server with its practice Official Account, and WeChat's side of the account's events.
class AccountServer : public ServerTalk
{
public:
    explicit AccountServer(LoginBy loginBy = LoginBy::OfficialAccount)
    {
        auto wanted = config();
        wanted.loginBy = loginBy;
        auto server = Server::start(wanted, m_clock, m_random, m_providerTransport);
        started(server ? Result<ServerAddresses>((*server)->addresses()) : Result<ServerAddresses>(server.error()));
        m_server = std::move(server).value();
        m_token = SimulatorKeys::open(path("simulator"), m_clock, m_random)->accountToken();
    }
    /// The query of a push signed now.
    QByteArray query(const QByteArray &nonce, qint64 offS = 0) const
    {
        const QByteArray timestamp = QByteArray::number(m_clock.nowMs() / 1000 + offS);
        QByteArrayList parts{m_token, timestamp, nonce};
        std::sort(parts.begin(), parts.end());
        return "signature=" + QCryptographicHash::hash(parts.join(), QCryptographicHash::Sha1).toHex()
               + "&timestamp=" + timestamp + "&nonce=" + nonce;
    }
    HttpAnswer push(const QByteArray &pushQuery, const QByteArray &xml)
    {
        return send("POST", events() + '?' + QString::fromLatin1(pushQuery), xml, {{"Content-Type", "text/xml"}});
    }
    QString events() const { return at().http + "/wechat/events"; }
    QJsonObject newTicket()
    {
        return json(post("/api/v1/login/tickets", {{"shop", QStringLiteral("南门店")}, {"till", "2"}}));
    }
    /// The ticket as its till sees it, at once.
    QJsonObject ticket(const QJsonObject &made)
    {
        return json(send("GET", at().http + "/api/v1/login/tickets/" + made["key"].toString(), {},
                         {{"Authorization", "Bearer " + made["poll_secret"].toString().toLatin1()}}));
    }
    static QByteArray xml(const QByteArray &event, const QByteArray &key, const QByteArray &openid, qint64 createTime)
    {
        return "<xml><ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[" + openid
               + "]]></FromUserName><CreateTime>" + QByteArray::number(createTime)
               + "</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[" + event
               + "]]></Event><EventKey><![CDATA[" + key + "]]></EventKey></xml>";
    }

private:
    SystemClock m_clock;
    SystemRandom m_random;
    NetworkTransport m_providerTransport;
    std::unique_ptr<Server> m_server;
    QByteArray m_token;
};
