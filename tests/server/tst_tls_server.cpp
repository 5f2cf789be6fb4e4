// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ServerTls.h"
#include "tests/server/Handset.h"
#include "tests/server/RunningServer.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>

namespace {

void trust(const QByteArray &pem)
{
    auto configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates(QSslCertificate::fromData(pem));
    QSslConfiguration::setDefaultConfiguration(configuration);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    QCOMPARE(file.write(content), content.size());
}

/// What a new connection is shown.
QByteArray shownAt(const QString &url)
{
    QSslSocket socket;
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket.connectToHostEncrypted(QUrl(url).host(), quint16(QUrl(url).port()));
    if (!QTest::qWaitFor([&socket] { return socket.isEncrypted(); }, 20'000))
        return {};
    return socket.peerCertificate().digest(QCryptographicHash::Sha256).toHex();
}

void generate(ServerConfig &config)
{
    config.tlsGenerate = true;
}

} // namespace

/// A whole server over TLS: a sale, a watch and a phone, and what it shows.
class TlsServerTest : public QObject
{
    Q_OBJECT
private slots:
    void sellsOverTls()
    {
        RunningServer server(generate);
        QVERIFY(server.at().http.startsWith("https://127.0.0.1:"));
        QVERIFY(server.at().phone.startsWith("https://127.0.0.1:"));
        QVERIFY(server.at().simulator.startsWith("http://127.0.0.1:"));
        NetworkTransport stranger; // to whom nobody has told the certificate
        QVERIFY(!await(
            stranger.send({.method = "GET", .url = QUrl(server.at().http + "/healthz"), .headers = {}, .body = {}})));
        trust(contentOf(server.path(ServerTls::generatedFile)));
        const auto placed = server.place();
        const auto number = placed["out_trade_no"].toString();
        WatchClient watch(server);
        watch.say({{"action", "create"}, {"outTradeNo", number}, {"token", placed["watch_token"]}});
        watch.settle();
        QCOMPARE(server.pay(number).status, 200);
        QTRY_COMPARE(watch.heard.size(), 1);
        QCOMPARE(watch.heard[0]["result"], QJsonValue(1));
        QCOMPARE(server.order(number)["confirmed_by"].toString(), QStringLiteral("notify"));
    }
    void servesPhonesWithACookieForTlsOnly()
    {
        RunningServer server(generate);
        trust(contentOf(server.path(ServerTls::generatedFile)));
        const auto ticket = RunningServer::json(server.post("/api/v1/login/tickets"));
        QVERIFY(ticket["qr"].toString().startsWith(server.at().phone + "/m/login/"));
        Handset phone;
        QCOMPARE(phone.open(ticket["qr"].toString()).status, 200);
        QVERIFY2(phone.page.headers.value("Set-Cookie").endsWith("; Secure"),
                 phone.page.headers.value("Set-Cookie").constData());
    }
    void keepsItsCertificate()
    {
        RunningServer server(generate);
        const auto first = server.at().tlsFingerprint;
        QCOMPARE(shownAt(server.at().http), first);
        QCOMPARE(shownAt(server.at().phone), first);
        QVERIFY(!(QFile::permissions(server.path(ServerTls::generatedFile))
                  & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)));
        server.stop();
        server.start();
        QCOMPARE(server.at().tlsFingerprint, first);
        QCOMPARE(shownAt(server.at().http), first);
    }
    void exchangesItsCertificate()
    {
        const QTemporaryDir folder;
        const auto now = QDateTime::currentDateTimeUtc();
        const auto old = *TlsIdentity::selfSigned({"127.0.0.1"}, now.addDays(-1), now.addDays(1));
        const auto fresh = *TlsIdentity::selfSigned({"127.0.0.1"}, now.addDays(-1), now.addDays(2));
        write(folder.filePath("c.pem"), old.certificates());
        write(folder.filePath("k.pem"), old.privateKey());
        RunningServer server([&folder](ServerConfig &config) {
            config.tlsFiles = TlsFiles{folder.filePath("c.pem"), folder.filePath("k.pem")};
        });
        QCOMPARE(shownAt(server.at().http), old.fingerprint());
        trust(old.certificates());
        const auto placed = server.place();
        WatchClient watch(server);
        watch.say({{"action", "create"}, {"outTradeNo", placed["out_trade_no"]}, {"token", placed["watch_token"]}});
        watch.settle();

        write(folder.filePath("c.pem"), fresh.certificates());
        QVERIFY(!server.server().reloadTls()); // the key is not the certificate's yet
        QCOMPARE(shownAt(server.at().http), old.fingerprint());
        write(folder.filePath("k.pem"), fresh.privateKey());
        QCOMPARE(*server.server().reloadTls(), fresh.fingerprint());
        QCOMPARE(shownAt(server.at().http), fresh.fingerprint());
        QCOMPARE(shownAt(server.at().phone), fresh.fingerprint());
        QCOMPARE(server.pay(placed["out_trade_no"].toString()).status, 200);
        QTRY_COMPARE(watch.heard.size(), 1); // by the connection of before
    }
};

QTEST_GUILESS_MAIN(TlsServerTest)
#include "tst_tls_server.moc"
