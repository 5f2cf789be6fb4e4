// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/SimulatorRig.h"

#include <QTest>

using namespace std::chrono_literals;

/// The strings behind the scene: /sim/… (api.md, "The simulator").
class SimControlsTest : public QObject
{
    Q_OBJECT
    static HttpRequest request(const QByteArray &method, const QByteArray &target, const QJsonObject &body = {})
    {
        HttpRequest made = SimulatorRig::plainRequest(method, target, QJsonDocument(body).toJson());
        made.headers = {{"Host", "127.0.0.1:8090"}, {"Content-Type", "application/json"}};
        return made;
    }
    static HttpReply pay(SimulatorRig &rig, const QJsonObject &body)
    {
        return rig.simulator->controls().pay(request("POST", "/sim/pay", body));
    }
private slots:
    void paysByNumberOrByCode()
    {
        SimulatorRig rig;
        rig.create(SimulatorRig::order("A00001"));
        const QString url = rig.codeUrlOf(SimulatorRig::order("A00002"));
        QCOMPARE(pay(rig, {{"out_trade_no", "A00001"}}).status, 200);
        const HttpReply reply = pay(rig, {{"code_url", url}, {"payer_total", 1790}, {"openid", "oSomebody"}});
        QCOMPARE(reply.status, 200);
        QCOMPARE(objectIn(reply.body), objectIn(rig.query("A00002").body));
        QCOMPARE(objectIn(reply.body)["amount"].toObject()["payer_total"].toInt(), 1790);
        QCOMPARE(objectIn(reply.body)["payer"].toObject()["openid"].toString(), "oSomebody");
        rig.advance(0ms);
        QCOMPARE(rig.transport.calls.size(), 2);
    }
    void paysByAPhonesUrlToo()
    {
        SimulatorRig rig(Simulator::Settings{.keys = SimulatorRig::vectorKeys(),
                                             .codeUrl = Simulator::phoneCodeUrl("http://192.0.2.7:8081")});
        const QString url = rig.codeUrlOf(SimulatorRig::order("A00001"));
        QVERIFY(url.startsWith("http://192.0.2.7:8081/pay/"));
        QCOMPARE(pay(rig, {{"code_url", url}}).status, 200);
    }
    void saysWhyNot()
    {
        SimulatorRig rig;
        const QString dead = rig.codeUrlOf(SimulatorRig::order("A00001"));
        rig.create(SimulatorRig::order("A00001"));
        QCOMPARE(pay(rig, {{"code_url", dead}}).status, 409);
        QCOMPARE(pay(rig, {{"code_url", "weixin://wxpay/bizpayurl?pr=nothing"}}).status, 409);
        QCOMPARE(pay(rig, {{"out_trade_no", "NOSUCH"}}).status, 404);
        QCOMPARE(pay(rig, {}).status, 404);
        QCOMPARE(pay(rig, {{"out_trade_no", "A00001"}, {"payer_total", 1991}}).status, 400);
        QCOMPARE(pay(rig, {{"out_trade_no", "A00001"}, {"payer_total", "1"}}).status, 400);
        QCOMPARE(rig.stateOf("A00001"), "NOTPAY");
        QCOMPARE(pay(rig, {{"out_trade_no", "A00001"}}).status, 200);
        QCOMPARE(pay(rig, {{"out_trade_no", "A00001"}}).status, 409);
        rig.create(SimulatorRig::order("A00002"));
        rig.close("A00002");
        QCOMPARE(pay(rig, {{"out_trade_no", "A00002"}}).status, 409);
        rig.create(SimulatorRig::order("A00003"));
        rig.clock.advance(2h);
        QCOMPARE(pay(rig, {{"out_trade_no", "A00003"}}).status, 409);
    }
    void showsWhatItHoldsAsTrue()
    {
        SimulatorRig rig;
        rig.create(SimulatorRig::order("A00001"));
        rig.create(SimulatorRig::order("A00002", 5));
        pay(rig, {{"out_trade_no", "A00002"}});
        rig.advance(0ms);
        SimControls &controls = rig.simulator->controls();
        const QJsonArray orders = objectIn(controls.orders(request("GET", "/sim/orders")).body)["orders"].toArray();
        QCOMPARE(orders.size(), 2);
        QCOMPARE(orders[0].toObject()["trade_state"].toString(), "NOTPAY");
        QCOMPARE(orders[1].toObject()["out_trade_no"].toString(), "A00002");
        QCOMPARE(orders[1].toObject()["trade_state"].toString(), "SUCCESS");
        QCOMPARE(orders[1].toObject()["amount"].toObject()["total"].toInt(), 5);
        QCOMPARE(orders[1].toObject()["transaction_id"].toString().size(), 28);
        const QJsonArray notifies =
            objectIn(controls.notifies(request("GET", "/sim/notifies")).body)["notifies"].toArray();
        QCOMPARE(notifies.size(), 1);
        QCOMPARE(notifies[0].toObject()["out_trade_no"].toString(), "A00002");
        QCOMPARE(notifies[0].toObject()["outcome"].toString(), "accepted");
        QCOMPARE(notifies[0].toObject()["status"].toInt(), 204);
    }
    void movesItsClock()
    {
        SimulatorRig rig;
        rig.create(SimulatorRig::order("A00001"));
        SimControls &controls = rig.simulator->controls();
        const auto advance = [&](const QJsonValue &by) {
            return controls.moveClock(request("PUT", "/sim/clock", {{"advance_s", by}}));
        };
        const HttpReply moved = advance(7 * 24 * 3600);
        QCOMPARE(moved.status, 200);
        QCOMPARE(objectIn(moved.body)["now"].toString(), "2026-01-08T08:00:00+08:00");
        QCOMPARE(rig.stateOf("A00001"), "CLOSED");
        for (const QJsonValue &wrong : {QJsonValue(-1), QJsonValue("60"), QJsonValue(1.5),
                                        QJsonValue(qint64(9'000'000'000'000'000)), QJsonValue()})
            QCOMPARE(advance(wrong).status, 400);
        QCOMPARE(rig.simulator->clock().offsetMs(), 7 * 24 * 3'600'000);
    }
    void takesAPlanOfFaults()
    {
        SimulatorRig rig;
        SimControls &controls = rig.simulator->controls();
        QCOMPARE(controls.setFaults(request("PUT", "/sim/faults", {{"seed", 7}, {"schedule_scale", 0.5}})).status, 200);
        QCOMPARE(rig.simulator->faults().plan().seed, 7u);
        QCOMPARE(controls.setFaults(request("PUT", "/sim/faults", {{"sed", 7}})).status, 400);
        QCOMPARE(rig.simulator->faults().plan().scheduleScale, 0.5);
    }
    void isForThisMachineOnly()
    {
        SimulatorRig rig;
        rig.create(SimulatorRig::order("A00001"));
        const auto statusWith = [&](auto change) {
            HttpRequest made = request("POST", "/sim/pay", {{"out_trade_no", "A00001"}});
            change(made);
            return rig.simulator->controls().pay(made).status;
        };
        QCOMPARE(statusWith([](HttpRequest &made) { made.peer = QHostAddress("192.0.2.7"); }), 403);
        QCOMPARE(statusWith([](HttpRequest &made) { made.byProxy = true; }), 403); // whoever is behind it
        QCOMPARE(statusWith([](HttpRequest &made) { made.headers.set("Host", "evil.example.test:8090"); }), 403);
        QCOMPARE(statusWith([](HttpRequest &made) { made.headers.set("Host", "127.0.0.1.example.test"); }), 403);
        QCOMPARE(statusWith([](HttpRequest &made) { made.headers.set("Host", ""); }), 403);
        QCOMPARE(statusWith([](HttpRequest &made) { made.headers.set("Content-Type", "text/plain"); }), 415);
        QCOMPARE(rig.stateOf("A00001"), "NOTPAY");
        QCOMPARE(statusWith([](HttpRequest &made) { made.headers.set("Host", "[::1]:8090"); }), 200);
    }
};

QTEST_GUILESS_MAIN(SimControlsTest)
#include "tst_sim_controls.moc"
