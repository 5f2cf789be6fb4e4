// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/RunningServer.h"

/// What a revoked terminal waits for ends at once, on its WebSocket and in its long polls; others go on waiting.
class RevokedTerminalTest : public QObject
{
    Q_OBJECT

    struct Till
    {
        QString id;
        QByteArray token;
    };
    static Till paired(RunningServer &server)
    {
        const QJsonValue code = RunningServer::json(server.post("/api/v1/pairings"))["code"];
        const auto till = RunningServer::json(server.post("/api/v1/terminals", {{"code", code}, {"name", "till 2"}}));
        return {till["terminal"].toString(), till["token"].toString().toLatin1()};
    }
    static HttpAnswer revoke(RunningServer &server, const Till &till)
    {
        return server.send("DELETE", server.at().http + "/api/v1/terminals/" + till.id, {}, server.terminal());
    }

private slots:
    void hearsNoMore()
    {
        RunningServer server;
        const auto till = paired(server);
        const auto other = paired(server);
        const auto number = server.place()["out_trade_no"].toString();
        WatchClient gone(server), stays(server);
        gone.say({{"action", "create"}, {"outTradeNo", number}, {"token", QString::fromLatin1(till.token)}});
        stays.say({{"action", "create"}, {"outTradeNo", number}, {"token", QString::fromLatin1(other.token)}});
        gone.settle();
        stays.settle();
        QCOMPARE(revoke(server, till).status, 204);
        QTRY_COMPARE(gone.heard.size(), 1);
        QCOMPARE(gone.heard[0]["result"], QJsonValue(0));
        QCOMPARE(gone.heard[0]["outTradeNo"].toString(), number);
        gone.say({{"action", "create"}, {"outTradeNo", number}, {"token", QString::fromLatin1(till.token)}});
        QTRY_COMPARE(gone.heard.size(), 2);
        QCOMPARE(gone.heard[1]["result"], QJsonValue(0));

        QCOMPARE(server.pay(number).status, 200);
        QTRY_COMPARE(stays.heard.size(), 1);
        QCOMPARE(stays.heard[0]["result"], QJsonValue(1));
        gone.settle();
        QCOMPARE(gone.heard.size(), 2);
    }
    void waitsNoMore()
    {
        RunningServer server;
        const auto till = paired(server);
        const auto number = server.place()["out_trade_no"].toString();
        NetworkTransport transport;
        const auto poll = [&](const QByteArray &token) {
            return transport.send({.method = "POST",
                                   .url = QUrl(server.at().http + "/scan/" + number + "?after=2"),
                                   .headers = {{"Authorization", "Bearer " + token}},
                                   .body = {}});
        };
        const auto waiting = poll(till.token);
        const auto own = poll(server.at().terminalToken);
        (void)server.get("/api/v1/orders/SETTLE");
        QVERIFY(!waiting.isFinished());
        QCOMPARE(revoke(server, till).status, 204);
        const auto answer = await(waiting);
        QVERIFY(answer);
        QCOMPARE(answer->status, 401);
        QCOMPARE(await(poll(till.token))->status, 401);
        QVERIFY(!own.isFinished());
        QCOMPARE(server.pay(number).status, 200);
        QCOMPARE(await(own)->status, 200);
    }
    void isRevokedStillAfterARestart()
    {
        RunningServer server;
        const auto till = paired(server);
        const auto other = paired(server);
        QCOMPARE(revoke(server, till).status, 204);
        server.stop();
        server.start();
        const auto asked = [&server](const Till &who) {
            return server
                .send("GET", server.at().http + "/api/v1/orders", {}, {{"Authorization", "Bearer " + who.token}})
                .status;
        };
        QCOMPARE(asked(till), 401);
        QCOMPARE(asked(other), 200);
    }
};

QTEST_GUILESS_MAIN(RevokedTerminalTest)
#include "tst_revoked_terminal.moc"
