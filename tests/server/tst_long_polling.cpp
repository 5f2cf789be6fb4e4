// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/RunningServer.h"

#include <QLoggingCategory>

/// Long polling on a whole server: the payment that a notification brings, and what is open in training only.
class LongPollingTest : public QObject
{
    Q_OBJECT

    static inline QByteArray logged;
    static void keep(QtMsgType, const QMessageLogContext &, const QString &message)
    {
        logged += message.toUtf8() + '\n';
    }
    /// A server that has a profile and no simulator of its own, and so no training routes.
    static ServerConfig withProfile(const ServerTalk &training, const QString &folder)
    {
        ServerConfig config;
        config.dataDir = folder;
        config.port = 0;
        config.profileFile = training.path("merchant_profile.json");
        return config;
    }

private slots:
    void hearsThePayment()
    {
        RunningServer server;
        const auto order = server.place();
        const auto number = order["out_trade_no"].toString();
        const HttpHeaders holder{{"Authorization", "Bearer " + order["watch_token"].toString().toLatin1()}};
        NetworkTransport transport;
        const auto waiting = transport.send({.method = "POST",
                                             .url = QUrl(server.at().http + "/scan/" + number + "?after=2"),
                                             .headers = holder,
                                             .body = {}});
        QCOMPARE(server.pay(number).status, 200);
        const auto answer = await(waiting);
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
        const auto message = ServerTalk::json(*answer);
        QCOMPARE(message["event"].toString(), QStringLiteral("SUCCESS"));
        QCOMPARE(message["seq"].toInt(), 3);
        QCOMPARE(message["order"].toObject()["trade_state"].toString(), QStringLiteral("SUCCESS"));
        auto later = ServerTalk::json(server.get("/scan/" + number)); // at once, and the same
        later["now"] = message["now"];
        QCOMPARE(later, message);
    }
    void isClosedToStrangers()
    {
        RunningServer training;
        const QTemporaryDir folder;
        SystemClock clock;
        SystemRandom random;
        NetworkTransport transport;
        const auto started = Server::start(withProfile(training, folder.path()), clock, random, transport);
        QVERIFY(started);
        const auto &at = (*started)->addresses();
        const HttpHeaders terminal{{"Authorization", "Bearer " + at.terminalToken},
                                   {"Content-Type", "application/json"}};
        const auto ask = [&](const QString &path, const HttpHeaders &headers = {}) {
            return training.send("GET", at.http + path, {}, headers).status;
        };
        const auto placed =
            training.send("POST", at.http + "/api/v1/orders", R"({"amount":5,"description":"tea"})", terminal);
        QCOMPARE(placed.status, 201);
        const auto order = ServerTalk::json(placed);
        const auto scan = "/scan/" + order["out_trade_no"].toString() + "?after=0"; // it has been created
        QCOMPARE(ask(scan), 401); // here a token is needed
        QCOMPARE(ask("/scan/1234"), 401);
        QCOMPARE(ask(scan + "&token=guess"), 401);
        QCOMPARE(ask(scan + "&token=" + order["watch_token"].toString()), 200);
        QCOMPARE(ask(scan, terminal), 200);
        for (const auto *path : {"/doScan/1234", "/newScan/1234", "/call", "/async", "/index/pay", "/index/notice"})
            QCOMPARE(ask(path, terminal), 404);
    }
    void keepsTheLimitItWasTold()
    {
        struct SmallServer : ServerTalk
        {
            SmallServer()
            {
                auto small = config();
                small.watchLimits.maxWaiters = 1;
                server = *Server::start(small, clock, random, m_transport);
                started(server->addresses());
            }
            SystemClock clock;
            SystemRandom random;
            std::unique_ptr<Server> server;
        } small;
        NetworkTransport transport;
        QList<QFuture<Result<HttpAnswer>>> asked;
        for (const auto *key : {"1234", "5678"})
            asked << transport.send(
                {.method = "GET", .url = QUrl(small.at().http + "/scan/" + key), .headers = {}, .body = {}});
        QTRY_VERIFY(asked[0].isFinished() || asked[1].isFinished());
        const bool second = asked[1].isFinished(); // whichever came later
        QCOMPARE(asked[second].resultAt(0)->status, 503);
        QVERIFY(!asked[!second].isFinished());
        QCOMPARE(small.get(second ? "/newScan/1234" : "/newScan/5678").status, 200);
        QCOMPARE(await(asked[!second])->status, 200);
    }
    void aLookAtTheMockWebhookPaysNothing()
    {
        RunningServer server;
        const auto number = server.place()["out_trade_no"].toString();
        const auto url = server.at().http + "/index/notice?outTradeNo=" + number;
        QCOMPARE(server.send("GET", url, {}, {{"Sec-Purpose", "prefetch"}}).status, 204);
        QCOMPARE(server.send("HEAD", url, {}, {}).status, 204);
        QCOMPARE(server.state(number), QStringLiteral("NOTPAY"));
    }
    void logsNoToken()
    {
        QLoggingCategory::setFilterRules("*.debug=true\nqt.*=false");
        const auto before = qInstallMessageHandler(keep);
        QByteArray terminal, watch;
        {
            RunningServer server;
            terminal = server.at().terminalToken;
            const auto order = server.place();
            watch = order["watch_token"].toString().toUtf8();
            const auto number = order["out_trade_no"].toString().toUtf8();
            for (const QByteArray &token : {terminal, watch, watch + "x"}) {
                (void)server.send("GET", server.at().http + "/scan/" + number + "?after=0&token=" + token, {}, {});
                (void)server.send("GET", server.at().http + "/scan/" + number + "?timeout=0&token=" + token, {}, {});
                (void)server.send("PUT", server.at().http + "/scan/" + number + "?token=" + token, {}, {});
                (void)server.send("GET", server.at().http + "/doScan/" + number + "?after=0", {},
                                  {{"Authorization", "Bearer " + token}});
            }
            qInfo("something");
        }
        qInstallMessageHandler(before);
        QLoggingCategory::setFilterRules({});
        QVERIFY(logged.contains("something"));
        QVERIFY(!logged.contains(terminal));
        QVERIFY(!logged.contains(watch));
    }
};

QTEST_GUILESS_MAIN(LongPollingTest)
#include "tst_long_polling.moc"
