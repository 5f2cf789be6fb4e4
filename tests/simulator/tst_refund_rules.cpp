// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/SimulatorRig.h"

#include <QTest>

using namespace std::chrono_literals;

/// Which refunds the gateway takes, and what it answers (reference 4.1 to 4.6).
class RefundRulesTest : public QObject
{
    Q_OBJECT
    static QString codeOf(const HttpReply &reply) { return objectIn(reply.body)["code"].toString(); }
    static QString statusOf(const HttpReply &reply) { return objectIn(reply.body)["status"].toString(); }
    /// A step in the body's amount.
    static QJsonObject withAmount(QJsonObject body, const char *member, const QJsonValue &value)
    {
        QJsonObject amount = body["amount"].toObject();
        amount[QLatin1String(member)] = value;
        body["amount"] = amount;
        return body;
    }
private slots:
    void isProcessingFirst()
    {
        SimulatorRig rig;
        const QJsonObject order = rig.paid("A00001");
        const HttpReply taken = rig.refund(SimulatorRig::refundOf(order, "R1", 990));
        QCOMPARE(taken.status, 200);
        QCOMPARE(rig.signatureFault(taken.headers, taken.body), QString());
        const QJsonObject refund = objectIn(taken.body);
        QCOMPARE(refund["status"].toString(), "PROCESSING");
        QVERIFY(!refund.contains("success_time"));
        QCOMPARE(refund["refund_id"].toString().size(), 29);
        QCOMPARE(refund["out_trade_no"].toString(), "A00001");
        QCOMPARE(refund["transaction_id"], order["transaction_id"]);
        QCOMPARE(refund["create_time"].toString(), "2026-01-01T08:00:00+08:00");
        QCOMPARE(refund["amount"].toObject()["payer_refund"].toInt(), 990);
        QCOMPARE(rig.stateOf("A00001"), "REFUND");
        rig.advance(1999ms);
        QCOMPARE(statusOf(rig.queryRefund("R1")), "PROCESSING");
        rig.advance(1ms);
        const QJsonObject ended = objectIn(rig.queryRefund("R1").body);
        QCOMPARE(ended["status"].toString(), "SUCCESS");
        QCOMPARE(ended["success_time"].toString(), "2026-01-01T08:00:02+08:00");
        const QJsonArray list = objectIn(rig.control("GET", "/sim/refunds").body)["refunds"].toArray();
        QCOMPARE(list, QJsonArray{ended});
    }
    void theSameAgainAnswersTheSame()
    {
        SimulatorRig rig;
        const QJsonObject body = SimulatorRig::refundOf(rig.paid("A00001"), "R1", 990);
        const QJsonObject first = objectIn(rig.refund(body).body);
        QCOMPARE(objectIn(rig.refund(body).body), first);
        rig.advance(1h);
        QCOMPARE(statusOf(rig.refund(body)), "SUCCESS");
        QCOMPARE(rig.simulator->books().refunds().all().size(), 1);
        const HttpReply other = rig.refund(withAmount(body, "refund", 991));
        QCOMPARE(other.status, 400);
        QCOMPARE(codeOf(other), "INVALID_REQUEST");
    }
    void neverMoreThanWasPaid()
    {
        SimulatorRig rig;
        const QJsonObject order = rig.paid("A00001");
        QCOMPARE(rig.refund(SimulatorRig::refundOf(order, "R1", 1000)).status, 200);
        rig.advance(1min);
        QCOMPARE(codeOf(rig.refund(SimulatorRig::refundOf(order, "R2", 991))), "INVALID_REQUEST");
        QCOMPARE(rig.refund(SimulatorRig::refundOf(order, "R2", 990)).status, 200);
        rig.advance(1min);
        QCOMPARE(rig.refund(SimulatorRig::refundOf(order, "R3", 1)).status, 400);
    }
    void whatWasClosedCanBeGivenBackAgain()
    {
        SimulatorRig rig;
        const QJsonObject order = rig.paid("A00001");
        rig.plan(R"({"refund":{"outcome":"CLOSED"}})");
        rig.refund(SimulatorRig::refundOf(order, "R1", 1990));
        rig.advance(1min);
        QCOMPARE(statusOf(rig.queryRefund("R1")), "CLOSED");
        rig.plan("{}");
        QCOMPARE(rig.refund(SimulatorRig::refundOf(order, "R2", 1990)).status, 200);
    }
    void aboutAMinuteApart()
    {
        SimulatorRig rig;
        const QJsonObject order = rig.paid("A00001");
        const QJsonObject other = rig.paid("A00002");
        rig.refund(SimulatorRig::refundOf(order, "R1", 1));
        const HttpReply early = rig.refund(SimulatorRig::refundOf(order, "R2", 1));
        QCOMPARE(early.status, 429);
        QCOMPARE(codeOf(early), "FREQUENCY_LIMITED");
        QCOMPARE(rig.queryRefund("R2").status, 404);
        QCOMPARE(rig.refund(SimulatorRig::refundOf(other, "R3", 1)).status, 200);
        rig.advance(50s);
        QCOMPARE(rig.refund(SimulatorRig::refundOf(order, "R2", 1)).status, 200);
        QCOMPARE(rig.control("PUT", "/sim/switches", {{"refund_spacing_s", 0}}).status, 200);
        QCOMPARE(rig.refund(SimulatorRig::refundOf(order, "R4", 1)).status, 200);
    }
    void fiftyPartsAtMost()
    {
        SimulatorRig rig(SimulatorSwitches{.refundSpacingS = 0});
        const QJsonObject order = rig.paid("A00001");
        for (int i = 0; i < 50; ++i)
            QCOMPARE(rig.refund(SimulatorRig::refundOf(order, QStringLiteral("R%1").arg(i), 1)).status, 200);
        QCOMPARE(codeOf(rig.refund(SimulatorRig::refundOf(order, "R50", 1))), "INVALID_REQUEST");
    }
    void aYearAtMost()
    {
        SimulatorRig rig;
        const QJsonObject order = rig.paid("A00001");
        rig.control("PUT", "/sim/clock", {{"advance_s", 365 * 24 * 3600}});
        QCOMPARE(rig.refund(SimulatorRig::refundOf(order, "R1", 1)).status, 200);
        rig.control("PUT", "/sim/clock", {{"advance_s", 60}});
        QCOMPARE(codeOf(rig.refund(SimulatorRig::refundOf(order, "R2", 1))), "INVALID_REQUEST");
    }
    void mayNotHaveTheMoney()
    {
        SimulatorRig rig;
        const QJsonObject order = rig.paid("A00001");
        rig.plan(R"({"refund":{"not_enough":1}})");
        const HttpReply refused = rig.refund(SimulatorRig::refundOf(order, "R1", 1));
        QCOMPARE(refused.status, 403);
        QCOMPARE(codeOf(refused), "NOT_ENOUGH");
        QCOMPARE(rig.queryRefund("R1").status, 404);
        QCOMPARE(rig.stateOf("A00001"), "SUCCESS");
        rig.plan("{}");
        QCOMPARE(rig.refund(SimulatorRig::refundOf(order, "R1", 1)).status, 200);
    }
    void namesItsPayment()
    {
        SimulatorRig rig;
        const QJsonObject order = rig.paid("A00001");
        rig.create(SimulatorRig::order("OPEN01"));
        QJsonObject body = SimulatorRig::refundOf(order, "R1", 1);
        body["out_trade_no"] = "A00009";
        QCOMPARE(codeOf(rig.refund(body)), "RESOURCE_NOT_EXISTS"); // the two do not match
        body["out_trade_no"] = "A00001";
        QCOMPARE(rig.refund(body).status, 200);
        body = SimulatorRig::refundOf(order, "R2", 1);
        body.remove("transaction_id");
        QCOMPARE(codeOf(rig.refund(body)), "PARAM_ERROR");
        body["out_trade_no"] = "OPEN01";
        QCOMPARE(codeOf(rig.refund(body)), "INVALID_REQUEST"); // not paid
        body["out_trade_no"] = "NOSUCH1";
        QCOMPARE(rig.refund(body).status, 404);
    }
    void refusesOtherTotalsAndForms_data()
    {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const char *name, const char *member, const QJsonValue &value) {
            QTest::newRow(name) << QByteArray(member) << value;
        };
        row("another total", "amount", QJsonObject{{"refund", 1}, {"total", 1991}, {"currency", "CNY"}});
        row("nothing", "amount", QJsonObject{{"refund", 0}, {"total", 1990}, {"currency", "CNY"}});
        row("no currency", "amount", QJsonObject{{"refund", 1}, {"total", 1990}});
        row("another currency", "amount", QJsonObject{{"refund", 1}, {"total", 1990}, {"currency", "USD"}});
        row("does not add up", "amount",
            QJsonObject{{"refund", 2},
                        {"total", 1990},
                        {"currency", "CNY"},
                        {"from", QJsonArray{QJsonObject{{"account", "AVAILABLE"}, {"amount", 1}}}}});
        row("a null", "reason", QJsonValue::Null);
        row("a long reason", "reason", QString(81, 'x'));
        row("an unknown member", "sub_mchid", "1900000110");
        row("a long number", "out_refund_no", QString(65, 'R'));
        row("a bad number", "out_refund_no", "R 1");
        row("a query in the address", "notify_url", "http://127.0.0.1/a?b=1");
        row("an unknown account", "funds_account", "MATTRESS");
    }
    void refusesOtherTotalsAndForms()
    {
        QFETCH(QByteArray, member);
        QFETCH(QJsonValue, value);
        SimulatorRig rig;
        QJsonObject body = SimulatorRig::refundOf(rig.paid("A00001"), "R1", 1);
        body[QLatin1String(member)] = value;
        QCOMPARE(rig.refund(body).status, 400);
        QVERIFY(rig.simulator->books().refunds().all().isEmpty());
    }
    void aCouponTakesItsShare()
    {
        SimulatorRig rig;
        rig.create(SimulatorRig::order("A00001", 1000));
        const QJsonObject order =
            objectIn(rig.control("POST", "/sim/pay", {{"out_trade_no", "A00001"}, {"payer_total", 800}}).body);
        int payerFen = 0;
        for (const int part : {333, 333, 334}) {
            const QString number = QStringLiteral("R%1").arg(payerFen);
            const QJsonObject refund = objectIn(rig.refund(SimulatorRig::refundOf(order, number, part)).body);
            const QJsonObject amount = refund["amount"].toObject();
            payerFen += amount["payer_refund"].toInt();
            QCOMPARE(amount["payer_refund"].toInt() + amount["discount_refund"].toInt(), part);
            QCOMPARE(refund["promotion_detail"].toArray().size(), 1);
            rig.advance(1min);
        }
        QCOMPARE(payerFen, 800);
    }
    void anAbnormalOneGoesToACard()
    {
        SimulatorRig rig;
        rig.plan(R"({"refund":{"outcome":"ABNORMAL"}})");
        const QString id =
            objectIn(rig.refund(SimulatorRig::refundOf(rig.paid("A00001"), "R1", 990)).body)["refund_id"].toString();
        const QByteArray target = "/v3/refund/domestic/refunds/" + id.toLatin1() + "/apply-abnormal-refund";
        const QJsonObject toShop{{"out_refund_no", "R1"}, {"type", "MERCHANT_BANK_CARD"}};
        QCOMPARE(codeOf(rig.call("POST", target, toShop)), "INVALID_REQUEST"); // not abnormal yet
        rig.advance(2s);
        QCOMPARE(statusOf(rig.queryRefund("R1")), "ABNORMAL");
        QCOMPARE(rig.call("POST", target, {{"out_refund_no", "R2"}, {"type", "MERCHANT_BANK_CARD"}}).status, 404);
        QCOMPARE(codeOf(rig.call("POST", target, {{"out_refund_no", "R1"}, {"type", "USER_BANK_CARD"}})),
                 "PARAM_ERROR");
        QCOMPARE(statusOf(rig.call("POST", target, toShop)), "PROCESSING");
        QCOMPARE(rig.call("POST", target, toShop).status, 200);
        rig.advance(2s);
        const QJsonObject ended = objectIn(rig.queryRefund("R1").body);
        QCOMPARE(ended["status"].toString(), "SUCCESS");
        QCOMPARE(ended["channel"].toString(), "OTHER_BANKCARD");
    }
};

QTEST_GUILESS_MAIN(RefundRulesTest)
#include "tst_refund_rules.moc"
