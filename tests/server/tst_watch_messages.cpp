// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/RunningServer.h"

/// The seed's messages on the WebSocket, and the resume form (api.md, "WebSocket").
class WatchMessagesTest : public QObject
{
    Q_OBJECT
private slots:
    void whatHasHappenedIsToldAtOnce()
    {
        RunningServer server;
        const auto number = server.place()["out_trade_no"].toString();
        QCOMPARE(server.pay(number).status, 200);
        QTRY_COMPARE(server.state(number), QStringLiteral("SUCCESS"));
        WatchClient late(server);
        late.say({{"action", "create"}, {"outTradeNo", number}});
        QTRY_COMPARE(late.heard.size(), 1);
        QCOMPARE(late.heard.first()["result"].toInt(), 1);
        QCOMPARE(late.heard.first()["event"].toString(), QStringLiteral("SUCCESS"));
    }
    void resumesFromASequence_data()
    {
        QTest::addColumn<int>("after");
        QTest::addColumn<QStringList>("events");
        QTest::newRow("from the start") << 0 << QStringList{"SNAPSHOT 3", "CREATED 1", "CODE_READY 2", "SUCCESS 3"};
        QTest::newRow("missed the payment") << 2 << QStringList{"SNAPSHOT 3", "SUCCESS 3"};
        QTest::newRow("missed nothing") << 3 << QStringList{"SNAPSHOT 3"};
    }
    void resumesFromASequence()
    {
        QFETCH(int, after);
        RunningServer server;
        const auto number = server.place()["out_trade_no"].toString();
        QCOMPARE(server.pay(number).status, 200);
        QTRY_COMPARE(server.state(number), QStringLiteral("SUCCESS"));
        WatchClient till(server);
        till.say({{"action", "create"}, {"outTradeNo", number}, {"after", after}});
        till.settle();
        QStringList events;
        for (const auto &message : till.heard) {
            events << QStringLiteral("%1 %2").arg(message["event"].toString()).arg(message["seq"].toInt());
            QCOMPARE(message["result"].toInt(), int(message["event"] == "SUCCESS"));
        }
        QTEST(events, "events");
    }
    void everyWatcherHearsACloseOnce()
    {
        RunningServer server;
        const auto number = server.place()["out_trade_no"].toString();
        WatchClient one(server), two(server);
        for (auto *till : {&one, &two}) {
            till->say({{"action", "create"}, {"outTradeNo", number}});
            till->say({{"action", "create"}, {"outTradeNo", number}}); // twice is once
            till->settle();
        }
        QCOMPARE(server.post("/api/v1/orders/" + number + "/close").status, 200);
        for (auto *till : {&one, &two}) {
            QTRY_COMPARE(till->heard.size(), 1);
            till->settle();
            QCOMPARE(till->heard.size(), 1);
            QCOMPARE(till->heard.first()["result"].toInt(), 0);
            QCOMPARE(till->heard.first()["info"].toString(), QStringLiteral("closed"));
            QCOMPARE(till->heard.first()["event"].toString(), QStringLiteral("CLOSED"));
        }
    }
    void whoStoppedWatchingHearsNothing()
    {
        RunningServer server;
        const auto number = server.place()["out_trade_no"].toString();
        WatchClient till(server);
        till.say({{"action", "create"}, {"outTradeNo", number}});
        till.say({{"action", "remove"}, {"outTradeNo", number}});
        till.settle();
        QCOMPARE(server.pay(number).status, 200);
        QTRY_COMPARE(server.state(number), QStringLiteral("SUCCESS"));
        till.settle();
        QVERIFY(till.heard.isEmpty());
    }
    void theSeedsOwnNumberIsNudged()
    {
        RunningServer server;
        WatchClient page(server);
        page.say({{"action", "create"}, {"outTradeNo", "1234"}});
        page.settle();
        QCOMPARE(server.get("/index/notice?outTradeNo=1234").body, QByteArray("支付成功"));
        QTRY_COMPARE(page.heard.size(), 1);
        QCOMPARE(page.heard.first().keys(), (QStringList{"info", "now", "outTradeNo", "result"}));
        QCOMPARE(page.heard.first()["result"].toInt(), 1);
        page.say({{"action", "remove"}, {"outTradeNo", "1234"}}); // as the seed's page does on any message
        page.settle();
        QCOMPARE(server.get("/index/notice?outTradeNo=1234").status, 200);
        page.settle();
        QCOMPARE(page.heard.size(), 1);
    }
    void refuses_data()
    {
        QTest::addColumn<QString>("message");
        QTest::newRow("no JSON") << "create";
        QTest::newRow("an array") << "[]";
        QTest::newRow("no action") << R"({"outTradeNo":"1234"})";
        QTest::newRow("no key") << R"({"action":"create"})";
        QTest::newRow("bad key") << R"({"action":"create","outTradeNo":"a b"})";
        QTest::newRow("wrong token") << R"({"action":"create","outTradeNo":"1234","token":"guess"})";
        QTest::newRow("bad after") << R"({"action":"create","outTradeNo":"1234","after":"x"})";
    }
    void refuses()
    {
        QFETCH(QString, message);
        RunningServer server;
        WatchClient client(server);
        client.socket.sendTextMessage(message);
        QTRY_COMPARE(client.heard.size(), 1);
        QCOMPARE(client.heard.first()["result"].toInt(), 0);
        QVERIFY(!client.heard.first()["info"].toString().isEmpty());
        client.settle(); // the connection stays
    }
    void anothersTokenOpensNothing()
    {
        RunningServer server;
        const auto mine = server.place(), other = server.place();
        WatchClient client(server);
        client.say({{"action", "create"}, {"outTradeNo", mine["out_trade_no"]}, {"token", other["watch_token"]}});
        QTRY_COMPARE(client.heard.size(), 1);
        QCOMPARE(client.heard.first()["result"].toInt(), 0);
        client.say({{"action", "create"},
                    {"outTradeNo", mine["out_trade_no"]},
                    {"after", 0},
                    {"token", QString::fromLatin1(server.at().terminalToken)}});
        QTRY_COMPARE(client.heard.last()["event"].toString(), QStringLiteral("CODE_READY"));
    }
    void closesWhatItCannotUse_data()
    {
        QTest::addColumn<bool>("binary");
        QTest::addColumn<int>("code");
        QTest::newRow("a binary frame") << true << 1003;
        QTest::newRow("65 KiB") << false << 1009;
    }
    void closesWhatItCannotUse()
    {
        QFETCH(bool, binary);
        RunningServer server;
        WatchClient client(server);
        if (binary)
            client.socket.sendBinaryMessage("x");
        else
            client.socket.sendTextMessage(QString(65 * 1024, u'x'));
        QTRY_COMPARE(client.socket.state(), QAbstractSocket::UnconnectedState);
        QTEST(int(client.socket.closeCode()), "code");
    }
};

QTEST_GUILESS_MAIN(WatchMessagesTest)
#include "tst_watch_messages.moc"
