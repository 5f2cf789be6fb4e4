// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/Server.h"
#include "server/domain/Clock.h"
#include "server/domain/Random.h"
#include "tests/server/AccountServer.h"

#include <QTest>

/// A merchant without an Official Account, and one who does not log in by it.
class OaOffTest : public QObject
{
    Q_OBJECT

    SystemClock m_clock;
    SystemRandom m_random;
    NetworkTransport m_transport;

    /// A profile like the simulator's own, without its account.
    static QString profileIn(const AccountServer &training)
    {
        const QString file = training.path("merchant_profile.json");
        QFile profile(file);
        if (!profile.open(QIODevice::ReadWrite))
            qFatal("no profile");
        auto json = QJsonDocument::fromJson(profile.readAll()).object();
        json.remove("official_account");
        profile.resize(0);
        profile.write(QJsonDocument(json).toJson());
        return file;
    }
    ServerConfig config(const QString &folder, const QString &profile) const
    {
        ServerConfig config;
        config.dataDir = folder;
        config.profileFile = profile;
        config.port = 0;
        return config;
    }

private slots:
    void withoutAnAccountThereIsNoSuchAddress()
    {
        AccountServer training(LoginBy::Page);
        const QTemporaryDir folder;
        const auto server = Server::start(config(folder.path(), profileIn(training)), m_clock, m_random, m_transport);
        QVERIFY2(server, server ? "" : qPrintable(server.error().message));
        const auto url = (*server)->addresses().http + "/wechat/events";
        QCOMPARE(training.send("GET", url, {}, {}).status, 404);
        QCOMPARE(training.send("POST", url, "<xml/>", {}).status, 404);
    }
    void loginByAnAccountThatIsNotThereStopsTheStart()
    {
        AccountServer training(LoginBy::Page);
        const QTemporaryDir folder;
        auto wanted = config(folder.path(), profileIn(training));
        wanted.loginBy = LoginBy::OfficialAccount;
        const auto server = Server::start(wanted, m_clock, m_random, m_transport);
        QVERIFY(!server);
        QCOMPARE(server.error().code, ErrorCode::Configuration);
        QVERIFY(server.error().message.contains("official_account"));
        QVERIFY(QDir(folder.path()).isEmpty());
    }
    void theQrIsThePagesUnlessItIsSaid()
    {
        AccountServer training(LoginBy::Page);
        const auto ticket = training.newTicket();
        QCOMPARE(ticket["qr"].toString(), training.at().phone + "/m/login/" + ticket["key"].toString());
    }
};

QTEST_GUILESS_MAIN(OaOffTest)
#include "tst_oa_off.moc"
