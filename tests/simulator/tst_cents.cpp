// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/SimulatorRig.h"

#include <QTest>

using namespace std::chrono_literals;

/// The amount's fen choose the bad day (README, "Practise a bad day").
class CentsTest : public QObject
{
    Q_OBJECT
    static Simulator::Settings training() { return {.keys = SimulatorRig::vectorKeys(), .cents = true}; }
private slots:
    void ordinaryAmountsAreOrdinary()
    {
        for (const int fen : {0, 1, 5, 34, 50, 80, 90, 95, 98, 99})
            QCOMPARE(badDayOf(*Money::fromFen(1200 + fen)), BadDay::None);
    }
    void a81NeverTells()
    {
        SimulatorRig rig(training());
        rig.paid("A00001", 1281);
        rig.advance(24h);
        QVERIFY(rig.transport.calls.isEmpty());
        QCOMPARE(rig.stateOf("A00001"), "SUCCESS");
    }
    void an82TellsTwice()
    {
        SimulatorRig rig(training());
        rig.paid("A00001", 1282);
        rig.advance(1h);
        QCOMPARE(rig.transport.calls.size(), 2);
    }
    void an83TellsLate()
    {
        SimulatorRig rig(training());
        rig.paid("A00001", 1283);
        rig.advance(19'999ms);
        QVERIFY(rig.transport.calls.isEmpty());
        rig.advance(1ms);
        QCOMPARE(rig.transport.calls.size(), 1);
    }
    void an84IsMadeWithoutAnAnswerOnce()
    {
        SimulatorRig rig(training());
        const QByteArray body = QJsonDocument(SimulatorRig::order("A00001", 1284)).toJson();
        HttpRequest request = rig.merchantRequest("POST", "/v3/pay/transactions/native", body);
        QObject client;
        request.connection = &client;
        QVERIFY(!rig.send(request).isFinished());
        QCOMPARE(rig.stateOf("A00001"), "NOTPAY");
        QCOMPARE(rig.create(SimulatorRig::order("A00001", 1284)).status, 200);
    }
    void an85FailsTwice()
    {
        SimulatorRig rig(training());
        const QJsonObject order = SimulatorRig::order("A00001", 1285);
        QCOMPARE(rig.create(order).status, 500);
        QCOMPARE(rig.create(order).status, 500);
        QVERIFY(!rig.simulator->books().find("A00001"));
        QCOMPARE(rig.create(order).status, 200);
        QCOMPARE(rig.create(order).status, 200);
    }
    void an86ProbesFirst()
    {
        SimulatorRig rig(training());
        rig.transport.otherwise = [](const HttpCall &) { return HttpAnswer{401, {}, {}}; };
        rig.paid("A00001", 1286);
        rig.advance(0ms);
        QVERIFY(rig.transport.calls[0].headers.value("Wechatpay-Signature").startsWith("WECHATPAY/SIGNTEST/"));
        rig.advance(15s);
        QCOMPARE(rig.signatureFault(rig.transport.calls[1].headers, rig.transport.calls[1].body), QString());
    }
    void an87IsPaidAtTheCancel()
    {
        SimulatorRig rig(training());
        rig.create(SimulatorRig::order("A00001", 1287));
        QCOMPARE(objectIn(rig.close("A00001").body)["code"].toString(), "ORDERPAID");
        QCOMPARE(rig.stateOf("A00001"), "SUCCESS");
        rig.advance(0ms);
        QCOMPARE(rig.transport.calls.size(), 1);
    }
    void an88IsBookedWithAYuanMore()
    {
        SimulatorRig rig(training());
        rig.paid("A00001", 1288);
        QCOMPARE(objectIn(rig.query("A00001").body)["amount"].toObject()["total"].toInt(), 1388);
    }
    void an89HasACoupon()
    {
        SimulatorRig rig(training());
        const QJsonObject amount = rig.paid("A00001", 1289)["amount"].toObject();
        QCOMPARE(amount["total"].toInt(), 1289);
        QCOMPARE(amount["payer_total"].toInt(), 1089);
        QCOMPARE(rig.paid("A00002", 189)["amount"].toObject()["payer_total"].toInt(), 189);
    }
    void refundsHaveTheirDays()
    {
        SimulatorRig rig(training());
        const auto statusAfter = [&](const QString &number, qint64 fen, std::chrono::milliseconds span) {
            const QJsonObject order = rig.paid(number, fen);
            rig.refund(SimulatorRig::refundOf(order, "R" + number, 100));
            rig.advance(span);
            return objectIn(rig.queryRefund("R" + number.toLatin1()).body)["status"].toString();
        };
        QCOMPARE(statusAfter("A00001", 1250, 2s), "SUCCESS");
        QCOMPARE(statusAfter("A00002", 1291, 2s), "ABNORMAL");
        QCOMPARE(statusAfter("A00003", 1292, 59s), "PROCESSING");
        QCOMPARE(statusAfter("A00004", 1292, 60s), "SUCCESS");
        const HttpReply refused = rig.refund(SimulatorRig::refundOf(rig.paid("A00005", 1293), "R5", 100));
        QCOMPARE(objectIn(refused.body)["code"].toString(), "NOT_ENOUGH");
    }
    void a94IsPaidAfterTheClose()
    {
        SimulatorRig rig(training());
        rig.create(SimulatorRig::order("A00001", 1294));
        QCOMPARE(rig.close("A00001").status, 204);
        QCOMPARE(rig.close("A00001").status, 204);
        QCOMPARE(rig.stateOf("A00001"), "CLOSED");
        rig.advance(5s);
        QCOMPARE(rig.stateOf("A00001"), "SUCCESS");
        rig.advance(1h);
        QCOMPARE(rig.transport.calls.size(), 1);
    }
    void countOnlyWhereTheyShould()
    {
        SimulatorRig outside;
        outside.paid("A00001", 1288);
        QCOMPARE(objectIn(outside.query("A00001").body)["amount"].toObject()["total"].toInt(), 1288);
        outside.plan(R"({"cents":true,"api":{"delay_ms":[0,0]}})");
        QCOMPARE(outside.simulator->faults().dayOf(*Money::fromFen(1288)), BadDay::WrongTotal);

        SimulatorRig rig(training());
        const auto day = [&] { return rig.simulator->faults().dayOf(*Money::fromFen(1288)); };
        rig.plan(R"({"cents":false})");
        QCOMPARE(day(), BadDay::None);
        rig.plan(R"({"schedule_scale":0.5,"seed":7})"); // nothing goes wrong by that
        QCOMPARE(day(), BadDay::WrongTotal);
        rig.plan(R"({"notify":{"drop":0.1}})"); // another bad day was planned
        QCOMPARE(day(), BadDay::None);
        rig.plan("{}");
        QCOMPARE(day(), BadDay::WrongTotal);
    }
};

QTEST_GUILESS_MAIN(CentsTest)
#include "tst_cents.moc"
