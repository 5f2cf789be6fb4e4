// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/SimulatorRig.h"

#include <QTest>

using namespace std::chrono_literals;

/// Payments that come wrong, late, twice or out of nowhere, and probes on both ways (reference 12.7).
class BadDaysTest : public QObject
{
    Q_OBJECT
    static HttpReply pay(SimulatorRig &rig, const char *number)
    {
        return rig.control("POST", "/sim/pay", {{"out_trade_no", QLatin1String(number)}});
    }
    /// The query and the newest notification, which must tell the same.
    static QJsonObject witnesses(SimulatorRig &rig, const char *number)
    {
        rig.advance(0ms);
        const QJsonObject queried = objectIn(rig.query(number).body);
        if (rig.transport.calls.isEmpty() || rig.opened(rig.transport.calls.constLast()) != queried)
            qFatal("the witnesses differ");
        return queried;
    }
private slots:
    void aWrongTotalIsInTheBooks()
    {
        SimulatorRig rig;
        rig.plan(R"({"notify":{"wrong_total":1}})");
        rig.paid("A00001");
        const QJsonObject said = witnesses(rig, "A00001");
        QCOMPARE(said["amount"].toObject()["total"].toInt(), 2090);
        QCOMPARE(said["amount"].toObject()["payer_total"].toInt(), 2090);
        QCOMPARE(rig.refund(SimulatorRig::refundOf(said, "R1", 2090)).status, 200);
    }
    void anotherMerchantsIsInTheBooks()
    {
        SimulatorRig rig;
        rig.plan(R"({"notify":{"foreign":1}})");
        rig.paid("A00001");
        const QJsonObject said = witnesses(rig, "A00001");
        QVERIFY(said["mchid"].toString() != rig.simulator->keys().mchid());
        QCOMPARE(rig.refund(SimulatorRig::refundOf(said, "R1", 1)).status, 404);
    }
    void anotherCurrencyIsInTheBooks()
    {
        SimulatorRig rig;
        rig.plan(R"({"notify":{"foreign_currency":1}})");
        rig.paid("A00001");
        QCOMPARE(witnesses(rig, "A00001")["amount"].toObject()["currency"].toString(), "HKD");
    }
    void aClosedOrderCanBePaid()
    {
        SimulatorRig rig;
        rig.create(SimulatorRig::order("A00001"));
        rig.close("A00001");
        QCOMPARE(pay(rig, "A00001").status, 409);
        rig.plan(R"({"pay_after_close":true})");
        rig.advance(3h); // the code is too old, too
        QCOMPARE(pay(rig, "A00001").status, 200);
        QCOMPARE(witnesses(rig, "A00001")["trade_state"].toString(), "SUCCESS");
        QCOMPARE(pay(rig, "A00001").status, 409);
    }
    void aPaidOrderCanBePaidAgain()
    {
        const auto memory = std::make_shared<QByteArray>();
        const Simulator::Settings settings{.memory = memory, .keys = SimulatorRig::vectorKeys()};
        QJsonObject first;
        QJsonObject second;
        {
            SimulatorRig rig(settings);
            first = rig.paid("A00001");
            rig.plan(R"({"pay_twice":true})");
            second = objectIn(pay(rig, "A00001").body);
            QVERIFY(second["transaction_id"] != first["transaction_id"]);
            rig.advance(0ms);
            QCOMPARE(rig.opened(rig.transport.calls.constLast()), second);
        }
        SimulatorRig rig(settings);
        QCOMPARE(objectIn(rig.query("A00001").body), first);
        const QByteArray id = second["transaction_id"].toString().toLatin1();
        QCOMPARE(objectIn(rig.call("GET", "/v3/pay/transactions/id/" + id + "?mchid=1900000109").body), second);
        QCOMPARE(rig.refund(SimulatorRig::refundOf(second, "R1", 1990)).status, 200);
        QCOMPARE(rig.stateOf("A00001"), "SUCCESS"); // the first payment is whole
        const QJsonArray orders = objectIn(rig.control("GET", "/sim/orders").body)["orders"].toArray();
        QCOMPARE(orders.size(), 2);
        QCOMPARE(orders[1].toObject()["transaction_id"], second["transaction_id"]);
        QCOMPARE(orders[1].toObject()["trade_state"].toString(), "REFUND");
    }
    void aNumberNobodyMade()
    {
        const auto memory = std::make_shared<QByteArray>();
        const Simulator::Settings settings{.memory = memory, .keys = SimulatorRig::vectorKeys()};
        const QJsonObject stray{{"out_trade_no", "STRAY1"}, {"amount", 500}};
        QJsonObject booked;
        {
            SimulatorRig rig(settings);
            QCOMPARE(rig.control("POST", "/sim/stray", stray).status, 400); // nobody to tell
            rig.create(SimulatorRig::order("A00001"));
            QCOMPARE(rig.control("POST", "/sim/stray", {{"out_trade_no", "STRAY1"}, {"amount", 0}}).status, 400);
            QCOMPARE(rig.control("POST", "/sim/stray", {{"out_trade_no", "no"}, {"amount", 5}}).status, 400);
            booked = objectIn(rig.control("POST", "/sim/stray", stray).body);
            QCOMPARE(witnesses(rig, "STRAY1"), booked);
            QCOMPARE(rig.control("POST", "/sim/stray", stray).status, 409);
        }
        SimulatorRig rig(settings);
        QCOMPARE(objectIn(rig.query("STRAY1").body), booked);
        QCOMPARE(rig.create(SimulatorRig::order("STRAY1", 500)).status, 403);
        QCOMPARE(rig.refund(SimulatorRig::refundOf(booked, "R1", 500)).status, 200);
    }
    void aLostOneNeverComes()
    {
        SimulatorRig rig;
        rig.plan(R"({"notify":{"lose":1}})");
        rig.paid("A00001");
        rig.plan("{}");
        rig.control("PUT", "/sim/clock", {{"advance_s", 48 * 3600}});
        rig.advance(1h);
        QVERIFY(rig.transport.calls.isEmpty());
        QCOMPARE(rig.stateOf("A00001"), "SUCCESS");
        const QJsonArray list = objectIn(rig.control("GET", "/sim/notifies").body)["notifies"].toArray();
        QCOMPARE(list[0].toObject()["outcome"].toString(), "lost");
    }
    void oneMayBeHoursLate()
    {
        SimulatorRig rig;
        rig.plan(R"({"notify":{"delay_ms":[36000000,36000000]}})");
        rig.paid("A00001");
        rig.control("PUT", "/sim/clock", {{"advance_s", 36'000}});
        rig.advance(0ms);
        QCOMPARE(rig.transport.calls.size(), 1);
        QCOMPARE(rig.signatureFault(rig.transport.calls[0].headers, rig.transport.calls[0].body), QString());
    }
    void corruptionsCanBeChosen()
    {
        SimulatorRig rig;
        rig.transport.otherwise = [](const HttpCall &) { return HttpAnswer{401, {}, {}}; };
        rig.plan(R"({"notify":{"corrupt":1,"corrupt_kinds":["stale_timestamp"]},"schedule_scale":0})");
        rig.paid("A00001");
        rig.advance(1s);
        QCOMPARE(rig.transport.calls.size(), 16);
        for (const HttpCall &call : rig.transport.calls)
            QCOMPARE(rig.signatureFault(call.headers, call.body), "stale");
    }
    void probesGoBothWays()
    {
        SimulatorRig rig;
        rig.plan(R"({"notify":{"signtest":1},"api":{"signtest":1}})");
        const HttpReply created = rig.create(SimulatorRig::order("A00001"));
        QCOMPARE(created.status, 200);
        QVERIFY(created.headers.value("Wechatpay-Signature").startsWith("WECHATPAY/SIGNTEST/"));
        QVERIFY(rig.simulator->books().find("A00001"));
        pay(rig, "A00001");
        rig.advance(0ms);
        QVERIFY(rig.transport.calls[0].headers.value("Wechatpay-Signature").startsWith("WECHATPAY/SIGNTEST/"));
        QCOMPARE(rig.opened(rig.transport.calls[0])["out_trade_no"].toString(), "A00001");
    }
    void aCustomerMayOnlyScanOrFail()
    {
        SimulatorRig rig;
        rig.create(SimulatorRig::order("A00001"));
        const auto attempt = [&](const char *action, const char *openid) {
            return rig.control(
                "POST", "/sim/pay",
                {{"out_trade_no", "A00001"}, {"action", QLatin1String(action)}, {"openid", QLatin1String(openid)}});
        };
        QCOMPARE(attempt("scan", "oFirst").status, 200);
        QCOMPARE(attempt("fail", "oFirst").status, 200);
        QCOMPARE(rig.stateOf("A00001"), "NOTPAY");
        QCOMPARE(attempt("scan", "oSecond").status, 409);
        QCOMPARE(attempt("dance", "oFirst").status, 400);
        QCOMPARE(attempt("pay", "oFirst").status, 200);
    }
};

QTEST_GUILESS_MAIN(BadDaysTest)
#include "tst_bad_days.moc"
