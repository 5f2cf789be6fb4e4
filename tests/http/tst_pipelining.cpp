// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/RawClient.h"
#include "tests/http/TestListener.h"

namespace {
const QByteArray getHello = "GET /hello HTTP/1.1\r\nHost: till\r\n\r\n";
const QByteArray getHold = "GET /hold HTTP/1.1\r\nHost: till\r\n\r\n";
} // namespace

class PipeliningTest : public QObject
{
    Q_OBJECT
private slots:
    void closesBehindAHeldOne()
    {
        TestListener listener;
        RawClient client(listener.port);
        client.send(getHold);
        QVERIFY(listener.waitForHeld(1));
        client.send(getHello);
        QVERIFY(client.waitForClose());
        QCOMPARE(client.received(), QByteArray());
        QCOMPARE(listener.handled, 1);
        QVERIFY(listener.held[0].request.connection.isNull());
        listener.held[0].answer({.status = 204});
        QVERIFY(listener.waitForConnections(0));
    }
    void closesBehindAHeldOneInTheSameBytes_data()
    {
        QTest::addColumn<QByteArray>("behind");
        QTest::newRow("a request") << getHello;
        QTest::newRow("one byte") << QByteArray("G");
    }
    void closesBehindAHeldOneInTheSameBytes()
    {
        QFETCH(QByteArray, behind);
        TestListener listener;
        RawClient client(listener.port);
        client.send(getHold + behind);
        QVERIFY(client.waitForClose());
        QCOMPARE(client.received(), QByteArray());
        QCOMPARE(listener.handled, 1);
    }
    void answersTheFirstAndCloses()
    {
        TestListener listener;
        RawClient client(listener.port);
        client.send(getHello + getHello + getHello);
        const auto reply = client.reply();
        QCOMPARE(reply.body, "hello");
        QCOMPARE(reply.headers.value("Connection"), "close");
        QVERIFY(client.waitForClose());
        QCOMPARE(client.received(), QByteArray());
        QCOMPARE(listener.handled, 1);
    }
    void doesNotTakeABodyForARequest()
    {
        TestListener listener;
        RawClient client(listener.port);
        client.post("/echo", getHello);
        QCOMPARE(client.reply().body, getHello);
        QCOMPARE(listener.handled, 1);
        client.post("/echo", "again");
        QCOMPARE(client.reply().body, "again");
    }
};

QTEST_GUILESS_MAIN(PipeliningTest)
#include "tst_pipelining.moc"
