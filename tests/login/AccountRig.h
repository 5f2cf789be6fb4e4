// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/login/OfficialAccount.h"
#include "tests/login/AccountPushes.h"
#include "tests/login/HeldTransport.h"
#include "tests/support/VirtualClock.h"

#include <QPromise>

/// An Official Account between a scripted login and a network that answers when it is told to.
class AccountRig
{
public:
    AccountRig()
        : account({{"wx0001", "secret", QUrl("https://api.example.test")}, AccountPushes::token},
                  {[this](const QString &scene, const QString &openid) { return note(scene, openid); },
                   [this](const LoginTicket &) { return link; }, [this](const LoginTicket &) { return ready(pageQr); }},
                  net, clock)
    {
    }
    /// A push signed now, with a nonce of its own.
    QFuture<Result<void>> push(const QByteArray &xml)
    {
        return account.receive(AccountPushes::signature(QByteArray::number(++m_nonce), clock.nowMs()), xml);
    }
    /// The login's answer to the scan of that number, from 0.
    void answerScan(qsizetype number, const Result<LoginTicket> &result)
    {
        const auto promise = m_open.at(number);
        promise->addResult(result);
        promise->finish();
    }
    LoginTicket ticket() const
    {
        LoginTicket made{.key = "KEY", .shop = QStringLiteral("南门店"), .till = "2"};
        made.createdAt = clock.now();
        made.expiresAt = made.createdAt.addSecs(120);
        made.state = TicketState::Scanned;
        return made;
    }

    VirtualClock clock{AccountPushes::vectorTimeMs};
    HeldTransport net;
    QStringList scans; ///< "scene openid"
    QUrl link{"http://192.0.2.7:8081/m/login/KEY?via=abc"};
    Result<QString> pageQr{QStringLiteral("http://192.0.2.7:8081/m/login/KEY")};
    OfficialAccount account;

private:
    QFuture<Result<LoginTicket>> note(const QString &scene, const QString &openid)
    {
        scans << scene + u' ' + openid;
        m_open.append(std::make_shared<QPromise<Result<LoginTicket>>>());
        m_open.last()->start();
        return m_open.last()->future();
    }

    QList<std::shared_ptr<QPromise<Result<LoginTicket>>>> m_open;
    int m_nonce = 0;
};
