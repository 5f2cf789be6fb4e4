// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/ProcessShop.h"

#include <QJsonArray>

ProcessShop::ProcessShop(int orderLifetimeS, const QString &serverProgram)
    : twin(QStringLiteral(SIMULATOR), config().dataDir + "/twin.log"),
      server(serverProgram, config().dataDir + "/server.log"), m_root(config().dataDir), m_serverPort(config().port),
      m_twinPort(config().simulatorPort), m_orderLifetimeS(orderLifetimeS)
{
    QDir().mkpath(m_root + "/training");
    started(ServerAddresses{.http = serverUrl(),
                            .simulator = twinUrl(),
                            .phone = {},
                            .shopId = {},
                            .training = true,
                            .dataFolder = m_root + "/training",
                            .terminalToken = {}});
    setArguments(serverUrl() + "/wechatpay/notify", {});
}

void ProcessShop::setArguments(const QString &notifyUrl, const QStringList &more)
{
    twin.setArguments(
        {"--data-dir", m_root + "/training", "--port", QString::number(m_twinPort), "--notify-url", notifyUrl});
    server.setArguments(QStringList{"--data-dir", m_root, "--port", QString::number(m_serverPort), "--profile",
                                    m_root + "/training/merchant_profile.json", "--print-terminal-token"}
                        + more);
}

void ProcessShop::useRelay(const QUrl &notifyUrl, const QUrl &link, const QString &tokenFile)
{
    setArguments(notifyUrl.toString(), {"--relay-url", link.toString(), "--relay-token-file", tokenFile});
}

bool ProcessShop::startTwin()
{
    if (twin.start().isEmpty())
        return false;
    setProfile("order_lifetime_s", m_orderLifetimeS); // the twin writes it anew at each start
    return true;
}

bool ProcessShop::startServer()
{
    const QJsonObject ready = server.start();
    ServerAddresses addresses = at();
    addresses.terminalToken = ready["terminal_token"].toString().toLatin1();
    addresses.shopId = profile()["mchid"].toString();
    started(addresses);
    return !ready.isEmpty();
}

QJsonObject ProcessShop::profile() const
{
    QFile file(path("merchant_profile.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

void ProcessShop::setProfile(const QString &member, const QJsonValue &value)
{
    QJsonObject json = profile();
    json[member] = value;
    QFile file(path("merchant_profile.json"));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(QJsonDocument(json).toJson()) <= 0)
        qFatal("the profile cannot be written");
}

QJsonArray ProcessShop::orders()
{
    QJsonArray all;
    QString cursor;
    do {
        const QJsonObject page = json(get("/api/v1/orders?limit=500&cursor=" + QUrl::toPercentEncoding(cursor)));
        for (const auto &order : page["orders"].toArray())
            all.append(order);
        cursor = page["next_cursor"].toString();
    } while (!cursor.isEmpty());
    return all;
}

QJsonArray ProcessShop::twins()
{
    return json(simulator("GET", "/sim/orders"))["orders"].toArray();
}
