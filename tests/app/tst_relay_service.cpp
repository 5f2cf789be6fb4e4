// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/crypto/TlsIdentity.h"
#include "server/net/NetworkTransport.h"
#include "server/relay/RelayedHeaders.h"
#include "tests/app/NotifySocket.h"
#include "tests/app/Program.h"
#include "tests/relay/ShopEnd.h"
#include "tests/support/Await.h"
#include "tests/support/RelayedNotes.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <csignal>

namespace {

/// A relay as a program, with an operator's port and the shop "corner".
struct RelayRig
{
    explicit RelayRig(const QStringList &more = {})
        : arguments(QStringList{"--relay", "--data-dir", data.path(), "--port", "0"} + more)
    {
        Program adding(SERVER, {"--relay-add-shop", "corner", "--data-dir", data.path()});
        if (adding.end() != 0)
            qFatal("%s", adding.err.constData());
        token = QJsonDocument::fromJson(adding.out).object()["token"].toString().toLatin1();
        start();
    }
    void start()
    {
        relay = std::make_unique<Program>(SERVER, arguments + QStringList{"--ops-listen", "127.0.0.1:0"});
        ready = relay->ready();
        if (ready.isEmpty())
            qFatal("%s", relay->err.constData());
    }
    QString url(const char *listener) const { return ready[QLatin1String(listener)].toString(); }
    QUrl link() const { return QUrl(url("http").replace(QRegularExpression("^http"), "ws") + "/relay/link"); }
    int ask(const QString &url)
    {
        const auto answer = await(network.send(
            {.method = "GET", .url = QUrl(url), .headers = {}, .body = {}, .timeout = std::chrono::seconds(20)}));
        return answer ? answer->status : 0;
    }
    int post(int number)
    {
        const auto note = RelayedNotes::note(number);
        const auto answer = await(network.send({.method = "POST",
                                                .url = QUrl(url("http") + "/wechatpay/notify/corner"),
                                                .headers = RelayedHeaders::of(note),
                                                .body = note.body,
                                                .timeout = std::chrono::seconds(20)}));
        return answer ? answer->status : 0;
    }
    void signal(int number) const { ::kill(pid_t(relay->pid()), number); }
    /// What a new connection is shown.
    QByteArray shown() const
    {
        QSslSocket socket;
        socket.setPeerVerifyMode(QSslSocket::VerifyNone);
        socket.connectToHostEncrypted(QUrl(url("http")).host(), quint16(QUrl(url("http")).port()));
        if (!QTest::qWaitFor([&socket] { return socket.isEncrypted(); }, 20'000))
            return {};
        return socket.peerCertificate().digest(QCryptographicHash::Sha256).toHex();
    }

    QTemporaryDir data;
    QStringList arguments;
    QByteArray token;
    QJsonObject ready;
    std::unique_ptr<Program> relay;
    NetworkTransport network;
};

} // namespace

/// A relay as a service: what systemd is told, how it stops, and what it reads again.
class RelayServiceTest : public QObject
{
    Q_OBJECT

    static void trust(const TlsIdentity &identity)
    {
        auto tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates(QSslCertificate::fromData(identity.certificates()));
        QSslConfiguration::setDefaultConfiguration(tls);
    }

private slots:
    void fromItsStartToItsEnd()
    {
        NotifySocket systemd;
        qputenv("WATCHDOG_USEC", "400000");
        RelayRig rig;
        qunsetenv("WATCHDOG_USEC");
        auto message = systemd.next();
        QVERIFY2(message.startsWith("READY=1\n") && message.contains(rig.url("http").toLatin1()), message.constData());
        QVERIFY(systemd.isAliveEvery(200));
        rig.signal(SIGHUP);
        QVERIFY(systemd.next().startsWith("RELOADING=1\nMONOTONIC_USEC="));
        QVERIFY(systemd.next().startsWith("READY=1\n"));
        QCOMPARE(rig.relay->terminate(), 0);
        QVERIFY(systemd.next().startsWith("STOPPING=1\n"));
    }
    void whatHasBegunIsWrittenAndWhoIsConnectedIsTold_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
    }
    void whatHasBegunIsWrittenAndWhoIsConnectedIsTold()
    {
        QFETCH(int, signal);
        RelayRig rig;
        ShopEnd shop(rig.link());
        shop.greet({}, rig.token);
        QTRY_COMPARE(shop.welcomes.size(), 1);
        const auto note = RelayedNotes::note(1);
        QByteArray request = "POST /wechatpay/notify/corner HTTP/1.1\r\nHost: localhost:"
                             + QByteArray::number(QUrl(rig.url("http")).port())
                             + "\r\nContent-Length: " + QByteArray::number(note.body.size()) + "\r\n";
        const auto headers = RelayedHeaders::of(note);
        for (const auto &[name, value] : headers.fields())
            request += name + ": " + value + "\r\n";
        QTcpSocket wechat;
        wechat.connectToHost(QHostAddress(QHostAddress::LocalHost), quint16(QUrl(rig.url("http")).port()));
        QVERIFY(wechat.waitForConnected());
        wechat.write(request + "\r\n" + note.body.chopped(1));
        QVERIFY(wechat.waitForBytesWritten());
        QTRY_VERIFY(await(rig.network.send(
                              {.method = "GET", .url = QUrl(rig.url("ops") + "/metrics"), .headers = {}, .body = {}}))
                        ->body.contains("scantill_http_connections{listener=\"main\"} 2"));
        rig.signal(signal);
        QTRY_COMPARE(rig.ask(rig.url("ops") + "/readyz"), 503);
        QCOMPARE(rig.ask(rig.url("http") + "/healthz"), 0); // nobody new comes in
        QCOMPARE(shop.socket.state(), QAbstractSocket::ConnectedState);
        wechat.write(note.body.right(1));
        QTRY_VERIFY(wechat.bytesAvailable() > 0);
        QVERIFY(wechat.readAll().startsWith("HTTP/1.1 204"));
        QVERIFY(shop.isClosed());
        QCOMPARE(int(shop.socket.closeCode()), int(QWebSocketProtocol::CloseCodeGoingAway));
        QCOMPARE(rig.relay->end(), 0);

        rig.start();
        ShopEnd again(rig.link());
        again.greet({}, rig.token);
        QVERIFY(again.hears(1));
        QCOMPARE(again.heard[0].digest(), note.digest());
        QCOMPARE(rig.relay->terminate(), 0);
    }
    void aCertificateIsExchangedUnderItsLinks()
    {
        const QTemporaryDir folder;
        const QString certificate = folder.filePath("c.pem"), key = folder.filePath("k.pem");
        const auto now = QDateTime::currentDateTimeUtc();
        const auto old = *TlsIdentity::selfSigned({"127.0.0.1"}, now.addDays(-1), now.addDays(30));
        const auto fresh = *TlsIdentity::selfSigned({"127.0.0.1"}, now.addDays(-1), now.addDays(60));
        writeFile(certificate, old.certificates());
        writeFile(key, old.privateKey());
        trust(old);
        RelayRig rig({"--tls-certificate", certificate, "--tls-key", key});
        ShopEnd shop(rig.link());
        shop.greet({}, rig.token);
        QTRY_COMPARE(shop.welcomes.size(), 1);
        QCOMPARE(rig.shown(), old.fingerprint());

        writeFile(certificate, fresh.certificates()); // without its key yet
        rig.signal(SIGHUP);
        QVERIFY(rig.relay->logs("not reloaded"));
        QCOMPARE(rig.shown(), old.fingerprint());
        writeFile(key, fresh.privateKey());
        rig.signal(SIGHUP);
        QVERIFY(rig.relay->logs("read again, and used now: the certificate"));
        QCOMPARE(rig.shown(), fresh.fingerprint());
        trust(fresh);
        QCOMPARE(rig.post(1), 204);
        QVERIFY(shop.hears(1)); // by the link of before
        QCOMPARE(shop.welcomes.size(), 1);
        QVERIFY(!rig.relay->err.contains("PRIVATE KEY"));
        QCOMPARE(rig.relay->terminate(), 0);
    }
};

QTEST_GUILESS_MAIN(RelayServiceTest)
#include "tst_relay_service.moc"
