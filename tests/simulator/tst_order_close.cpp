// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/SimulatorRig.h"

#include <QTest>

using namespace std::chrono_literals;

/// Closing (reference 2.5).
class OrderCloseTest : public QObject
{
    Q_OBJECT
private slots:
    void closesAndClosesAgain()
    {
        SimulatorRig rig;
        rig.create(SimulatorRig::order("A00001"));
        for (int i = 0; i < 2; ++i) {
            const HttpReply reply = rig.close("A00001");
            QCOMPARE(reply.status, 204);
            QVERIFY(reply.body.isEmpty());
            QCOMPARE(rig.signatureFault(reply.headers, {}), QString());
            QVERIFY(!reply.headers.has("Content-Type"));
            QCOMPARE(rig.stateOf("A00001"), "CLOSED");
        }
        QVERIFY(!rig.simulator->pay("A00001"));
        QCOMPARE(rig.stateOf("A00001"), "CLOSED");
    }
    void anExpiredOrderClosesToo()
    {
        SimulatorRig rig;
        rig.create(SimulatorRig::order("A00001"));
        QVERIFY(rig.simulator->clock().advance(169h));
        QCOMPARE(rig.close("A00001").status, 204);
    }
    void neverClosesWhatIsPaid()
    {
        SimulatorRig rig;
        rig.create(SimulatorRig::order("A00001"));
        QVERIFY(rig.simulator->pay("A00001"));
        const HttpReply reply = rig.close("A00001");
        QCOMPARE(reply.status, 400);
        QCOMPARE(objectIn(reply.body)["code"].toString(), "ORDERPAID");
        QVERIFY(reply.headers.value("Request-ID").endsWith("-268449538"));
        QCOMPARE(rig.signatureFault(reply.headers, reply.body), QString());
        QCOMPARE(rig.stateOf("A00001"), "SUCCESS");
    }
    void theSpellingOfPaidIsASwitch()
    {
        SimulatorRig rig(SimulatorSwitches{.paidOnCloseStatus = 403, .paidOnCloseCode = "ORDER_PAID"});
        rig.create(SimulatorRig::order("A00001"));
        QVERIFY(rig.simulator->pay("A00001"));
        const HttpReply reply = rig.close("A00001");
        QCOMPARE(reply.status, 403);
        QCOMPARE(objectIn(reply.body)["code"].toString(), "ORDER_PAID");
    }
    void anUnknownNumberIsASwitch()
    {
        SimulatorRig strict;
        QCOMPARE(strict.close("A00001").status, 404);
        SimulatorRig lenient(SimulatorSwitches{.closeUnknownAccepted = true});
        QCOMPARE(lenient.close("A00001").status, 204);
        QCOMPARE(lenient.query("A00001").status, 404); // it proved nothing
    }
    void theBodyNamesTheMerchantAndNothingElse()
    {
        SimulatorRig rig;
        rig.create(SimulatorRig::order("A00001"));
        const QByteArray target = "/v3/pay/transactions/out-trade-no/A00001/close";
        QCOMPARE(rig.call("POST", target, {{"mchid", "1900000110"}}).status, 400);
        QCOMPARE(rig.call("POST", target, {{"mchid", "1900000109"}, {"appid", "x"}}).status, 400);
        QCOMPARE(rig.call("POST", target, {{"mchid", 1900000109}}).status, 400);
        QCOMPARE(rig.stateOf("A00001"), "NOTPAY");
    }
};

QTEST_GUILESS_MAIN(OrderCloseTest)
#include "tst_order_close.moc"
