// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/SimulatorRig.h"

#include <QTest>

using namespace std::chrono_literals;

/// What can go wrong with a call on purpose (api.md, "The simulator").
class ApiFaultsTest : public QObject
{
    Q_OBJECT
    static HttpRequest createRequest(SimulatorRig &rig)
    {
        return rig.merchantRequest("POST", "/v3/pay/transactions/native",
                                   QJsonDocument(SimulatorRig::order("A00001")).toJson());
    }
    static void plan(SimulatorRig &rig, const char *json)
    {
        const auto parsed = FaultPlan::fromJson(objectIn(json));
        QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().message));
        rig.simulator->faults().set(*parsed);
    }
private slots:
    void anErrorDoesNothing_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::newRow("429") << 429 << "FREQUENCY_LIMITED";
        QTest::newRow("500") << 500 << "SYSTEM_ERROR";
        QTest::newRow("502") << 502 << "SERVICE_UNAVAILABLE";
    }
    void anErrorDoesNothing()
    {
        QFETCH(int, status);
        SimulatorRig rig;
        plan(rig, QByteArray(R"({"api":{"error_rate":1,"status":)" + QByteArray::number(status) + "}}").constData());
        const HttpReply reply = rig.create(SimulatorRig::order("A00001"));
        QCOMPARE(reply.status, status);
        QTEST(objectIn(reply.body)["code"].toString(), "code");
        QCOMPARE(rig.signatureFault(reply.headers, reply.body), QString());
        QVERIFY(!rig.simulator->books().find("A00001"));
    }
    void aLostReplyHasDoneItsWork()
    {
        SimulatorRig rig;
        plan(rig, R"({"api":{"lose_reply":1}})");
        auto client = std::make_unique<QObject>();
        HttpRequest request = createRequest(rig);
        request.connection = client.get();
        const auto future = rig.send(request);
        rig.advance(24h);
        QVERIFY(!future.isFinished());
        QVERIFY(rig.simulator->books().find("A00001"));
        client.reset(); // hung up: nothing is kept for it
        plan(rig, "{}");
        QCOMPARE(rig.create(SimulatorRig::order("A00001")).status, 200);
    }
    void lostRepliesAreBounded()
    {
        SimulatorRig rig;
        plan(rig, R"({"api":{"lose_reply":1}})");
        auto client = std::make_unique<QObject>();
        HttpRequest request = rig.merchantRequest("GET", "/v3/certificates");
        request.connection = client.get();
        for (qsizetype i = 0; i < GatewayApi::maxLostReplies; ++i)
            QVERIFY(!rig.send(request).isFinished());
        QCOMPARE(rig.send(request).result().status, 504);
        client.reset();
        QVERIFY(!rig.send(request).isFinished());
    }
    void aDelayedReplyHasDoneItsWorkAtOnce()
    {
        SimulatorRig rig;
        plan(rig, R"({"api":{"delay_ms":[2000,2000]}})");
        const auto future = rig.send(createRequest(rig));
        QVERIFY(rig.simulator->books().find("A00001"));
        rig.advance(1999ms);
        QVERIFY(!future.isFinished());
        rig.advance(1ms);
        QVERIFY(future.isFinished());
        QCOMPARE(future.result().status, 200);
    }
    void anUnsignedRequestIsRefusedWhateverThePlan()
    {
        SimulatorRig rig;
        plan(rig, R"({"api":{"error_rate":1,"lose_reply":1}})");
        HttpRequest request = createRequest(rig);
        request.body += ' ';
        QCOMPARE(rig.send(request).result().status, 401);
    }
    void rateIsARate()
    {
        SimulatorRig rig;
        plan(rig, R"({"api":{"error_rate":0.25},"seed":7})");
        int errors = 0;
        for (int i = 0; i < 1000; ++i)
            errors += rig.simulator->faults().happens(rig.simulator->faults().plan().apiErrorRate) ? 1 : 0;
        QVERIFY2(errors > 200 && errors < 300, qPrintable(QString::number(errors)));
    }
    void impossiblePlansAreRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const char *json : {R"({"notify":{"drop":1.1}})",
                                 R"({"notify":{"drop":"1"}})",
                                 R"({"notify":{"dorp":1}})",
                                 R"({"notifi":{}})",
                                 R"({"notify":[]})",
                                 R"({"api":{"status":200}})",
                                 R"({"api":{"delay_ms":[5,1]}})",
                                 R"({"api":{"delay_ms":[5]}})",
                                 R"({"api":{"delay_ms":[0,600001]}})",
                                 R"({"api":{"delay_ms":5}})",
                                 R"({"schedule_scale":-1})",
                                 R"({"seed":-1})",
                                 R"({"seed":1.5})",
                                 R"({"notify":{"reorder":1}})",
                                 R"({"notify":{"delay_ms":[0,172800001]}})",
                                 R"({"notify":{"corrupt_kinds":[]}})",
                                 R"({"notify":{"corrupt_kinds":["none"]}})",
                                 R"({"notify":{"corrupt_kinds":"bad_signature"}})",
                                 R"({"refund":{"outcome":"PROCESSING"}})",
                                 R"({"refund":{"after_ms":-1}})",
                                 R"({"refund":{"not_enough":2}})",
                                 R"({"cents":1})",
                                 R"({"pay_twice":0.5})"})
            QTest::newRow(json) << QByteArray(json);
    }
    void impossiblePlansAreRefused()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!objectIn(json).isEmpty());
        QVERIFY(!FaultPlan::fromJson(objectIn(json)));
    }
    void theContractsExampleIsAPlan()
    {
        QVERIFY(FaultPlan::fromJson(objectIn(
            R"({"notify":{"drop":0.1,"duplicate":0.1,"delay_ms":[0,5000],"reorder":true,"corrupt":0.01},
                "api":{"error_rate":0.1,"status":500,"delay_ms":[0,2000],"lose_reply":0.05},
                "schedule_scale":0.001,"seed":7})")));
    }
};

QTEST_GUILESS_MAIN(ApiFaultsTest)
#include "tst_api_faults.moc"
