// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/RawClient.h"
#include "tests/http/TestListener.h"
#include "tests/http/WireTap.h"

using namespace std::chrono_literals;

/// A connection over TLS ends so that the client knows that it was meant to, and can read our last words.
class TlsCloseTest : public QObject
{
    Q_OBJECT
private slots:
    void saysCloseNotify()
    {
        TestListener listener;
        WireTap tap(listener.port);
        RawClient client(tap.port());
        client.get("/hello", "Connection: close\r\n");
        QCOMPARE(client.reply().body, "hello");
        QVERIFY(pumpUntil([&] { return tap.isOver(); }));
        QVERIFY(tap.endedCleanly());
        // TLS 1.3: an alert of two bytes, sealed with its type and a tag of sixteen (RFC 8446, 5.2).
        QCOMPARE(tap.heard().right(24).left(5).toHex(), "1703030013");
    }
    void canBeReadByAClientThatSendsEverythingFirst()
    {
        TestListener listener;
        WireTap tap(listener.port);
        RawClient client(tap.port());
        QVERIFY(pumpUntil([&] { return client.socket.isEncrypted(); }));
        tap.holdsBack = true;
        client.post("/echo", QByteArray(1'500'000, 'x'));
        QVERIFY(pumpUntil([&] { return tap.passedOn > 1'500'000; }));
        QTest::qWait(50);
        tap.holdsBack = false;
        QCOMPARE(client.reply().status, 413);
        QVERIFY(pumpUntil([&] { return tap.isOver(); }));
        QVERIFY(tap.endedCleanly());
        client.socket.abort();
        QVERIFY(listener.waitForConnections(1)); // it lingers: the tap still has its end
    }
    void doesNotSwallowWithoutEnd()
    {
        TestListener listener;
        WireTap tap(listener.port);
        RawClient client(tap.port());
        client.get("/hello", "Connection: close\r\n");
        QVERIFY(pumpUntil([&] { return tap.isOver(); }));
        QCOMPARE(listener.http.connectionCount(), 1);
        qint64 taken = 0;
        std::unique_ptr<QThread> babbler(QThread::create([&] { taken = tap.babble(100'000'000); }));
        babbler->start();
        QVERIFY(listener.waitForConnections(0));
        QVERIFY(babbler->wait(20'000));
        QVERIFY2(taken > 2'000'000 && taken < 50'000'000, qPrintable(QString::number(taken)));
    }
    void doesNotWaitForAClientThatStays()
    {
        TestListener listener;
        WireTap tap(listener.port);
        RawClient client(tap.port());
        client.get("/hello", "Connection: close\r\n");
        QVERIFY(pumpUntil([&] { return tap.isOver(); }));
        listener.clock->advance(1'999ms);
        QTest::qWait(20);
        QCOMPARE(listener.http.connectionCount(), 1);
        listener.clock->advance(1ms);
        QVERIFY(listener.waitForConnections(0));
    }
    void doesNotWaitForAClientThatDoesNotRead()
    {
        TestListener listener;
        listener.http.route("GET", QStringLiteral("/large"), [&listener](const HttpRequest &) {
            ++listener.handled;
            return ready(HttpReply::text(200, "text/plain", QByteArray(20'000'000, 'x')));
        });
        WireTap tap(listener.port);
        RawClient client(tap.port());
        QVERIFY(pumpUntil([&] { return client.socket.isEncrypted(); }));
        tap.holdsBack = true;
        client.get("/large", "Connection: close\r\n");
        QVERIFY(pumpUntil([&] { return listener.handled == 1; }));
        QVERIFY(listener.http.connectionCount() > 0);
        listener.clock->advance(2s);
        QVERIFY(listener.waitForConnections(0));
    }
    void lingersNoLongerThanTheListener()
    {
        auto listener = std::make_unique<TestListener>();
        WireTap tap(listener->port);
        RawClient client(tap.port());
        client.get("/hello", "Connection: close\r\n");
        QVERIFY(pumpUntil([&] { return tap.isOver(); }));
        QCOMPARE(listener->http.connectionCount(), 1);
        listener.reset();
    }
};

QTEST_GUILESS_MAIN(TlsCloseTest)
#include "tst_tls_close.moc"
