// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/RawClient.h"
#include "tests/http/TestListener.h"

#include <QSslCertificate>
#include <QSslConfiguration>

using namespace std::chrono_literals;

namespace {

QByteArray sized(const QByteArray &bytes, int sizeBytes)
{
    QByteArray size;
    for (int i = sizeBytes - 1; i >= 0; --i)
        size += char((bytes.size() >> (8 * i)) & 0xff);
    return size + bytes;
}

/// A whole ClientHello (RFC 5246, 7.4.1.2) that asks for that version at most.
QByteArray clientHello(const QByteArray &version)
{
    const QByteArray suites = QByteArray::fromHex("c02bc009c02fc013"); // ECDHE with AES, for both kinds of keys
    const QByteArray groups = QByteArray::fromHex("000a00040002") + QByteArray::fromHex("0017"); // secp256r1
    const QByteArray signatures = QByteArray::fromHex("000d000600040403") + QByteArray::fromHex("0203");
    const QByteArray hello = version + QByteArray(32, 'r') + sized({}, 1) + sized(suites, 2)
                             + sized(QByteArray(1, '\0'), 1) + sized(groups + signatures, 2);
    return QByteArray::fromHex("160301") + sized('\x01' + sized(hello, 3), 2);
}

/// A client below TLS, which says exactly what it is told.
struct PlainClient
{
    explicit PlainClient(quint16 port) { socket.connectToHost(QHostAddress::LocalHost, port); }
    bool say(const QByteArray &bytes)
    {
        const bool up = pumpUntil([this] { return socket.state() == QAbstractSocket::ConnectedState; });
        return up && socket.write(bytes) == bytes.size();
    }
    QByteArray hears(qsizetype size)
    {
        pumpUntil([&] {
            heard += socket.readAll();
            return heard.size() >= size || socket.state() == QAbstractSocket::UnconnectedState;
        });
        return heard.left(size).toHex();
    }
    bool isLeft()
    {
        return pumpUntil([this] { return socket.state() == QAbstractSocket::UnconnectedState; });
    }

    QTcpSocket socket;
    QByteArray heard;
};

QByteArray shownTo(const RawClient &client)
{
    return client.socket.peerCertificate().digest(QCryptographicHash::Sha256).toHex();
}

} // namespace

/// Nobody gets past a TLS listener without TLS 1.2 or newer, in time; and a new certificate is for new connections.
class TlsHandshakeTest : public QObject
{
    Q_OBJECT
private slots:
    void isWaitedForTenSeconds_data()
    {
        QTest::addColumn<QByteArray>("part");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("half a hello") << clientHello(QByteArray::fromHex("0303")).left(20);
        QTest::newRow("a hello and no more") << clientHello(QByteArray::fromHex("0303"));
    }
    void isWaitedForTenSeconds()
    {
        QFETCH(QByteArray, part);
        TestListener listener;
        PlainClient client(listener.port);
        QVERIFY(client.say(part));
        QVERIFY(listener.waitForConnections(1)); // it counts already
        QTest::qWait(20);
        listener.clock->advance(9'999ms);
        QTest::qWait(20);
        QCOMPARE(listener.http.connectionCount(), 1);
        listener.clock->advance(1ms);
        QVERIFY(client.isLeft());
        QVERIFY(listener.waitForConnections(0));
    }
    void givesTheHeaderATimeOfItsOwn()
    {
        TestListener listener;
        RawClient client(listener.port);
        QVERIFY(pumpUntil([&] { return client.socket.isEncrypted(); }));
        client.send("GET /he");
        letBothWork();
        listener.clock->advance(10'001ms);
        QCOMPARE(client.reply().status, 408);
    }
    void doesNotAnswerPlainHttp()
    {
        TestListener listener;
        PlainClient client(listener.port);
        QVERIFY(client.say("GET /hello HTTP/1.1\r\nHost: till\r\n\r\n"));
        QVERIFY(client.isLeft());
        QVERIFY(!client.heard.contains("hello"));
        QCOMPARE(listener.handled, 0);
        QVERIFY(listener.waitForConnections(0));
    }
    void refusesOldVersions_data()
    {
        QTest::addColumn<QByteArray>("version");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("1.2") << QByteArray::fromHex("0303") << QByteArray("160303");
        QTest::newRow("1.1") << QByteArray::fromHex("0302")
                             << QByteArray("150302"
                                           "00020246"); // alert: protocol_version
        QTest::newRow("1.0") << QByteArray::fromHex("0301")
                             << QByteArray("150301"
                                           "00020246");
    }
    void refusesOldVersions()
    {
        QFETCH(QByteArray, version);
        QFETCH(QByteArray, answer);
        TestListener listener;
        PlainClient client(listener.port);
        QVERIFY(client.say(clientHello(version)));
        QCOMPARE(client.hears(answer.size() / 2), answer);
    }
    void letsNobodyInWithoutACertificate()
    {
        const auto clock = std::make_shared<VirtualClock>();
        HttpListener http({}, *clock);
        http.requireTls();
        const auto port = http.listen(QHostAddress::LocalHost, 0);
        QVERIFY(port);
        PlainClient client(*port);
        QVERIFY(client.isLeft());
        QCOMPARE(http.connectionCount(), 0);
    }
    void isForNothingOnceNobodyListens()
    {
        TestListener listener;
        QSslSocket client;
        client.setPeerVerifyMode(QSslSocket::VerifyNone);
        client.connectToHost(QHostAddress::LocalHost, listener.port);
        QVERIFY(listener.waitForConnections(1));
        listener.http.stopListening();
        client.startClientEncryption();
        QVERIFY(pumpUntil([&client] { return client.state() == QAbstractSocket::UnconnectedState; }));
        QVERIFY(listener.waitForConnections(0));
    }
    void aNewCertificateIsForNewConnections()
    {
        TestListener listener;
        RawClient old(listener.port);
        old.get("/hello");
        QCOMPARE(old.reply().body, "hello");
        old.get("/hold");
        QVERIFY(listener.waitForHeld(1));
        const auto fresh = TestTls::identity();
        QVERIFY(listener.http.useTls(fresh));

        RawClient young(listener.port);
        young.get("/hello");
        QCOMPARE(young.reply().body, "hello");
        QCOMPARE(shownTo(young), fresh.fingerprint());
        QVERIFY(shownTo(old) != fresh.fingerprint());
        listener.held[0].answer(HttpReply::text(200, "text/plain", "still here"));
        QCOMPARE(old.reply().body, "still here");
    }
};

QTEST_GUILESS_MAIN(TlsHandshakeTest)
#include "tst_tls_handshake.moc"
