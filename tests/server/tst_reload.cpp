// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/RunningServer.h"
#include "tests/server/SignedNotify.h"

#include <QJsonArray>

/// A reload takes a good profile up and refuses a bad one whole; who waits and what is under way notice nothing.
class ReloadTest : public QObject
{
    Q_OBJECT

    static constexpr char newKey[] = "0123456789abcdef0123456789ABCDEF";

    static QJsonObject profileOf(RunningServer &server)
    {
        QFile file(server.path("merchant_profile.json"));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    }
    static void write(RunningServer &server, const QByteArray &content)
    {
        QFile file(server.path("merchant_profile.json"));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(content) == content.size());
    }
    static void set(RunningServer &server, const QString &member, const QJsonValue &value)
    {
        auto profile = profileOf(server);
        profile[member] = value;
        write(server, QJsonDocument(profile).toJson());
    }

    static void setAnotherAccount(RunningServer &server)
    {
        auto account = profileOf(server)["official_account"].toObject();
        account["appid"] = "wx0123456789abcdef";
        set(server, "official_account", account);
    }

private slots:
    void newKeysAreUsedAndWaitersStay()
    {
        RunningServer server;
        SignedNotify gateway(server);
        const auto order = server.place(1990);
        WatchClient till(server);
        till.say({{"action", "create"}, {"outTradeNo", order["out_trade_no"]}});
        till.settle();
        set(server, "api_v3_key", newKey);
        gateway.apiV3Key = newKey;
        const auto body = gateway.body(gateway.content(order));
        QCOMPARE(gateway.send(server, body).status, 401); // not yet
        QVERIFY(server.server().reload());
        QCOMPARE(gateway.send(server, body).status, 204);
        QTRY_COMPARE(till.heard.size(), 1);
        QCOMPARE(till.heard.first()["event"], QJsonValue("SUCCESS"));
        QCOMPARE(till.socket.state(), QAbstractSocket::ConnectedState);
        QVERIFY(server.ops("/metrics").body.contains("scantill_reloads_total{result=\"taken\"} 1"));
    }
    void anOrdersLifetimeIsThatOfItsBeginning()
    {
        RunningServer server;
        const auto lifetime = [](const QJsonObject &order) {
            const auto at = [&order](const char *name) {
                return QDateTime::fromString(order[QLatin1String(name)].toString(), Qt::ISODateWithMs);
            };
            return at("created_at").secsTo(at("expires_at"));
        };
        const auto before = server.place();
        QCOMPARE(lifetime(before), 300);
        set(server, "order_lifetime_s", 900);
        QCOMPARE(lifetime(server.place()), 300); // not yet
        QVERIFY(server.server().reload());
        QCOMPARE(lifetime(server.place()), 900);
        QCOMPARE(lifetime(server.order(before["out_trade_no"].toString())), 300);
        set(server, "order_lifetime_s", 1200);
        set(server, "api_v3_key", "short");
        QVERIFY(!server.server().reload());
        QCOMPARE(lifetime(server.place()), 900); // all is taken, or nothing
    }
    void anOfficialAccountWaitsForTheNextStart()
    {
        RunningServer server;
        setAnotherAccount(server);
        for (int again = 0; again < 2; ++again) { // said as long as it does
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression("^official_account waits for the next start"));
            QVERIFY(server.server().reload());
        }
    }
    void nothingIsSaidWhereNothingWaits()
    {
        RunningServer server;
        QTest::failOnWarning(QRegularExpression("official_account"));
        QVERIFY(server.server().reload());
        setAnotherAccount(server);
        set(server, "api_v3_key", "short");
        QVERIFY(!server.server().reload()); // such a profile is not taken at all
    }
    void anOrderUnderWayGetsItsCode()
    {
        RunningServer server;
        const QJsonObject slow{{"api", QJsonObject{{"delay_ms", QJsonArray{1500, 1500}}}}};
        QCOMPARE(server.simulator("PUT", "/sim/faults", slow).status, 200);
        NetworkTransport network;
        auto placed = network.send({.method = "POST",
                                    .url = QUrl(server.at().http + "/api/v1/orders"),
                                    .headers = server.terminal(),
                                    .body = "{\"amount\":5,\"description\":\"tea\"}"});
        QTRY_VERIFY(server.ops("/metrics").body.contains("scantill_open_orders 1"));
        QVERIFY(!placed.isFinished());
        set(server, "api_v3_key", newKey);
        QVERIFY(server.server().reload());
        const auto answer = await(placed);
        QCOMPARE(answer->status, 201);
        QVERIFY(!RunningServer::json(*answer)["code_url"].toString().isEmpty());
    }
    void aBadProfileIsNotTaken_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("says");
        QTest::newRow("broken") << "merchant_private_key_file" << QJsonValue("nowhere.pem") << "cannot be read";
        QTest::newRow("half a key") << "api_v3_key" << QJsonValue("short") << "api_v3_key";
        QTest::newRow("another shop") << "mchid" << QJsonValue("1900000110") << "mchid is another shop's";
        QTest::newRow("another app") << "appid" << QJsonValue("wx0123456789abcdef") << "appid is another";
        QTest::newRow("real money") << "api_base" << QJsonValue("https://api.mch.weixin.qq.com")
                                    << "notify_url must be";
    }
    void aBadProfileIsNotTaken()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        QFETCH(QString, says);
        RunningServer server;
        SignedNotify gateway(server);
        set(server, "api_v3_key", newKey); // good by itself; but all is taken, or nothing
        set(server, member, value);
        const auto reloaded = server.server().reload();
        QVERIFY(!reloaded);
        QVERIFY2(reloaded.error().message.contains(says), qPrintable(reloaded.error().message));
        const auto order = server.place(1990);
        QCOMPARE(gateway.send(server, gateway.body(gateway.content(order))).status, 204); // by the keys before
        QVERIFY(server.ops("/metrics").body.contains("scantill_reloads_total{result=\"refused\"} 1"));
    }
    void noFileAtAll()
    {
        RunningServer server;
        write(server, "{");
        QVERIFY(!server.server().reload());
        QVERIFY(QFile::remove(server.path("merchant_profile.json")));
        QVERIFY(!server.server().reload());
        QVERIFY(!server.place().isEmpty());
    }
};

QTEST_GUILESS_MAIN(ReloadTest)
#include "tst_reload.moc"
