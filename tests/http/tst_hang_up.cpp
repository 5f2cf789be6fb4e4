// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/RawClient.h"
#include "tests/http/TestListener.h"

/// Clients that leave while their reply is held. Worth most under AddressSanitizer.
class HangUpTest : public QObject
{
    Q_OBJECT
private slots:
    void dropsRepliesToClientsThatLeft()
    {
        constexpr int clients = 300;
        TestListener listener;
        std::vector<std::unique_ptr<RawClient>> all;
        for (int i = 0; i < clients; ++i) {
            all.push_back(std::make_unique<RawClient>(listener.port));
            all.back()->get("/hold?n=" + QByteArray::number(i));
        }
        QVERIFY(listener.waitForHeld(clients));
        QCOMPARE(listener.http.connectionCount(), clients);

        for (int i = 0; i < clients; i += 3) {
            all[i]->socket.abort(); // resets the connection
            all[i + 1]->socket.disconnectFromHost(); // closes it
        }
        QVERIFY(listener.waitForConnections(clients / 3));
        int gone = 0;
        for (const auto &held : listener.held)
            gone += held.request.connection.isNull() ? 1 : 0;
        QCOMPARE(gone, clients / 3 * 2);

        for (const auto &held : listener.held)
            held.answer(
                HttpReply::text(200, "text/plain", held.request.query.queryItemValue(QStringLiteral("n")).toUtf8()));
        for (int i = 2; i < clients; i += 3)
            QCOMPARE(all[i]->reply().body, QByteArray::number(i));
    }
    void dropsRepliesInTheSameTurn()
    {
        // The reply is finished and the client leaves before the loop turns: the order of the two must not matter.
        TestListener listener;
        for (int i = 0; i < 100; ++i) {
            RawClient client(listener.port);
            client.get("/hold");
            QVERIFY(listener.waitForHeld(1));
            if (i % 2)
                client.socket.abort();
            listener.held[0].answer(HttpReply::text(200, "text/plain", QByteArray(100'000, 'x')));
            client.socket.abort();
            listener.held.clear();
        }
        QVERIFY(listener.waitForConnections(0));
    }
    void forgetsFuturesThatNeverFinish()
    {
        TestListener listener;
        auto client = std::make_unique<RawClient>(listener.port);
        client->get("/hold");
        QVERIFY(listener.waitForHeld(1));
        client.reset();
        QVERIFY(listener.waitForConnections(0));
        QVERIFY(listener.held[0].request.connection.isNull());
    }
    void outlivesItsListener()
    {
        auto listener = std::make_unique<TestListener>();
        RawClient client(listener->port);
        client.get("/hold");
        QVERIFY(listener->waitForHeld(1));
        const auto held = listener->held;
        listener.reset();
        QVERIFY(held[0].request.connection.isNull());
        held[0].answer({.status = 204});
        QVERIFY(client.waitForClose());
    }
    void answersFromAnotherThread()
    {
        TestListener listener;
        RawClient client(listener.port);
        client.get("/hold");
        QVERIFY(listener.waitForHeld(1));
        std::unique_ptr<QThread> thread(QThread::create([held = listener.held[0]] { held.answer({.status = 204}); }));
        thread->start();
        QCOMPARE(client.reply().status, 204);
        QVERIFY(thread->wait());
    }
};

QTEST_GUILESS_MAIN(HangUpTest)
#include "tst_hang_up.moc"
