// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/server/ServerTalk.h"
#include "tests/system/Child.h"

/// A shop's server and WeChat Pay's twin as processes of their own on loopback, always on the same ports: either may
/// be killed and started again on what it left on its disk. The server speaks for the profile that the twin wrote.
class ProcessShop : public ServerTalk
{
public:
    /// serverProgram: another one that is a server too.
    explicit ProcessShop(int orderLifetimeS = 300, const QString &serverProgram = QStringLiteral(SERVER));

    /// From the next starts on WeChat posts to that address, and the server fetches from the relay.
    void useRelay(const QUrl &notifyUrl, const QUrl &link, const QString &tokenFile);
    /// False when it does not come up; its log says why.
    bool startTwin();
    bool startServer();
    /// The merchant profile as the server reads it at its start.
    QJsonObject profile() const;
    void setProfile(const QString &member, const QJsonValue &value);
    QString serverUrl() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_serverPort); }
    QString twinUrl() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_twinPort); }
    QString books() const { return path("books.sqlite"); }
    /// The books of both, as their APIs tell: ours over all pages.
    QJsonArray orders();
    QJsonArray twins();

    Child twin;
    Child server;

private:
    void setArguments(const QString &notifyUrl, const QStringList &more);

    QString m_root;
    quint16 m_serverPort;
    quint16 m_twinPort;
    int m_orderLifetimeS;
};
