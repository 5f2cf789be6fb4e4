// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/RawClient.h"
#include "tests/http/TestListener.h"

/// A listener that drains: nobody new comes in, who asks nothing is let go, what was begun is answered.
class DrainTest : public QObject
{
    Q_OBJECT
private slots:
    void lettingGoWhoAsksNothing()
    {
        TestListener listener;
        RawClient served(listener.port), silent(listener.port);
        served.get("/hello");
        QCOMPARE(served.reply().status, 200);
        QVERIFY(listener.waitForConnections(2));
        QVERIFY(listener.http.isListening());
        listener.http.drain();
        QVERIFY(!listener.http.isListening());
        QVERIFY(served.waitForClose() && silent.waitForClose());
        QCOMPARE(served.received() + silent.received(), QByteArray());
        QVERIFY(listener.waitForConnections(0));
        RawClient late(listener.port);
        QVERIFY(late.waitForClose());
        QCOMPARE(late.socket.error(), QAbstractSocket::ConnectionRefusedError);
    }
    void answeringWhatIsHeld()
    {
        TestListener listener;
        RawClient client(listener.port);
        client.get("/hold");
        QVERIFY(listener.waitForHeld(1));
        QCOMPARE(listener.http.busyCount(), 1);
        listener.http.drain();
        QCOMPARE(listener.http.busyCount(), 1);
        listener.held[0].answer(HttpReply::text(200, "text/plain", "late"));
        const auto reply = client.reply();
        QCOMPARE(reply.body, QByteArray("late"));
        QCOMPARE(reply.headers.value("Connection"), QByteArray("close"));
        QVERIFY(client.waitForClose());
        QCOMPARE(listener.http.busyCount(), 0);
    }
    void takingInWhatHasBegun_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("rest");
        const QByteArray head = "POST /echo HTTP/1.1\r\nHost: till\r\nContent-Length: 4\r\n\r\n";
        QTest::newRow("half a head") << head.left(20) << head.mid(20) + "body";
        QTest::newRow("half a body") << head + "bo" << QByteArray("dy");
    }
    void takingInWhatHasBegun()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, rest);
        TestListener listener;
        RawClient client(listener.port);
        client.send(first);
        QVERIFY(pumpUntil([&] { return listener.http.busyCount() == 1; }));
        listener.http.drain();
        client.send(rest);
        const auto reply = client.reply();
        QCOMPARE(reply.body, QByteArray("body"));
        QCOMPARE(reply.headers.value("Connection"), QByteArray("close"));
        QVERIFY(listener.waitForConnections(0));
    }
    void whileNobodyElseWasLetIn()
    {
        TestListener listener({.maxConnections = 1});
        RawClient client(listener.port), waiting(listener.port);
        client.get("/hold");
        QVERIFY(listener.waitForHeld(1)); // the other one is in the kernel's queue
        listener.http.drain();
        listener.held[0].answer({.status = 204});
        QCOMPARE(client.reply().status, 204);
        QVERIFY(listener.waitForConnections(0)); // there is room now, and nobody comes in all the same
        listener.clock->advance(std::chrono::seconds(5));
        QVERIFY(waiting.waitForClose());
        QCOMPARE(listener.handled, 1);
    }
    void countsWhatItAnswered()
    {
        TestListener listener;
        RawClient client(listener.port);
        client.get("/hello");
        QCOMPARE(client.reply().status, 200);
        client.get("/nowhere");
        QCOMPARE(client.reply().status, 404);
        client.get("/hello", "Host: two\r\n"); // refused before a route sees it
        QCOMPARE(client.reply().status, 400);
        QCOMPARE(listener.http.replyCounts(), (QHash<int, qint64>{{200, 1}, {404, 1}, {400, 1}}));
    }
};

QTEST_GUILESS_MAIN(DrainTest)
#include "tst_drain.moc"
