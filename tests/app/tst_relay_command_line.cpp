// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/NetworkTransport.h"
#include "tests/app/ExportedProfile.h"
#include "tests/support/Await.h"

#include <QSslCertificate>
#include <QSslSocket>

/// scantill-server as a relay, and as a shop of one: what it says, what it refuses, and what it keeps to itself.
class RelayCommandLineTest : public QObject
{
    Q_OBJECT

    static void refuses(const QStringList &arguments, const char *says, int code = 2)
    {
        Program server(SERVER, arguments);
        QCOMPARE(server.end(), code);
        QCOMPARE(server.out, QByteArray());
        QVERIFY2(server.err.contains(says), server.err.constData());
        QCOMPARE(server.err.count('\n'), 1);
    }
    static QJsonObject addShop(const QString &folder, const QString &name = "corner")
    {
        Program adding(SERVER, {"--relay-add-shop", name, "--data-dir", folder});
        return adding.end() == 0 && adding.out.count('\n') == 1 ? QJsonDocument::fromJson(adding.out).object()
                                                                : QJsonObject();
    }
    int status(const QByteArray &method, const QString &url, const HttpHeaders &headers = {})
    {
        const auto answer = await(m_transport.send({.method = method,
                                                    .url = QUrl(url),
                                                    .headers = headers,
                                                    .body = method == "POST" ? "{}" : "",
                                                    .timeout = std::chrono::seconds(20)}));
        return answer ? answer->status : 0;
    }
    int notify(const QString &relay, const QString &shop)
    {
        return status("POST", relay + "/wechatpay/notify/" + shop,
                      {{"Wechatpay-Timestamp", "1"},
                       {"Wechatpay-Nonce", "n"},
                       {"Wechatpay-Signature", "s"},
                       {"Wechatpay-Serial", "s"}});
    }
    QStringList relayIn(const QString &folder) { return {"--relay", "--data-dir", folder, "--port", "0"}; }

    NetworkTransport m_transport;

private slots:
    void aShopsTokenIsSaidOnceAndKeptHashed()
    {
        const QTemporaryDir data;
        const auto said = addShop(data.path());
        QCOMPARE(said.keys(), (QStringList{"shop", "token"}));
        QCOMPARE(said["shop"].toString(), QStringLiteral("corner"));
        const auto token = said["token"].toString().toLatin1();
        QVERIFY(token.size() >= 43);
        QVERIFY(!contentOf(data.filePath("relay/relay.sqlite")).contains(token));
        QVERIFY(!(QFile::permissions(data.filePath("relay/relay.sqlite")) & (QFile::ReadGroup | QFile::ReadOther)));
        refuses({"--relay-add-shop", "corner", "--data-dir", data.path()}, "of that name already", 1);
        QVERIFY(addShop(data.path(), "market")["token"].toString().toLatin1() != token);
    }
    void aRelayServesItsShops()
    {
        const QTemporaryDir data;
        Program relay(SERVER, relayIn(data.path()));
        const auto ready = relay.ready();
        QCOMPARE(ready.keys(), (QStringList{"http", "ready"}));
        const auto http = ready["http"].toString();
        QCOMPARE(status("GET", http + "/healthz"), 200);
        QCOMPARE(notify(http, "corner"), 404);
        QVERIFY(!addShop(data.path()).isEmpty()); // while it runs
        QCOMPARE(notify(http, "corner"), 204);
        QCOMPARE(status("POST", http + "/wechatpay/notify/corner"), 400);
        QCOMPARE(status("GET", http + "/api/v1/orders"), 404); // it is no shop
        QCOMPARE(status("POST", http + "/wechatpay/notify"), 404);
        QCOMPARE(status("GET", http + "/relay/link"), 426);
        Program removing(SERVER, {"--relay-remove-shop", "corner", "--data-dir", data.path()});
        QCOMPARE(removing.end(), 0);
        QCOMPARE(notify(http, "corner"), 404);
        refuses(relayIn(data.path()), "in use by another", 3);
        QCOMPARE(relay.terminate(), 0);
        refuses({"--relay-remove-shop", "corner", "--data-dir", data.path()}, "no such shop", 1);
    }
    void aRelayServesOverTls()
    {
        const QTemporaryDir data;
        Program relay(SERVER, relayIn(data.path()) + QStringList{"--tls-generate"});
        const auto ready = relay.ready();
        const QUrl http(ready["http"].toString());
        QCOMPARE(http.scheme(), QStringLiteral("https"));
        QSslSocket client;
        client.setPeerVerifyMode(QSslSocket::QueryPeer);
        client.connectToHostEncrypted(http.host(), quint16(http.port()));
        QVERIFY(client.waitForEncrypted(20'000));
        QCOMPARE(client.peerCertificate().digest(QCryptographicHash::Sha256).toHex(),
                 ready["tls_fingerprint"].toString().toLatin1());
        client.write("GET /healthz HTTP/1.1\r\nHost: " + http.authority().toLatin1() + "\r\n\r\n");
        QVERIFY(client.waitForReadyRead(20'000));
        QVERIFY(client.readAll().startsWith("HTTP/1.1 200"));
    }
    void whatCannotBeMeant_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char *arguments, const char *says) {
            QTest::newRow(arguments) << QString::fromLatin1(arguments) << QByteArray(says);
        };
        row("--relay --training", "serves no shop itself");
        row("--relay --profile p.json", "serves no shop itself");
        row("--relay --relay-url wss://r.example/relay/link --relay-token-file t", "serves no shop itself");
        row("--relay --relay-add-shop corner", "at a time");
        row("--relay-add-shop corner --relay-remove-shop corner", "at a time");
        row("--relay-add-shop Corner", "1 to 64 of");
        row("--relay-add-shop ../corner", "1 to 64 of");
        row("--relay --port x", "--port must be");
        row("--profile p.json --relay-url wss://r.example/relay/link", "go together");
        row("--profile p.json --relay-token-file t", "go together");
        row("--training --relay-url wss://r.example/relay/link --relay-token-file t", "--training");
    }
    void whatCannotBeMeant()
    {
        QFETCH(QString, arguments);
        QFETCH(QByteArray, says);
        const QTemporaryDir data;
        refuses(arguments.split(u' ') + QStringList{"--data-dir", data.filePath("new")}, says.constData());
        QVERIFY(!QFile::exists(data.filePath("new")));
    }
    void aRelayThatIsNotSafeToUse()
    {
        const ExportedProfile profile;
        const QTemporaryDir data;
        const auto token = QJsonDocument(addShop(data.path())).toJson(QJsonDocument::Compact);
        writeFile(data.filePath("token"), token);
        writeFile(data.filePath("open"), token, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
        writeFile(data.filePath("other"), "something");
        const auto shop = [&](const QString &url, const QString &file) {
            return QStringList{"--profile", profile.file,  "--data-dir", data.filePath("shop"), "--port",
                               "0",         "--relay-url", url,          "--relay-token-file",  data.filePath(file)};
        };
        refuses(shop("wss://r.example/relay/link", "open"), "chmod 600");
        refuses(shop("wss://r.example/relay/link", "other"), "--relay-add-shop said");
        refuses(shop("wss://r.example/relay/link", "nowhere"), "--relay-add-shop said");
        refuses(shop("ws://r.example/relay/link", "token"), "must be wss");
        refuses(shop("https://r.example/relay/link", "token"), "must be a wss address");
        refuses(shop("not a url", "token"), "must be a wss address");
        QVERIFY(!QFile::exists(data.filePath("shop")));
    }
    void noSecretReachesTheLog()
    {
        const ExportedProfile profile;
        const QTemporaryDir data;
        const auto said = addShop(data.path());
        writeFile(data.filePath("token"), QJsonDocument(said).toJson(QJsonDocument::Compact));
        Program relay(SERVER, relayIn(data.path()) + QStringList{"--log-level", "debug"});
        QUrl link(relay.ready()["http"].toString() + "/relay/link");
        link.setScheme("ws");
        Program shop(SERVER,
                     {"--profile", profile.file, "--data-dir", data.filePath("shop"), "--port", "0", "--relay-url",
                      link.toString(), "--relay-token-file", data.filePath("token"), "--log-level", "debug"});
        QVERIFY2(!shop.ready().isEmpty(), shop.err.constData());
        QVERIFY(shop.says("the relay is there"));
        QVERIFY(relay.says("corner is connected"));
        QCOMPARE(shop.terminate(), 0);
        QVERIFY(relay.says("corner is gone"));
        QCOMPARE(relay.terminate(), 0);
        const auto token = said["token"].toString().toLatin1();
        QVERIFY(!relay.err.contains(token) && !shop.err.contains(token));
    }
};

QTEST_GUILESS_MAIN(RelayCommandLineTest)
#include "tst_relay_command_line.moc"
