// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/SimulatorRig.h"

#include <QTest>

/// Queries by both numbers (reference 2.4).
class OrderQueryTest : public QObject
{
    Q_OBJECT
    static QJsonObject withScene()
    {
        QJsonObject body = SimulatorRig::order("A_|*-1");
        body["attach"] = "sim|01";
        body["scene_info"] = QJsonObject{{"payer_client_ip", "203.0.113.7"}, {"device_id", "POS-01"}};
        return body;
    }
private slots:
    void unpaid()
    {
        SimulatorRig rig;
        rig.create(withScene());
        const HttpReply reply = rig.query("A_|*-1");
        QCOMPARE(reply.status, 200);
        const QJsonObject expected{{"appid", "wxd678efh567hg6787"},
                                   {"mchid", "1900000109"},
                                   {"out_trade_no", "A_|*-1"},
                                   {"trade_state", "NOTPAY"},
                                   {"trade_state_desc", QStringLiteral("订单未支付")},
                                   {"attach", "sim|01"},
                                   {"scene_info", QJsonObject{{"device_id", "POS-01"}}},
                                   {"amount", QJsonObject{{"total", 1990}, {"currency", "CNY"}}}};
        QCOMPARE(objectIn(reply.body), expected);
    }
    void anUnpaidOneMayComeWithoutAmount()
    {
        SimulatorRig rig(SimulatorSwitches{.unpaidQueryHasAmount = false});
        rig.create(withScene());
        QVERIFY(!objectIn(rig.query("A_|*-1").body).contains("amount"));
    }
    void paidByBothNumbers()
    {
        SimulatorRig rig;
        rig.create(withScene());
        QVERIFY(rig.simulator->pay("A_|*-1"));
        const QJsonObject paid = objectIn(rig.query("A_|*-1").body);
        QCOMPARE(paid["trade_state"].toString(), "SUCCESS");
        QCOMPARE(paid["trade_type"].toString(), "NATIVE");
        QCOMPARE(paid["bank_type"].toString(), "OTHERS");
        QCOMPARE(paid["success_time"].toString(), "2026-01-01T08:00:00+08:00");
        QCOMPARE(paid["payer"].toObject()["openid"].toString().size(), 28);
        QVERIFY(!paid.contains("promotion_detail"));
        const QJsonObject amount{
            {"total", 1990}, {"payer_total", 1990}, {"currency", "CNY"}, {"payer_currency", "CNY"}};
        QCOMPARE(paid["amount"].toObject(), amount);
        const QByteArray id = paid["transaction_id"].toString().toLatin1();
        QCOMPARE(id.size(), 28);
        QVERIFY(id.startsWith("42000020260101"));
        QCOMPARE(objectIn(rig.call("GET", "/v3/pay/transactions/id/" + id + "?mchid=1900000109").body), paid);
    }
    void aCouponMakesThePayersTotalSmaller()
    {
        SimulatorRig rig;
        rig.create(withScene());
        QVERIFY(rig.simulator->books().pay("A_|*-1", {.openid = {}, .payerTotal = *Money::fromFen(1790)}));
        const QJsonObject paid = objectIn(rig.query("A_|*-1").body);
        QCOMPARE(paid["amount"].toObject()["total"].toInt(), 1990);
        QCOMPARE(paid["amount"].toObject()["payer_total"].toInt(), 1790);
        const QJsonObject coupon = paid["promotion_detail"].toArray().at(0).toObject();
        QCOMPARE(coupon["amount"].toInt(), 200);
        QCOMPARE(coupon["wechatpay_contribute"].toInt(), 200);
    }
    void unknownForeignOrNameless()
    {
        SimulatorRig rig;
        const HttpReply unknown = rig.query("A00001");
        QCOMPARE(unknown.status, 404);
        QCOMPARE(objectIn(unknown.body)["code"].toString(), "ORDER_NOT_EXIST");
        QVERIFY(unknown.headers.value("Request-ID").endsWith("-268512771"));
        QCOMPARE(rig.signatureFault(unknown.headers, unknown.body), QString());
        rig.create(SimulatorRig::order("A00001"));
        const QByteArray target = "/v3/pay/transactions/out-trade-no/A00001";
        QCOMPARE(rig.call("GET", target + "?mchid=1900000110").status, 400);
        const HttpReply nameless = rig.call("GET", target);
        QCOMPARE(nameless.status, 400);
        QCOMPARE(objectIn(nameless.body)["detail"].toObject()["location"].toString(), "query");
        QCOMPARE(rig.query("12345").status, 400);
    }
};

QTEST_GUILESS_MAIN(OrderQueryTest)
#include "tst_order_query.moc"
