// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/RawClient.h"
#include "tests/http/TestListener.h"

#include <QThread>
#if defined(Q_OS_UNIX) && !defined(OVER_TLS)
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

using namespace std::chrono_literals;

namespace {

/// A GET of /hello whose head is exactly that long.
QByteArray headOf(qsizetype size)
{
    const QByteArray begin = "GET /hello HTTP/1.1\r\nHost: till\r\nX-Filler: ";
    return begin + QByteArray(size - begin.size() - 4, 'x') + "\r\n\r\n";
}

#if defined(Q_OS_UNIX) && !defined(OVER_TLS)
struct Sent
{
    bool wholly = false;
    bool endedCleanly = false; ///< with our FIN, not with a reset
    QByteArray received;
};

/// What most simple clients do: nothing is read before all is sent.
Sent sendThenRead(quint16 port, const QByteArray &bytes)
{
    Sent sent;
    std::unique_ptr<QThread> thread(QThread::create([&sent, port, bytes] {
        const int descriptor = socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        ssize_t count = connect(descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address);
        qsizetype done = 0;
        while (count >= 0 && done < bytes.size()) {
            count = send(descriptor, bytes.constData() + done, size_t(bytes.size() - done), MSG_NOSIGNAL);
            done += std::max<ssize_t>(count, 0);
        }
        sent.wholly = done == bytes.size();
        char buffer[4096];
        while ((count = recv(descriptor, buffer, sizeof buffer, 0)) > 0)
            sent.received.append(buffer, count);
        sent.endedCleanly = count == 0;
        close(descriptor);
    }));
    thread->start();
    pumpUntil([&thread] { return thread->isFinished(); });
    thread->wait();
    return sent;
}
#endif

} // namespace

class RequestLimitsTest : public QObject
{
    Q_OBJECT
private slots:
    void limitsTheHeader()
    {
        TestListener listener;
        RawClient fits(listener.port);
        fits.send(headOf(16 * 1024));
        QCOMPARE(fits.reply().status, 200);
        fits.send(headOf(16 * 1024)); // again on the same connection
        QCOMPARE(fits.reply().status, 200);

        RawClient tooLarge(listener.port);
        tooLarge.send(headOf(16 * 1024 + 1));
        const auto reply = tooLarge.reply();
        QCOMPARE(reply.status, 431);
        QVERIFY(reply.isError("HEADER_TOO_LARGE"));
        QCOMPARE(reply.headers.value("Connection"), "close");
        QVERIFY(tooLarge.waitForClose());
        QCOMPARE(listener.handled, 2);
    }
    void limitsAHeaderThatNeverEnds()
    {
        TestListener listener;
        RawClient client(listener.port);
        client.send("GET /" + QByteArray(1'500'000, 'x'));
        QCOMPARE(client.reply().status, 431); // readable although we did not take all that was sent
        QVERIFY(client.waitForClose());
    }
    void limitsTheNumberOfFields()
    {
        TestListener listener;
        RawClient client(listener.port);
        client.get("/hello", QByteArray("A:\r\n").repeated(99));
        QCOMPARE(client.reply().status, 200);
        client.get("/hello", QByteArray("A:\r\n").repeated(100));
        QCOMPARE(client.reply().status, 431);
    }
    void limitsTheBody()
    {
        TestListener listener;
        RawClient client(listener.port);
        const QByteArray largest(1024 * 1024, 'x');
        client.post("/echo", largest);
        QCOMPARE(client.reply().body, largest);
        client.post("/echo", largest + 'x');
        const auto reply = client.reply();
        QCOMPARE(reply.status, 413);
        QVERIFY(reply.isError("BODY_TOO_LARGE"));
        QVERIFY(client.waitForClose());
        QCOMPARE(listener.handled, 1);
    }
    void limitsTheBodyBeforeItComes()
    {
        TestListener listener;
        RawClient client(listener.port);
        client.send("POST /echo HTTP/1.1\r\nHost: till\r\nContent-Length: 999999999999\r\n\r\n");
        QCOMPARE(client.reply().status, 413);
        QVERIFY(client.waitForClose());
    }
#if defined(Q_OS_UNIX) && !defined(OVER_TLS)
    void canBeReadByAClientThatSendsEverythingFirst()
    {
        TestListener listener;
        const QByteArray body(1'500'000, 'x');
        const auto sent =
            sendThenRead(listener.port, "POST /echo HTTP/1.1\r\nHost: till\r\nContent-Length: 1500000\r\n\r\n" + body);
        QVERIFY(sent.wholly);
        QVERIFY(sent.endedCleanly);
        QVERIFY(sent.received.startsWith("HTTP/1.1 413 "));
        QVERIFY(listener.waitForConnections(0));
    }
    void doesNotSwallowWithoutEnd()
    {
        TestListener listener;
        const auto sent = sendThenRead(listener.port, "BAD\r\n" + QByteArray(30'000'000, 'x'));
        QVERIFY(!sent.wholly);
        QVERIFY(listener.waitForConnections(0));
    }
#endif
    void waitsForAHeaderTenSeconds_data()
    {
        QTest::addColumn<QByteArray>("part");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("half a line") << QByteArray("GET /he");
        QTest::newRow("no blank line") << QByteArray("GET /hello HTTP/1.1\r\nHost: till\r\n");
    }
    void waitsForAHeaderTenSeconds()
    {
        QFETCH(QByteArray, part);
        TestListener listener;
        RawClient client(listener.port);
        QVERIFY(client.waitForReady() && listener.waitForConnections(1));
        client.send(part);
        letBothWork();
        listener.clock->advance(9'900ms);
        letBothWork();
        QCOMPARE(client.received(), QByteArray());
        QVERIFY(client.isOpen());
        listener.clock->advance(200ms);
        const auto reply = client.reply();
        QCOMPARE(reply.status, 408);
        QVERIFY(reply.isError("REQUEST_TIMEOUT"));
        QVERIFY(client.waitForClose());
    }
    void isNotKeptByDrops()
    {
        TestListener listener;
        RawClient client(listener.port);
        QVERIFY(client.waitForReady() && listener.waitForConnections(1));
        client.send("GET /hello HTTP/1.1\r\n");
        for (int second = 0; second < 9; ++second) {
            client.send("X: y\r\n");
            letBothWork();
            listener.clock->advance(1s);
            QVERIFY(client.isOpen());
        }
        listener.clock->advance(1s);
        QCOMPARE(client.reply().status, 408);
    }
    void waitsForALaterHeaderFromItsFirstByte()
    {
        TestListener listener;
        RawClient client(listener.port);
        client.get("/hello");
        QCOMPARE(client.reply().status, 200);
        listener.clock->advance(40s); // and it could idle for 60
        client.send("GET /hello");
        letBothWork();
        listener.clock->advance(9s);
        client.send(" HTTP/1.1\r\nHost: till\r\n");
        letBothWork();
        QVERIFY(client.isOpen());
        listener.clock->advance(1s);
        QCOMPARE(client.reply().status, 408);
    }
    void waitsForABodyTenSeconds()
    {
        TestListener listener;
        RawClient client(listener.port);
        QVERIFY(client.waitForReady());
        client.send("POST /echo HTTP/1.1\r\nHost: till\r\nContent-Length: 10\r\n\r\nhalf");
        letBothWork();
        listener.clock->advance(9'900ms);
        letBothWork();
        QVERIFY(client.isOpen());
        listener.clock->advance(200ms);
        QCOMPARE(client.reply().status, 408);
        QVERIFY(client.waitForClose());
        QCOMPARE(listener.handled, 0);
    }
    void leavesNoDeadlineBehind()
    {
        TestListener listener;
        {
            RawClient client(listener.port);
            client.send("GET /hel");
            QVERIFY(listener.waitForConnections(1));
        }
        QVERIFY(listener.waitForConnections(0));
        listener.clock->advance(1h);
        QCOMPARE(listener.clock->pendingCalls(), 0);
    }
};

QTEST_GUILESS_MAIN(RequestLimitsTest)
#include "tst_request_limits.moc"
