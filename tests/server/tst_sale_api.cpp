// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/RunningServer.h"

#include <QJsonArray>

/// A whole sale over HTTP: its bill, its pickup number, and the ways it is paid.
class SaleApiTest : public QObject
{
    Q_OBJECT

    static QJsonObject bill()
    {
        const QJsonObject latte{
            {"name", QStringLiteral("拿铁 大杯")}, {"price", 1800}, {"quantity", 2}, {"goods", "LATTE"}};
        const QJsonObject cake{{"name", "cake"}, {"price", 790}, {"quantity", 1}};
        return {{"lines", QJsonArray{latte, cake}},
                {"discounts", QJsonArray{QJsonObject{{"kind", "rate"}, {"rate", 88}, {"amount", 526}},
                                         QJsonObject{{"kind", "minus"}, {"amount", 200}},
                                         QJsonObject{{"kind", "round"}, {"amount", 64}}}}};
    }
    static QJsonObject wanted(const QJsonObject &more, const char *number = "T00000001")
    {
        QJsonObject body{{"amount", 3600}, {"description", "tea"}, {"out_trade_no", number}};
        for (auto it = more.begin(); it != more.end(); ++it)
            body[it.key()] = it.value();
        return body;
    }
    static QStringList types(RunningServer &server, const char *number = "T00000001")
    {
        QStringList types;
        const auto answer = server.get(QStringLiteral("/api/v1/orders/%1/events").arg(number));
        for (const auto event : RunningServer::json(answer)["events"].toArray())
            types << event.toObject()["type"].toString() + u' ' + event.toObject()["source"].toString();
        return types;
    }
    static QString code(const HttpAnswer &answer) { return RunningServer::json(answer)["code"].toString(); }

private slots:
    void cashOverTheCounter()
    {
        RunningServer server;
        WatchClient till(server);
        till.say({{"action", "create"}, {"outTradeNo", "T00000001"}, {"token", QString()}, {"after", 0}});
        till.settle();
        const auto body =
            wanted({{"bill", bill()}, {"pickup", true}, {"tender", "cash"}, {"received", 5000}, {"sale", "S1"}});
        const auto answer = server.post("/api/v1/orders", body);
        QCOMPARE(answer.status, 201);
        const auto order = RunningServer::json(answer);
        QCOMPARE(order["trade_state"].toString(), QStringLiteral("SUCCESS"));
        QCOMPARE(order["tender"].toString(), QStringLiteral("cash"));
        QCOMPARE(order["cash"].toObject(), (QJsonObject{{"received", 5000}, {"change", 1400}}));
        QCOMPARE(order["pickup_no"].toString(), QStringLiteral("001"));
        QCOMPARE(order["bill"].toObject(), bill());
        QCOMPARE(order["expires_at"], order["created_at"]);
        QVERIFY(order["confirmed_by"].isNull() && order["tender_name"].isNull() && order["code_url"].isNull());
        QVERIFY(!order["watch_token"].toString().isEmpty());
        QTRY_COMPARE(till.heard.size(), 2);
        QCOMPARE(till.heard[1]["event"].toString(), QStringLiteral("SUCCESS"));
        QCOMPARE(till.heard[1]["order"].toObject()["cash"].toObject()["change"].toInteger(), 1400);
        QVERIFY(!till.heard[1]["order"].toObject().contains("bill"));
        server.stop();
        server.start();
        const auto again = server.post("/api/v1/orders", body);
        QCOMPARE(again.status, 200);
        QCOMPARE(RunningServer::json(again), order);
        QCOMPARE(server.order("T00000001")["bill"].toObject(), bill());
        QCOMPARE(types(server), (QStringList{"CREATED till", "SUCCESS till"}));
        QCOMPARE(RunningServer::json(server.simulator("GET", "/sim/orders"))["orders"].toArray().size(), 0);
    }
    void aBillIsToldToWhoAsksForIt()
    {
        RunningServer server;
        const auto answer = server.post("/api/v1/orders", wanted({{"bill", bill()}}));
        QCOMPARE(answer.status, 201);
        QCOMPARE(RunningServer::json(answer)["bill"].toObject(), bill());
        QVERIFY(RunningServer::json(answer)["pickup_no"].isNull());
        QCOMPARE(server.order("T00000001")["bill"].toObject(), bill());
        const auto listed = RunningServer::json(server.get("/api/v1/orders"))["orders"].toArray().first().toObject();
        QVERIFY(!listed.contains("bill"));
        QCOMPARE(listed["tender"].toString(), QStringLiteral("wechatpay"));
        QVERIFY(!RunningServer::json(server.post("/api/v1/orders/T00000001/query")).contains("bill"));
        QVERIFY(!RunningServer::json(server.post("/api/v1/orders/T00000001/close")).contains("bill"));
        QVERIFY(server.place()["bill"].isNull());
        QVERIFY(server.place().contains("bill"));
    }
    void theSameNumberForSomethingElse()
    {
        RunningServer server;
        QCOMPARE(server.post("/api/v1/orders", wanted({{"bill", bill()}})).status, 201);
        QCOMPARE(server.post("/api/v1/orders", wanted({{"bill", bill()}})).status, 200);
        auto other = bill();
        other["discounts"] = QJsonArray{QJsonObject{{"kind", "minus"}, {"amount", 790}}};
        for (const auto &more : {QJsonObject{}, QJsonObject{{"bill", other}},
                                 QJsonObject{{"bill", bill()}, {"tender", "cash"}, {"received", 3600}},
                                 QJsonObject{{"bill", bill()}, {"tender", "other"}, {"tender_name", "card"}}}) {
            const auto answer = server.post("/api/v1/orders", wanted(more));
            QCOMPARE(answer.status, 409);
            QCOMPARE(code(answer), QStringLiteral("OUT_TRADE_NO_USED"));
        }
    }
    void aSaleIsPaidOnce()
    {
        RunningServer server;
        QCOMPARE(server.post("/api/v1/orders", wanted({{"sale", "S1"}, {"pickup", true}})).status, 201);
        const QJsonObject cash{{"sale", "S1"}, {"pickup", true}, {"tender", "cash"}, {"received", 3600}};
        QCOMPARE(code(server.post("/api/v1/orders", wanted(cash, "T00000002"))), QStringLiteral("ATTEMPT_OPEN"));
        QCOMPARE(server.post("/api/v1/orders/T00000001/close").status, 200);
        const auto paid = server.post("/api/v1/orders", wanted(cash, "T00000002"));
        QCOMPARE(paid.status, 201);
        QCOMPARE(RunningServer::json(paid)["pickup_no"].toString(), QStringLiteral("001")); // the sale's
        QCOMPARE(code(server.post("/api/v1/orders", wanted({{"sale", "S1"}}, "T00000003"))),
                 QStringLiteral("ORDER_PAID"));
        QCOMPARE(RunningServer::json(server.post("/api/v1/orders/T00000002/query"))["seq"].toInteger(), 2);
        const auto close = server.post("/api/v1/orders/T00000002/close");
        QCOMPARE(close.status, 409);
        QCOMPARE(code(close), QStringLiteral("ORDER_PAID"));
        QCOMPARE(RunningServer::json(close)["order"].toObject()["trade_state"].toString(), QStringLiteral("SUCCESS"));
    }
    void anotherTenderGoesBackAtTheTill()
    {
        RunningServer server;
        const auto answer =
            server.post("/api/v1/orders", wanted({{"tender", "other"}, {"tender_name", QStringLiteral("支付宝")}}));
        QCOMPARE(answer.status, 201);
        QCOMPARE(RunningServer::json(answer)["tender_name"].toString(), QStringLiteral("支付宝"));
        QVERIFY(RunningServer::json(answer)["cash"].isNull());
        const QJsonObject back{{"amount", 600}, {"reason", "cold"}, {"out_refund_no", "R-00000001"}};
        const auto refund = server.post("/api/v1/orders/T00000001/refunds", back);
        QCOMPARE(refund.status, 201);
        QCOMPARE(RunningServer::json(refund)["status"].toString(), QStringLiteral("SUCCESS"));
        QVERIFY(!RunningServer::json(refund)["success_time"].isNull());
        QCOMPARE(server.post("/api/v1/orders/T00000001/refunds", back).status, 200);
        const QJsonObject rest{{"amount", 3001}, {"reason", "cold"}, {"out_refund_no", "R-00000002"}};
        QCOMPARE(code(server.post("/api/v1/orders/T00000001/refunds", rest)), QStringLiteral("REFUND_TOO_MUCH"));
        QCOMPARE(server.order("T00000001")["refunded"].toInteger(), 600);
        QCOMPARE(types(server), (QStringList{"CREATED till", "SUCCESS till", "REFUND till"}));
        QCOMPARE(RunningServer::json(server.simulator("GET", "/sim/refunds"))["refunds"].toArray().size(), 0);
        server.stop();
        server.start();
        QCOMPARE(RunningServer::json(server.get("/api/v1/refunds/R-00000001"))["status"].toString(),
                 QStringLiteral("SUCCESS"));
        QCOMPARE(server.order("T00000001")["seq"].toInteger(), 3);
    }
};

QTEST_GUILESS_MAIN(SaleApiTest)
#include "tst_sale_api.moc"
