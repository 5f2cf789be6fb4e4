// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/RawClient.h"
#include "tests/http/TestListener.h"

using namespace std::chrono_literals;

class KeepAliveTest : public QObject
{
    Q_OBJECT
private slots:
    void servesOneAfterTheOther()
    {
        TestListener listener;
        RawClient client(listener.port);
        for (int i = 0; i < 100; ++i) {
            const QByteArray body = "body " + QByteArray::number(i);
            client.post("/echo", body);
            const auto reply = client.reply();
            QCOMPARE(reply.body, body);
            QVERIFY(!reply.headers.has("Connection"));
        }
        client.get("/hold");
        QVERIFY(listener.waitForHeld(1));
        listener.held[0].answer(HttpReply::text(200, "text/plain", "late"));
        QCOMPARE(client.reply().body, "late");
        client.get("/hello");
        QCOMPARE(client.reply().body, "hello");
        QCOMPARE(listener.http.connectionCount(), 1);
    }
    void servesBytesOneByOne()
    {
        TestListener listener;
        RawClient client(listener.port);
        for (int round = 0; round < 2; ++round) {
            const QByteArray request = "\r\nPOST /echo HTTP/1.1\r\nHost: till\r\nContent-Length: 4\r\n\r\nbody";
            for (const char byte : request) {
                client.send(QByteArray(1, byte));
                client.socket.flush();
                QCoreApplication::processEvents();
            }
            QCOMPARE(client.reply().body, "body");
        }
    }
    void closesWhenAsked_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::newRow("close") << QByteArray("GET /hello HTTP/1.1\r\nHost: till\r\nConnection: close\r\n\r\n");
        QTest::newRow("among others") << QByteArray(
            "GET /hello HTTP/1.1\r\nHost: till\r\nConnection: TE, Close\r\n\r\n");
        QTest::newRow("1.0") << QByteArray("GET /hello HTTP/1.0\r\n\r\n");
        QTest::newRow("1.0 keep-alive") << QByteArray("GET /hello HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    }
    void closesWhenAsked()
    {
        QFETCH(QByteArray, request);
        TestListener listener;
        RawClient client(listener.port);
        client.send(request);
        const auto reply = client.reply();
        QCOMPARE(reply.body, "hello");
        QCOMPARE(reply.headers.value("Connection"), "close");
        QVERIFY(client.waitForClose());
        QVERIFY(listener.waitForConnections(0));
    }
    void closesAfterAHeldReply()
    {
        TestListener listener;
        RawClient client(listener.port);
        client.get("/hold", "Connection: close\r\n");
        QVERIFY(listener.waitForHeld(1));
        listener.held[0].answer(HttpReply::text(200, "text/plain", QByteArray(3'000'000, 'x')));
        QCOMPARE(client.reply().body.size(), 3'000'000);
        QVERIFY(client.waitForClose());
    }
    void closesAnIdleConnection()
    {
        TestListener listener;
        RawClient client(listener.port);
        client.get("/hello");
        QCOMPARE(client.reply().status, 200);
        listener.clock->advance(59s);
        client.get("/hello"); // begins anew
        QCOMPARE(client.reply().status, 200);
        listener.clock->advance(59s);
        QTest::qWait(0);
        QVERIFY(client.isOpen());
        listener.clock->advance(2s);
        QVERIFY(client.waitForClose());
        QCOMPARE(client.received(), QByteArray()); // a late error could be taken for the answer to the next request
        QVERIFY(listener.waitForConnections(0));
    }
    void letsAHeldReplyWait()
    {
        TestListener listener;
        RawClient client(listener.port);
        client.get("/hold");
        QVERIFY(listener.waitForHeld(1));
        listener.clock->advance(1h);
        listener.held[0].answer({.status = 204});
        QCOMPARE(client.reply().status, 204);
    }
    void doesNotWaitForAClientThatWillNotClose()
    {
        TestListener listener;
        RawClient client(listener.port);
        client.socket.setReadBufferSize(1); // never sees the end
        client.get("/hello", "Connection: close\r\n");
        QVERIFY(pumpUntil([&] { return listener.handled == 1; }));
        QCOMPARE(listener.http.connectionCount(), 1);
        listener.clock->advance(3s);
        QVERIFY(listener.waitForConnections(0));
    }
    void keepsFewTimers()
    {
        TestListener listener;
        RawClient client(listener.port);
        for (int i = 0; i < 200; ++i) {
            client.get("/hello");
            QCOMPARE(client.reply().status, 200);
        }
        QVERIFY(listener.clock->pendingCalls() < 10);
    }
};

QTEST_GUILESS_MAIN(KeepAliveTest)
#include "tst_keep_alive.moc"
