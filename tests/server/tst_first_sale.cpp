// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/RunningServer.h"

/// Order over HTTP, watch over WebSocket, the customer pays, the push arrives, the books say so, also after a restart.
class FirstSaleTest : public QObject
{
    Q_OBJECT
private slots:
    void walks()
    {
        RunningServer server;
        const auto placed = server.place(1234);
        const auto number = placed["out_trade_no"].toString();
        QCOMPARE(placed["trade_state"].toString(), QStringLiteral("NOTPAY"));
        QVERIFY(placed["training"].toBool());
        QVERIFY(placed["code_url"].toString().startsWith(server.at().phone + "/pay/"));

        WatchClient till(server);
        till.say({{"action", "create"}, {"outTradeNo", number}, {"token", placed["watch_token"]}});
        till.settle();
        QVERIFY(till.heard.isEmpty()); // nothing to say yet, so nothing is said
        QCOMPARE(server.pay(number).status, 200);
        QTRY_COMPARE(till.heard.size(), 1);
        const auto push = till.heard.first();
        QCOMPARE(push["result"].toInt(), 1);
        QCOMPARE(push["info"].toString(), QStringLiteral("ok"));
        QCOMPARE(push["event"].toString(), QStringLiteral("SUCCESS"));
        QCOMPARE(push["seq"].toInt(), 3);
        QCOMPARE(push["order"].toObject()["trade_state"].toString(), QStringLiteral("SUCCESS"));
        QCOMPARE(push["order"].toObject()["amount"].toObject()["total"].toInt(), 1234);
        QVERIFY(!push["order"].toObject().contains("watch_token"));

        QCOMPARE(server.order(number)["confirmed_by"].toString(), QStringLiteral("notify"));
        server.stop();
        server.start();
        QCOMPARE(server.state(number), QStringLiteral("SUCCESS"));
        QCOMPARE(server.order(number)["seq"].toInt(), 3);
    }
    void theMockWebhookMakesTheSimulatorNotify()
    {
        RunningServer server;
        const auto number = server.place()["out_trade_no"].toString();
        const auto answer = server.get("/index/notice?outTradeNo=" + number);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, QByteArray("支付成功"));
        QVERIFY(answer.headers.value("Content-Type").startsWith("text/html"));
        QTRY_COMPARE(server.state(number), QStringLiteral("SUCCESS"));
        QCOMPARE(server.order(number)["confirmed_by"].toString(), QStringLiteral("notify"));
        QCOMPARE(server.get("/index/notice?outTradeNo=" + number).status, 200); // pressed twice
        QCOMPARE(server.order(number)["seq"].toInt(), 3);
    }
    void theSameNumberIsOneOrder()
    {
        RunningServer server;
        const QJsonObject body{{"amount", 50}, {"description", "tea"}, {"out_trade_no", "SAME-000001"}};
        QCOMPARE(server.post("/api/v1/orders", body).status, 201);
        const auto again = server.post("/api/v1/orders", body);
        QCOMPARE(again.status, 200);
        QVERIFY(RunningServer::json(again)["code_url"].toString().startsWith("http"));
        QCOMPARE(
            server.post("/api/v1/orders", {{"amount", 51}, {"description", "tea"}, {"out_trade_no", "SAME-000001"}})
                .status,
            409);
    }
    void aCancelledOrderCannotBePaid()
    {
        RunningServer server;
        const auto number = server.place()["out_trade_no"].toString();
        const auto closed = server.post("/api/v1/orders/" + number + "/close");
        QCOMPARE(closed.status, 200);
        QCOMPARE(RunningServer::json(closed)["trade_state"].toString(), QStringLiteral("CLOSED"));
        QCOMPARE(server.pay(number).status, 409);
    }
    void aPaidOrderCannotBeCancelled()
    {
        RunningServer server;
        const auto number = server.place()["out_trade_no"].toString();
        QCOMPARE(server.pay(number).status, 200);
        const auto closed = server.post("/api/v1/orders/" + number + "/close");
        QCOMPARE(closed.status, 409);
        QCOMPARE(RunningServer::json(closed)["code"].toString(), QStringLiteral("ORDER_PAID"));
        QCOMPARE(RunningServer::json(closed)["order"].toObject()["trade_state"].toString(), QStringLiteral("SUCCESS"));
    }
};

QTEST_GUILESS_MAIN(FirstSaleTest)
#include "tst_first_sale.moc"
