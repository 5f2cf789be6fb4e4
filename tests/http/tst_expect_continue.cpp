// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/RawClient.h"
#include "tests/http/TestListener.h"

class ExpectContinueTest : public QObject
{
    Q_OBJECT
private slots:
    void asksForTheBody()
    {
        TestListener listener;
        RawClient client(listener.port);
        for (int round = 0; round < 2; ++round) {
            client.send("POST /echo HTTP/1.1\r\nHost: till\r\nContent-Length: 5\r\nExpect: 100-Continue\r\n\r\n");
            QCOMPARE(client.reply().status, 100);
            client.send("hello");
            auto reply = client.reply();
            while (reply.status == 100) // Qt 6.8 says it once more
                reply = client.reply();
            QCOMPARE(reply.status, 200);
            QCOMPARE(reply.body, "hello");
        }
    }
    void doesNotAskForWhatIsHere()
    {
        TestListener listener;
        RawClient client(listener.port);
        client.post("/echo", "hello", "Expect: 100-continue\r\n");
        QCOMPARE(client.reply().body, "hello");
        client.get("/hello", "Expect: 100-continue\r\n"); // and there is none to wait for
        QCOMPARE(client.reply().body, "hello");
    }
    void refusesBeforeTheBody()
    {
        TestListener listener;
        RawClient client(listener.port);
        client.send("POST /echo HTTP/1.1\r\nHost: till\r\nContent-Length: 9999999\r\nExpect: 100-continue\r\n\r\n");
        QCOMPARE(client.reply().status, 413);
        QVERIFY(client.waitForClose());
    }
    void refusesAnotherExpectation()
    {
        TestListener listener;
        RawClient client(listener.port);
        client.post("/echo", "hello", "Expect: magic\r\n");
        QCOMPARE(client.reply().status, 417);
        QVERIFY(client.waitForClose());
    }
    void ignoresItIn10()
    {
        TestListener listener;
        RawClient client(listener.port);
        client.send("POST /echo HTTP/1.0\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
        QTest::qWait(20);
        client.send("hello");
        QCOMPARE(client.reply().body, "hello");
    }
};

QTEST_GUILESS_MAIN(ExpectContinueTest)
#include "tst_expect_continue.moc"
