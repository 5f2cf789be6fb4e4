// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/SimulatorRig.h"

#include <QTest>

using namespace std::chrono_literals;

/// The same number a second time (reference 2.2, 12.4).
class OrderReentryTest : public QObject
{
    Q_OBJECT
private slots:
    void theSameAgainGetsAFreshCodeAndTheOldOneDies()
    {
        SimulatorRig rig;
        const QString first = rig.codeUrlOf(SimulatorRig::order("A00001"));
        QVERIFY(first.startsWith("weixin://wxpay/bizpayurl?pr="));
        const QString second = rig.codeUrlOf(SimulatorRig::order("A00001"));
        QVERIFY(!second.isEmpty() && second != first);
        Books &books = rig.simulator->books();
        QVERIFY(!books.scan(CodeUrlForm::codeIn(first), "one").has_value());
        QVERIFY(books.scan(CodeUrlForm::codeIn(second), "one").has_value());
        QCOMPARE(books.all().size(), 1);
    }
    void aDefaultSaidIsNoDifference()
    {
        SimulatorRig rig;
        QJsonObject unsaid = SimulatorRig::order("A00001");
        unsaid["amount"] = QJsonObject{{"total", 1990}};
        QCOMPARE(rig.create(unsaid).status, 200);
        QCOMPARE(rig.create(SimulatorRig::order("A00001")).status, 200);
    }
    void anyOtherParameterIsRefused_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("amount") << "amount" << QJsonValue(QJsonObject{{"total", 1991}});
        QTest::newRow("description") << "description" << QJsonValue("tea");
        QTest::newRow("attach") << "attach" << QJsonValue("x");
        QTest::newRow("notify_url") << "notify_url" << QJsonValue("http://127.0.0.1:8081/");
        QTest::newRow("time_expire") << "time_expire" << QJsonValue("2026-01-01T08:30:00+08:00");
        QTest::newRow("goods_tag") << "goods_tag" << QJsonValue("x");
    }
    void anyOtherParameterIsRefused()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        SimulatorRig rig;
        const QString code = rig.codeUrlOf(SimulatorRig::order("A00001"));
        QJsonObject other = SimulatorRig::order("A00001");
        other[member] = value;
        const HttpReply reply = rig.create(other);
        QCOMPARE(reply.status, 403);
        QCOMPARE(objectIn(reply.body)["code"].toString(), "OUT_TRADE_NO_USED");
        QVERIFY(reply.headers.value("Request-ID").endsWith("-268498688"));
        QVERIFY(rig.simulator->books().findByCode(CodeUrlForm::codeIn(code)));
    }
    void howItIsRefusedIsASwitch()
    {
        SimulatorRig rig(SimulatorSwitches{.reusedNumberStatus = 400, .reusedNumberCode = "INVALID_REQUEST"});
        rig.create(SimulatorRig::order("A00001"));
        const HttpReply reply = rig.create(SimulatorRig::order("A00001", 1));
        QCOMPARE(reply.status, 400);
        QCOMPARE(objectIn(reply.body)["code"].toString(), "INVALID_REQUEST");
    }
    void whatIsPaidOrOverGetsNoCode()
    {
        SimulatorRig rig;
        rig.create(SimulatorRig::order("PAID01"));
        rig.create(SimulatorRig::order("SHUT01"));
        rig.create(SimulatorRig::order("LATE01"));
        QVERIFY(rig.simulator->pay("PAID01"));
        QCOMPARE(rig.close("SHUT01").status, 204);
        QCOMPARE(objectIn(rig.create(SimulatorRig::order("PAID01")).body)["code"].toString(), "ORDERPAID");
        QCOMPARE(objectIn(rig.create(SimulatorRig::order("SHUT01")).body)["code"].toString(), "ORDER_CLOSED");
        QVERIFY(rig.simulator->clock().advance(168h));
        QCOMPARE(objectIn(rig.create(SimulatorRig::order("LATE01")).body)["code"].toString(), "ORDER_CLOSED");
    }
    void numbersDifferByCase()
    {
        SimulatorRig rig;
        QCOMPARE(rig.create(SimulatorRig::order("abcdef", 1)).status, 200);
        QCOMPARE(rig.create(SimulatorRig::order("ABCDEF", 2)).status, 200);
    }
};

QTEST_GUILESS_MAIN(OrderReentryTest)
#include "tst_order_reentry.moc"
