// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/SimulatorRig.h"

#include <QTest>

using namespace std::chrono_literals;

/// What an order reads as while time goes by and customers come (reference 2.2, 2.3, 2.6).
class OrderStatesTest : public QObject
{
    Q_OBJECT
    static QJsonObject expiring(const char *number, const char *at)
    {
        QJsonObject body = SimulatorRig::order(QLatin1String(number));
        body["time_expire"] = QLatin1String(at);
        return body;
    }
    /// The vectors' moment is 08:00:00 in China.
    static ErrorCode payError(SimulatorRig &rig, const char *number)
    {
        const auto paid = rig.simulator->pay(QLatin1String(number));
        return paid ? ErrorCode::Internal : paid.error().code;
    }
private slots:
    void expiresAtTimeExpire()
    {
        SimulatorRig rig;
        rig.create(expiring("A00001", "2026-01-01T08:30:00+08:00"));
        rig.clock.advance(30min - 1ms);
        QCOMPARE(rig.stateOf("A00001"), "NOTPAY");
        rig.clock.advance(1ms);
        QCOMPARE(rig.stateOf("A00001"), "CLOSED");
        QCOMPARE(payError(rig, "A00001"), ErrorCode::OrderClosed);
    }
    void expiresAfterSevenDaysByItself()
    {
        SimulatorRig rig;
        rig.create(SimulatorRig::order("A00001"));
        QVERIFY(rig.simulator->clock().advance(168h - 1s));
        QCOMPARE(rig.stateOf("A00001"), "NOTPAY");
        QVERIFY(rig.simulator->clock().advance(1s));
        QCOMPARE(rig.stateOf("A00001"), "CLOSED");
    }
    void livesAMinuteAtLeastAndNinetyDaysAtMost()
    {
        SimulatorRig rig;
        rig.create(expiring("SHORT1", "2025-01-01T08:00:00+08:00"));
        rig.create(expiring("LONG01", "2027-01-01T08:00:00+08:00"));
        rig.clock.advance(59s);
        QCOMPARE(rig.stateOf("SHORT1"), "NOTPAY");
        rig.clock.advance(1s);
        QCOMPARE(rig.stateOf("SHORT1"), "CLOSED");
        QVERIFY(rig.simulator->clock().advance(90 * 24h - 61s));
        QCOMPARE(rig.stateOf("LONG01"), "NOTPAY");
        QVERIFY(rig.simulator->clock().advance(1s));
        QCOMPARE(rig.stateOf("LONG01"), "CLOSED");
    }
    void mayReadNotPayForAWhileButCantBePaid()
    {
        SimulatorRig rig(SimulatorSwitches{.expiredReadsNotPayS = 60});
        rig.create(expiring("A00001", "2026-01-01T08:30:00+08:00"));
        rig.clock.advance(30min + 59s);
        QCOMPARE(rig.stateOf("A00001"), "NOTPAY");
        QCOMPARE(payError(rig, "A00001"), ErrorCode::OrderClosed);
        rig.clock.advance(1s);
        QCOMPARE(rig.stateOf("A00001"), "CLOSED");
    }
    void aCodeLivesTwoHours()
    {
        SimulatorRig rig;
        rig.create(SimulatorRig::order("A00001"));
        rig.clock.advance(2h);
        QCOMPARE(payError(rig, "A00001"), ErrorCode::NotFound);
        QCOMPARE(rig.stateOf("A00001"), "NOTPAY");
        rig.create(SimulatorRig::order("A00001"));
        QVERIFY(rig.simulator->pay("A00001"));
    }
    void belongsToTheFirstCustomer()
    {
        SimulatorRig rig;
        const QString code = CodeUrlForm::codeIn(rig.codeUrlOf(SimulatorRig::order("A00001")));
        Books &books = rig.simulator->books();
        QVERIFY(books.scan(code, "first"));
        QCOMPARE(books.scan(code, "second").error().code, ErrorCode::Forbidden);
        QCOMPARE(books.pay("A00001", {.openid = "second", .payerTotal = {}}).error().code, ErrorCode::Forbidden);
        QVERIFY(books.scan(code, "first"));
        QVERIFY(books.pay("A00001", {.openid = "first", .payerTotal = {}}));
        QCOMPARE(books.pay("A00001", {.openid = "first", .payerTotal = {}}).error().code, ErrorCode::OrderPaid);
    }
    void staysPaidForever()
    {
        SimulatorRig rig;
        rig.create(expiring("A00001", "2026-01-01T08:30:00+08:00"));
        QVERIFY(rig.simulator->pay("A00001"));
        QVERIFY(rig.simulator->clock().advance(365 * 24h));
        QCOMPARE(rig.stateOf("A00001"), "SUCCESS");
    }
};

QTEST_GUILESS_MAIN(OrderStatesTest)
#include "tst_order_states.moc"
