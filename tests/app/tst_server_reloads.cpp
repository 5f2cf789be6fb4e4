// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/NetworkTransport.h"
#include "tests/app/ExportedProfile.h"
#include "tests/support/Await.h"

#include <QWebSocket>
#include <csignal>

/// SIGHUP: the profile is read again. One log line says how that went, and nobody's connection notices.
class ServerReloadsTest : public QObject
{
    Q_OBJECT

    static HttpAnswer place(NetworkTransport &network, const QString &http, const QByteArray &token)
    {
        const auto answer =
            await(network.send({.method = "POST",
                                .url = QUrl(http + "/api/v1/orders"),
                                .headers = {{"Authorization", "Bearer " + token}, {"Content-Type", "application/json"}},
                                .body = "{\"amount\":5,\"description\":\"tea\"}",
                                .timeout = std::chrono::seconds(20)}));
        return answer ? *answer : HttpAnswer{};
    }

private slots:
    void goodAndBadProfiles()
    {
        const ExportedProfile profile;
        const QTemporaryDir data;
        Program server(SERVER, {"--data-dir", data.path(), "--port", "0", "--profile", profile.file, "--log-format",
                                "json", "--print-terminal-token"});
        const auto ready = server.ready();
        const auto http = ready["http"].toString();
        const auto token = ready["terminal_token"].toString().toLatin1();
        NetworkTransport network;
        QCOMPARE(place(network, http, token).status, 201);
        QWebSocket till;
        till.open(QUrl(QString(http).replace("http:", "ws:") + "/websocket/myHandler"));
        QTRY_COMPARE(till.state(), QAbstractSocket::ConnectedState);

        const auto good = profile.read();
        auto bad = good;
        bad["merchant_private_key_file"] = "nowhere.pem";
        profile.write(bad);
        ::kill(pid_t(server.pid()), SIGHUP);
        QVERIFY(server.logs("not reloaded"));
        QVERIFY2(server.err.contains("merchant_private_key_file"), server.err.constData());
        QCOMPARE(place(network, http, token).status, 201);

        // A key of the provider's that the twin does not know: it is announced from now on, and the twin refuses it.
        auto other = good;
        other["platform_public_key_id"] = "PUB_KEY_ID_0000000000000000000000000000000001";
        profile.write(other);
        ::kill(pid_t(server.pid()), SIGHUP);
        QVERIFY(server.logs("read again"));
        QCOMPARE(place(network, http, token).status, 502);
        profile.write(good);
        server.err.clear();
        ::kill(pid_t(server.pid()), SIGHUP);
        QVERIFY(server.logs("read again"));
        QCOMPARE(place(network, http, token).status, 201);

        QCOMPARE(till.state(), QAbstractSocket::ConnectedState);
        QCOMPARE(server.terminate(), 0);
        for (const auto &line : server.err.split('\n'))
            QVERIFY2(line.isEmpty() || !QJsonDocument::fromJson(line).object().isEmpty(), line.constData());
        QVERIFY(!server.err.contains(good["api_v3_key"].toString().toLatin1()));
    }
};

QTEST_GUILESS_MAIN(ServerReloadsTest)
#include "tst_server_reloads.moc"
