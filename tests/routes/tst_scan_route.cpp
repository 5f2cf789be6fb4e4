// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/routes/ScanRig.h"

using namespace std::chrono_literals;

/// GET and POST /scan/{key}: the message a WebSocket would have sent, as soon as there is one (API.md, "Long polling").
class ScanRouteTest : public QObject
{
    Q_OBJECT

    static constexpr const char *path = "/scan/T00001";

private slots:
    void answersWithTheMessage_data()
    {
        QTest::addColumn<bool>("posted");
        QTest::newRow("GET") << false;
        QTest::newRow("POST") << true;
    }
    void answersWithTheMessage()
    {
        QFETCH(bool, posted);
        ScanRig rig;
        RawClient client(rig.port);
        if (posted)
            client.post(path, "");
        else
            client.get(path);
        QVERIFY(rig.waitFor(1));
        rig.announce(2);
        rig.announce(3, EventType::Success);
        const auto reply = client.reply();
        QCOMPARE(reply.status, 200);
        const auto message = ScanRig::json(reply);
        QCOMPARE(message.keys(), (QStringList{"event", "info", "now", "order", "outTradeNo", "result", "seq"}));
        QCOMPARE(message["result"].toInt(), 1);
        QCOMPARE(message["info"].toString(), QStringLiteral("ok"));
        QCOMPARE(message["now"].toInteger(), rig.clock.nowMs());
        QCOMPARE(message["seq"].toInt(), 3);
        QCOMPARE(rig.watchers.count(), 0);
    }
    void goesOnFromASequence()
    {
        ScanRig rig;
        rig.past.now = ScriptedPast::past(1, 2);
        RawClient client(rig.port);
        client.get("/scan/T00001?after=1");
        const auto message = ScanRig::json(client.reply()); // at once: it has happened
        QCOMPARE(message["seq"].toInt(), 2);
        QCOMPARE(message["event"].toString(), QStringLiteral("CODE_READY"));
        QCOMPARE(message["result"].toInt(-1), 0);
        rig.past.now = ScriptedPast::past(2, 2);
        client.get("/scan/T00001?after=2"); // the same connection
        QVERIFY(rig.waitFor(1));
        rig.announce(3, EventType::Closed);
        QCOMPARE(ScanRig::json(client.reply())["info"].toString(), QStringLiteral("closed"));
    }
    void severalWaitForOneKey()
    {
        ScanRig rig;
        RawClient first(rig.port), second(rig.port), other(rig.port);
        first.get(path);
        second.get(path);
        other.get("/scan/1234");
        QVERIFY(rig.waitFor(3));
        rig.announce(3, EventType::Success);
        QCOMPARE(first.reply().status, 200);
        QCOMPARE(second.reply().status, 200);
        QCOMPARE(rig.watchers.count(), 1);
        rig.watchers.nudge(*WatchKey::parse("1234"));
        QCOMPARE(ScanRig::json(other.reply()).keys(), (QStringList{"info", "now", "outTradeNo", "result"}));
    }
    void theTimeIsUp_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("seconds");
        QTest::newRow("as long as it may") << QByteArray("/scan/T00001") << 60;
        QTest::newRow("as long as is asked for") << QByteArray("/scan/T00001?timeout=5") << 5;
    }
    void theTimeIsUp()
    {
        QFETCH(QByteArray, target);
        QFETCH(int, seconds);
        ScanRig rig;
        RawClient client(rig.port);
        client.get(target);
        QVERIFY(rig.waitFor(1));
        rig.clock.advance(std::chrono::seconds(seconds) - 1ms);
        QCOMPARE(rig.watchers.count(), 1);
        rig.clock.advance(1ms);
        QCOMPARE(rig.watchers.count(), 0);
        const auto reply = client.reply();
        QCOMPARE(reply.status, 204);
        QVERIFY(reply.body.isEmpty());
    }
    void wantsAKey_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("none") << QByteArray("/scan");
        QTest::newRow("an empty one") << QByteArray("/scan/");
    }
    void wantsAKey()
    {
        QFETCH(QByteArray, target);
        ScanRig rig;
        RawClient client(rig.port);
        for (const bool posted : {false, true}) {
            if (posted)
                client.post(target, "");
            else
                client.get(target);
            const auto reply = client.reply();
            QCOMPARE(reply.status, 400);
            QCOMPARE(reply.body, QByteArray("error:not found scan key"));
            QVERIFY(reply.headers.value("Content-Type").startsWith("text/plain"));
        }
    }
    void refuses_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("status");
        const auto row = [](const char *target, int status) { QTest::newRow(target) << QByteArray(target) << status; };
        row("/scan/a%20b", 400);
        row("/scan/%E4%B8%80", 400);
        row("/scan/12345678901234567890123456789012345678901234567890123456789012345", 400);
        row("/scan/T00001?timeout=0", 400);
        row("/scan/T00001?timeout=61", 400);
        row("/scan/T00001?timeout=-1", 400);
        row("/scan/T00001?timeout=1.5", 400);
        row("/scan/T00001?timeout=99999999999999999999", 400);
        row("/scan/T00001?timeout=", 400);
        row("/scan/T00001?after=-1", 400);
        row("/scan/T00001?after=x", 400);
        row("/scan/T00001?after=99999999999999999999", 400);
        row("/scan/T00001?token=wrong", 401);
        row("/scan/T00001?token=Good", 401);
        row("/doScan/a%20b", 400);
        row("/doScan/T00001?token=wrong", 401);
        row("/newScan/a%20b", 400);
    }
    void refuses()
    {
        QFETCH(QByteArray, target);
        QFETCH(int, status);
        ScanRig rig;
        RawClient client(rig.port);
        client.get(target);
        const auto reply = client.reply();
        QCOMPARE(reply.status, status);
        QVERIFY2(reply.isError(status == 400 ? "PARAM_ERROR" : "UNAUTHORIZED"), reply.body);
        QCOMPARE(rig.watchers.count(), 0);
    }
    void judgesTheToken_data()
    {
        QTest::addColumn<bool>("training");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("authorization");
        QTest::addColumn<bool>("opens");
        const QByteArray bare = "/scan/T00001", named = bare + "?token=good";
        QTest::newRow("none, in training") << true << bare << QByteArray() << true;
        QTest::newRow("none") << false << bare << QByteArray() << false;
        QTest::newRow("in the address") << false << named << QByteArray() << true;
        QTest::newRow("as Bearer") << false << bare << QByteArray("bearer good") << true;
        QTest::newRow("a wrong Bearer") << true << bare << QByteArray("Bearer wrong") << false;
        QTest::newRow("a wrong Bearer beside the right one") << true << named << QByteArray("Bearer wrong") << false;
        QTest::newRow("an empty Bearer") << true << bare << QByteArray("Bearer ") << false;
        QTest::newRow("another scheme") << true << named << QByteArray("Basic good") << false;
    }
    void judgesTheToken()
    {
        QFETCH(bool, training);
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, authorization);
        QFETCH(bool, opens);
        ScanRig rig;
        rig.training = training;
        RawClient client(rig.port);
        client.get(target, authorization.isEmpty() ? QByteArray() : "Authorization: " + authorization + "\r\n");
        if (opens) {
            QVERIFY(rig.waitFor(1));
            return;
        }
        QCOMPARE(client.reply().status, 401);
        QCOMPARE(rig.watchers.count(), 0);
    }
    void tellsWhatIsWrongInside()
    {
        ScanRig rig({.maxWaiters = 1});
        RawClient client(rig.port), late(rig.port);
        rig.past.now = Error{ErrorCode::StoreFailure, "disk full on /dev/sda1"};
        client.get(path);
        const auto failed = client.reply();
        QCOMPARE(failed.status, 500);
        QVERIFY(!failed.body.contains("sda1"));
        rig.past.now = Error{ErrorCode::NotFound, {}};
        client.get(path);
        QVERIFY(rig.waitFor(1));
        late.get(path);
        const auto refused = late.reply();
        QCOMPARE(refused.status, 503);
        QVERIFY(refused.isError("BUSY"));
    }
    void theSeedsWords()
    {
        ScanRig rig;
        RawClient waiter(rig.port), late(rig.port), caller(rig.port);
        waiter.get("/doScan/1234");
        late.get("/doScan/5678?timeout=1");
        QVERIFY(rig.waitFor(2));
        caller.get("/newScan/1234");
        const auto now = QByteArray::number(rig.clock.nowMs());
        QCOMPARE(caller.reply().body, "new scan test finished :1234now is :" + now);
        QCOMPARE(waiter.reply().body, "this is result:" + now);
        rig.clock.advance(1s);
        QCOMPARE(late.reply().status, 204);
        caller.get("/newScan/nobody");
        QCOMPARE(caller.reply().status, 200);
    }
};

QTEST_GUILESS_MAIN(ScanRouteTest)
#include "tst_scan_route.moc"
