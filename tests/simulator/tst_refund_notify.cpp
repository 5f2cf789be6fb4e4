// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/SimulatorRig.h"

#include <QTest>

using namespace std::chrono_literals;

/// How a refund ended is told like a payment: signed, sealed, and repeated until it is accepted (reference 4.5).
class RefundNotifyTest : public QObject
{
    Q_OBJECT
    static QStringList typesSent(const SimulatorRig &rig)
    {
        QStringList types;
        for (const HttpCall &call : rig.transport.calls)
            types.append(objectIn(call.body)["event_type"].toString());
        return types;
    }
private slots:
    void tellsHowItEnded_data()
    {
        QTest::addColumn<QByteArray>("outcome");
        for (const char *outcome : {"SUCCESS", "ABNORMAL", "CLOSED"})
            QTest::newRow(outcome) << QByteArray(outcome);
    }
    void tellsHowItEnded()
    {
        QFETCH(QByteArray, outcome);
        SimulatorRig rig;
        const QJsonObject refund{{"after_ms", 5000}, {"outcome", QString::fromLatin1(outcome)}};
        QCOMPARE(rig.control("PUT", "/sim/faults", {{"refund", refund}}).status, 200);
        const QJsonObject order = rig.paid("A00001");
        rig.refund(SimulatorRig::refundOf(order, "R1", 990));
        rig.advance(4999ms);
        QCOMPARE(rig.transport.calls.size(), 1); // the payment's
        rig.advance(1ms);
        QCOMPARE(typesSent(rig), QStringList({"TRANSACTION.SUCCESS", QString::fromLatin1("REFUND." + outcome)}));
        const HttpCall &call = rig.transport.calls.constLast();
        QCOMPARE(rig.signatureFault(call.headers, call.body), QString());
        QCOMPARE(objectIn(call.body)["resource"].toObject()["original_type"].toString(), "refund");
        const QJsonObject said = rig.opened(call);
        QCOMPARE(said["refund_status"].toString().toLatin1(), outcome);
        QVERIFY(!said.contains("status"));
        QCOMPARE(said.contains("success_time"), outcome == "SUCCESS");
        QCOMPARE(said["out_refund_no"].toString(), "R1");
        QCOMPARE(said["transaction_id"], order["transaction_id"]);
        QCOMPARE(said["amount"].toObject(),
                 QJsonObject({{"total", 1990}, {"refund", 990}, {"payer_total", 1990}, {"payer_refund", 990}}));
    }
    void goesToItsOwnAddress()
    {
        SimulatorRig rig;
        QJsonObject body = SimulatorRig::refundOf(rig.paid("A00001"), "R1", 990);
        body["notify_url"] = "http://127.0.0.1:8080/refunds";
        rig.refund(body);
        rig.advance(2s);
        QCOMPARE(rig.transport.calls.constLast().url, QUrl("http://127.0.0.1:8080/refunds"));
    }
    void isRepeatedLikeAPayment()
    {
        SimulatorRig rig;
        const QJsonObject order = rig.paid("A00001");
        rig.advance(0ms);
        rig.transport.otherwise = [](const HttpCall &) { return HttpAnswer{500, {}, {}}; };
        rig.refund(SimulatorRig::refundOf(order, "R1", 990));
        rig.advance(2s);
        rig.advance(15s);
        QCOMPARE(typesSent(rig).count("REFUND.SUCCESS"), 2);
        rig.transport.otherwise = [](const HttpCall &) { return HttpAnswer{204, {}, {}}; };
        rig.advance(48h);
        QCOMPARE(typesSent(rig).count("REFUND.SUCCESS"), 3);
        QVERIFY(rig.simulator->books().refunds().find("R1")->notified);
    }
    void mayComeBeforeThePayments()
    {
        SimulatorRig rig;
        rig.plan(R"({"notify":{"refund_first":true}})");
        rig.refund(SimulatorRig::refundOf(rig.paid("A00001"), "R1", 990));
        rig.advance(10min);
        QCOMPARE(typesSent(rig), QStringList({"REFUND.SUCCESS", "TRANSACTION.SUCCESS"}));
        QCOMPARE(rig.opened(rig.transport.calls[1])["trade_state"].toString(), "SUCCESS");
        rig.paid("A00002"); // of which there is no refund
        rig.advance(1h + 1ms);
        QCOMPARE(typesSent(rig).size(), 3);
    }
    void aMovedClockEndsIt()
    {
        SimulatorRig rig;
        rig.plan(R"({"refund":{"after_ms":86400000}})");
        rig.refund(SimulatorRig::refundOf(rig.paid("A00001"), "R1", 990));
        rig.advance(0ms);
        rig.control("PUT", "/sim/clock", {{"advance_s", 86400}});
        rig.advance(0ms);
        QCOMPARE(typesSent(rig).constLast(), "REFUND.SUCCESS");
        QCOMPARE(rig.signatureFault(rig.transport.calls.constLast().headers, rig.transport.calls.constLast().body),
                 QString());
    }
    void survivesARestart()
    {
        const auto memory = std::make_shared<QByteArray>();
        const Simulator::Settings settings{.memory = memory, .keys = SimulatorRig::vectorKeys()};
        QJsonObject before;
        {
            SimulatorRig rig(settings);
            rig.plan(R"({"refund":{"after_ms":60000,"outcome":"ABNORMAL"}})");
            before = objectIn(rig.refund(SimulatorRig::refundOf(rig.paid("A00001"), "R1", 990)).body);
            rig.advance(0ms);
        }
        memory->append("{\"half a li"); // the power went
        SimulatorRig rig(settings);
        QCOMPARE(objectIn(rig.queryRefund("R1").body), before);
        QCOMPARE(rig.stateOf("A00001"), "REFUND");
        rig.advance(1min);
        QCOMPARE(typesSent(rig), QStringList({"REFUND.ABNORMAL"}));
        SimulatorRig later(settings);
        later.advance(1h);
        QVERIFY(later.transport.calls.isEmpty());
    }
    void tellsOfTheCardToo()
    {
        SimulatorRig rig;
        rig.plan(R"({"refund":{"outcome":"ABNORMAL"}})");
        const QString id =
            objectIn(rig.refund(SimulatorRig::refundOf(rig.paid("A00001"), "R1", 990)).body)["refund_id"].toString();
        rig.advance(2s);
        rig.call("POST", "/v3/refund/domestic/refunds/" + id.toLatin1() + "/apply-abnormal-refund",
                 {{"out_refund_no", "R1"}, {"type", "MERCHANT_BANK_CARD"}});
        rig.advance(2s);
        QCOMPARE(typesSent(rig), QStringList({"TRANSACTION.SUCCESS", "REFUND.ABNORMAL", "REFUND.SUCCESS"}));
    }
};

QTEST_GUILESS_MAIN(RefundNotifyTest)
#include "tst_refund_notify.moc"
