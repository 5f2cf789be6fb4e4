// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/SimulatorRig.h"

#include <QTest>

using namespace std::chrono_literals;

/// What the sources leave open can be set to either reading, while it runs (reference 14).
class SwitchesTest : public QObject
{
    Q_OBJECT
    static void set(SimulatorRig &rig, const char *name, const QJsonValue &value)
    {
        const HttpReply reply = rig.control("PUT", "/sim/switches", {{QLatin1String(name), value}});
        QVERIFY2(reply.status == 200, reply.body.constData());
        QCOMPARE(objectIn(reply.body)[QLatin1String(name)], value);
    }
    static QString codeOf(const HttpReply &reply) { return objectIn(reply.body)["code"].toString(); }
private slots:
    void eachCanBeSetToWhatItShows()
    {
        SimulatorRig rig;
        const QJsonObject shown = objectIn(rig.control("GET", "/sim/switches").body);
        QCOMPARE(shown.size(), 30);
        QCOMPARE(objectIn(rig.control("PUT", "/sim/switches", shown).body), shown);
    }
    void allOrNone()
    {
        SimulatorRig rig;
        const auto tried = [&](const QJsonObject &body) { return rig.control("PUT", "/sim/switches", body).status; };
        QCOMPARE(tried({{"bill_url_life_s", 30}, {"no_such_switch", 1}}), 400);
        QCOMPARE(tried({{"bill_url_life_s", 30}, {"reused_number_status", 200}}), 400);
        QCOMPARE(tried({{"bill_url_life_s", "30"}}), 400);
        QCOMPARE(tried({{"new_merchant", 1}}), 400);
        QCOMPARE(tried({{"key_mode", "password"}}), 400);
        QCOMPARE(tried({{"reused_number_code", ""}}), 400);
        QCOMPARE(rig.simulator->switches().billUrlLifeS, 300);
    }
    void readFromACommandLine()
    {
        SimulatorSwitches switches;
        QVERIFY(switches.setFromText("bill_url_life_s=30"));
        QVERIFY(switches.setFromText("key_mode=certificate"));
        QVERIFY(switches.setFromText("bill_hash_with_bom=false"));
        QCOMPARE(switches.billUrlLifeS, 30);
        QCOMPARE(switches.keyMode, GatewayKeyMode::Certificate);
        QVERIFY(!switches.billHashWithBom);
        for (const char *wrong : {"", "=1", "key_mode", "key_mode=", "new_merchant=1", "max_total=ten"})
            QVERIFY2(!switches.setFromText(QLatin1String(wrong)), wrong);
    }
    void keysChangeWhileItRuns()
    {
        SimulatorRig rig;
        const auto serial = [&] { return rig.query("A00001").headers.value("Wechatpay-Serial"); };
        QCOMPARE(serial(), rig.simulator->keys().publicKeyId());
        set(rig, "key_mode", "certificate");
        QCOMPARE(serial(), rig.simulator->keys().platformCertificate().serial());
        set(rig, "new_merchant", true);
        QCOMPARE(rig.call("GET", "/v3/certificates").status, 404);
    }
    void anUnknownSerial()
    {
        SimulatorRig rig;
        HttpRequest request = rig.merchantRequest("GET", "/v3/certificates");
        request.headers.set("Wechatpay-Serial", "PUB_KEY_ID_0000");
        QCOMPARE(rig.send(request).result().status, 400);
        set(rig, "unknown_serial_refused", false);
        QCOMPARE(rig.send(request).result().status, 200);
    }
    void requestRates()
    {
        SimulatorRig rig;
        set(rig, "requests_per_second", 2);
        set(rig, "too_fast_code", "RATELIMIT_EXCEEDED");
        QCOMPARE(rig.query("A00001").status, 404);
        QCOMPARE(rig.query("A00001").status, 404);
        QCOMPARE(codeOf(rig.query("A00001")), "RATELIMIT_EXCEEDED");
        rig.advance(1s);
        QCOMPARE(rig.query("A00001").status, 404);
    }
    void aLongCodeUrl()
    {
        SimulatorRig rig;
        set(rig, "code_url_length", 512);
        const QString url = rig.codeUrlOf(SimulatorRig::order("A00001"));
        QCOMPARE(url.size(), 512);
        QCOMPARE(rig.control("POST", "/sim/pay", {{"code_url", url}}).status, 200);
    }
    void spellingsAndStatuses()
    {
        SimulatorRig rig;
        rig.paid("A00001");
        set(rig, "unknown_order_code", "ORDERNOTEXIST");
        QCOMPARE(codeOf(rig.query("A00009")), "ORDERNOTEXIST");
        set(rig, "paid_on_close_code", "ORDER_PAID");
        set(rig, "paid_on_close_status", 403);
        QCOMPARE(rig.close("A00001").status, 403);
        QCOMPARE(codeOf(rig.close("A00001")), "ORDER_PAID");
        set(rig, "reused_number_code", "INVALID_REQUEST");
        set(rig, "reused_number_status", 400);
        QCOMPARE(codeOf(rig.create(SimulatorRig::order("A00001", 5))), "INVALID_REQUEST");
        set(rig, "close_unknown_accepted", true);
        QCOMPARE(rig.close("A00009").status, 204);
        set(rig, "http_notify_url_accepted", false);
        QCOMPARE(codeOf(rig.create(SimulatorRig::order("A00002"))), "PARAM_ERROR");
        set(rig, "max_total", 100);
        QCOMPARE(rig.create(SimulatorRig::order("A00003", 101)).status, 400);
    }
    void refundsToo()
    {
        SimulatorRig rig;
        rig.create(SimulatorRig::order("A00001"));
        const QJsonObject order =
            objectIn(rig.control("POST", "/sim/pay", {{"out_trade_no", "A00001"}, {"payer_total", 1000}}).body);
        set(rig, "refund_promotion_type", "COUPON");
        const QJsonObject refund = objectIn(rig.refund(SimulatorRig::refundOf(order, "R1", 100)).body);
        QCOMPARE(refund["promotion_detail"].toArray()[0].toObject()["type"].toString(), "COUPON");
        set(rig, "reused_refund_status", 403);
        set(rig, "reused_refund_code", "OUT_REFUND_NO_USED");
        const HttpReply other = rig.refund(SimulatorRig::refundOf(order, "R1", 101));
        QCOMPARE(other.status, 403);
        QCOMPARE(codeOf(other), "OUT_REFUND_NO_USED");
    }
    void notificationsToo()
    {
        SimulatorRig rig;
        set(rig, "resend_keeps_id", false);
        set(rig, "resend_keeps_ciphertext", true);
        rig.transport.otherwise = [](const HttpCall &) { return HttpAnswer{500, {}, {}}; };
        rig.paid("A00001");
        rig.advance(0ms);
        set(rig, "resend_keeps_ciphertext", false);
        rig.advance(15s);
        QVERIFY(objectIn(rig.transport.calls[0].body)["id"] != objectIn(rig.transport.calls[1].body)["id"]);
    }
};

QTEST_GUILESS_MAIN(SwitchesTest)
#include "tst_switches.moc"
