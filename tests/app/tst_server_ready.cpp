// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/NetworkTransport.h"
#include "tests/app/ExportedProfile.h"
#include "tests/support/Await.h"

/// A server that starts says so in one JSON line, works, ends in peace and starts again where it was.
class ServerReadyTest : public QObject
{
    Q_OBJECT

    NetworkTransport m_transport;

    HttpAnswer send(const QByteArray &method, const QString &url, const QByteArray &token, const QJsonObject &body = {})
    {
        const auto answer = await(
            m_transport.send({.method = method,
                              .url = QUrl(url),
                              .headers = {{"Authorization", "Bearer " + token}, {"Content-Type", "application/json"}},
                              .body = method == "POST" ? QJsonDocument(body).toJson() : QByteArray(),
                              .timeout = std::chrono::seconds(20)}));
        return answer ? *answer : HttpAnswer{};
    }
    QJsonObject place(const QJsonObject &ready, const QByteArray &token)
    {
        const auto answer = send("POST", ready["http"].toString() + "/api/v1/orders", token,
                                 {{"amount", 1234}, {"description", "tea"}});
        return QJsonDocument::fromJson(answer.body).object();
    }
    QJsonObject order(const QJsonObject &ready, const QByteArray &token, const QString &number)
    {
        const auto answer = send("GET", ready["http"].toString() + "/api/v1/orders/" + number, token);
        return QJsonDocument::fromJson(answer.body).object();
    }

private slots:
    void inTrainingItSaysEverything()
    {
        const DataDir data("training/simulator");
        Program server(SERVER, trainingServer(data));
        const auto ready = server.ready();
        QCOMPARE(ready.keys(), (QStringList{"http", "phone", "ready", "simulator", "terminal_token"}));
        QCOMPARE(ready["ready"], QJsonValue(true));
        QVERIFY(place(ready, ready["terminal_token"].toString().toLatin1()).contains("code_url"));
        QCOMPARE(server.terminate(), 0);
        QCOMPARE(server.out.count('\n'), 1);
    }
    void overTlsItSaysByWhatItIsKnown()
    {
        const DataDir data("training/simulator");
        Program server(SERVER, trainingServer(data, {"--tls-generate"}));
        const auto ready = server.ready();
        QCOMPARE(ready.keys(),
                 (QStringList{"http", "phone", "ready", "simulator", "terminal_token", "tls_fingerprint"}));
        QVERIFY(ready["http"].toString().startsWith("https://127.0.0.1:"));
        QVERIFY(ready["phone"].toString().startsWith("https://127.0.0.1:"));
        QCOMPARE(ready["tls_fingerprint"].toString().size(), 64);
        QCOMPARE(server.terminate(), 0);
        const QByteArray logged = "tls_fingerprint=" + ready["tls_fingerprint"].toString().toLatin1();
        QVERIFY2(server.err.contains(logged), server.err.constData()); // a service's ready line is seen by nobody
    }
    void othersThanThisMachineAreServedOverTlsOnly()
    {
        const ExportedProfile profile;
        const QTemporaryDir data;
        const QStringList open{"--data-dir", data.path(),  "--port", "0",
                               "--profile",  profile.file, "--host", "0.0.0.0"};
        Program plain(SERVER, open);
        QCOMPARE(plain.end(), 2);
        QVERIFY2(plain.err.contains("needs TLS"), plain.err.constData());
        QVERIFY(inventory(data.path()).isEmpty());
        Program secure(SERVER, open + QStringList{"--tls-generate"});
        QVERIFY2(!secure.ready().isEmpty(), secure.err.constData());
        QCOMPARE(secure.terminate(), 0);
    }
    void saysACodeThatPairsATill()
    {
        const ExportedProfile profile;
        const QTemporaryDir data;
        Program server(SERVER, {"--data-dir", data.path(), "--port", "0", "--profile", profile.file});
        const auto ready = server.ready();
        Program maker(SERVER, {"--data-dir", data.path(), "--pair-code"});
        QCOMPARE(maker.end(), 0);
        const auto said = QJsonDocument::fromJson(maker.out).object();
        QCOMPARE(said.keys(), (QStringList{"code", "expires_at"}));
        const auto join = [&] {
            return send("POST", ready["http"].toString() + "/api/v1/terminals", {},
                        {{"code", said["code"]}, {"name", "till 2"}});
        };
        const auto till = join();
        QCOMPARE(till.status, 201);
        QCOMPARE(join().status, 403);
        QVERIFY(!QFile::exists(data.filePath("training/pairing_code")));
        const auto token = QJsonDocument::fromJson(till.body).object()["token"].toString().toLatin1();
        QCOMPARE(place(ready, token)["terminal"].toString(), QStringLiteral("till 2"));
        QCOMPARE(server.terminate(), 0);
        QVERIFY(!server.err.contains(token));
        QVERIFY(!server.err.contains(said["code"].toString().toLatin1()));
    }
    void withAProfileItKeepsTheTokenToItself()
    {
        const ExportedProfile profile;
        const QTemporaryDir data;
        Program server(SERVER, {"--data-dir", data.path(), "--port", "0", "--profile", profile.file});
        const auto ready = server.ready();
        QCOMPARE(ready.keys(), (QStringList{"http", "ready"}));
        // A simulator's profile makes a training shop, whose data lie apart.
        QCOMPARE(QDir(data.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot), QStringList{"training"});
        const auto tokenFile = data.filePath("training/terminal_token");
        QVERIFY(!(QFile::permissions(tokenFile) & (QFile::ReadGroup | QFile::ReadOther)));
        const auto token = contentOf(tokenFile).trimmed();
        const auto placed = place(ready, token);
        QCOMPARE(placed["training"], QJsonValue(true));
        QVERIFY(placed["code_url"].toString().startsWith("weixin://"));
        QCOMPARE(place(ready, "another").value("code"), QJsonValue("UNAUTHORIZED"));
        QCOMPARE(send("POST", ready["http"].toString() + "/callpay", token).status, 404); // a training route
        QCOMPARE(server.terminate(), 0);
        QVERIFY(!server.out.contains(token));
    }
    void printsTheTokenWhereAsked()
    {
        const ExportedProfile profile;
        const QTemporaryDir data;
        Program server(SERVER,
                       {"--data-dir", data.path(), "--port", "0", "--profile", profile.file, "--print-terminal-token"});
        const auto said = server.ready()["terminal_token"].toString().toLatin1();
        QVERIFY(!said.isEmpty());
        QCOMPARE(said, contentOf(data.filePath("training/terminal_token")).trimmed());
        QCOMPARE(server.terminate(), 0);
    }
    void startsAgainWhereItWas()
    {
        const DataDir data("training/simulator");
        QString number;
        QByteArray token;
        for (int start = 0; start < 2; ++start) {
            Program server(SERVER, trainingServer(data));
            const auto ready = server.ready();
            QVERIFY2(!ready.isEmpty(), server.err.constData());
            if (start == 0) {
                token = ready["terminal_token"].toString().toLatin1();
                number = place(ready, token)["out_trade_no"].toString();
            }
            QCOMPARE(ready["terminal_token"].toString().toLatin1(), token);
            QCOMPARE(order(ready, token, number)["amount"].toObject()["total"].toInt(), 1234);
            QCOMPARE(server.terminate(), 0);
        }
        QVERIFY(!QFile::exists(data.path("training/lock")));
    }
    void startsAgainAfterBeingKilled()
    {
        const DataDir data("training/simulator");
        {
            Program server(SERVER, trainingServer(data));
            QVERIFY(!server.ready().isEmpty());
        } // killed
        Program server(SERVER, trainingServer(data));
        QVERIFY2(!server.ready().isEmpty(), server.err.constData());
        QCOMPARE(server.terminate(), 0);
    }
    void logsInTheFormatAskedFor_data()
    {
        QTest::addColumn<QString>("format");
        QTest::newRow("text") << "text";
        QTest::newRow("json") << "json";
    }
    void logsInTheFormatAskedFor()
    {
        QFETCH(QString, format);
        const DataDir data("training/simulator");
        Program server(SERVER, trainingServer(data, {"--log-format", format, "--log-level", "debug"}));
        const auto ready = server.ready();
        QCOMPARE(send("POST", ready["http"].toString() + "/wechatpay/notify", {}, {{"forged", true}}).status / 100, 4);
        QCOMPARE(server.terminate(), 0);
        const auto lines = server.err.split('\n');
        QVERIFY2(lines.size() > 1 && lines.last().isEmpty(), server.err.constData());
        for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
            const auto line = QJsonDocument::fromJson(lines[i]).object();
            auto members = line.keys();
            members.removeAll("fields");
            QCOMPARE(members, format == "json" ? (QStringList{"category", "level", "message", "ts"}) : QStringList());
        }
    }
    void noSecretReachesTheLog_data()
    {
        QTest::addColumn<QString>("format");
        QTest::newRow("text") << "text";
        QTest::newRow("json") << "json";
    }
    void noSecretReachesTheLog()
    {
        QFETCH(QString, format);
        const ExportedProfile profile;
        const QTemporaryDir data;
        Program server(SERVER, {"--data-dir", data.path(), "--port", "0", "--profile", profile.file, "--log-level",
                                "debug", "--log-format", format, "--print-terminal-token"});
        const auto ready = server.ready();
        const auto token = ready["terminal_token"].toString().toLatin1();
        const auto placed = place(ready, token);
        QVERIFY(placed.contains("code_url"));
        QCOMPARE(place(ready, token.chopped(1) + '!')["code"], QJsonValue("UNAUTHORIZED"));
        QCOMPARE(send("POST", ready["http"].toString() + "/wechatpay/notify", token, {{"forged", true}}).status / 100,
                 4);
        QCOMPARE(server.terminate(), 0);
        QVERIFY(!server.err.isEmpty());
        const auto key = contentOf(profile.beside("merchant_key.pem")).split('\n').value(1);
        const QList<QByteArray> secrets{token, contentOf(data.filePath("training/watch_secret")).trimmed(), key,
                                        profile.read()["api_v3_key"].toString().toLatin1(),
                                        placed["watch_token"].toString().toLatin1()};
        for (const auto &secret : secrets) {
            QVERIFY(secret.size() >= 32);
            QVERIFY2(!server.err.contains(secret), server.err.constData());
        }
    }
};

QTEST_GUILESS_MAIN(ServerReadyTest)
#include "tst_server_ready.moc"
