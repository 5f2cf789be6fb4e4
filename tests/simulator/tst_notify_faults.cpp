// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/crypto/AesGcm.h"
#include "tests/simulator/SimulatorRig.h"

#include <QTest>

using namespace std::chrono_literals;

/// What can go wrong with a notification on purpose (api.md, "The simulator").
class NotifyFaultsTest : public QObject
{
    Q_OBJECT
    static void plan(SimulatorRig &rig, const char *json)
    {
        const auto parsed = FaultPlan::fromJson(objectIn(json));
        QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().message));
        rig.simulator->faults().set(*parsed);
    }
    static void payNew(SimulatorRig &rig, const QString &number)
    {
        rig.create(SimulatorRig::order(number));
        QVERIFY(rig.simulator->pay(number));
        rig.advance(0ms);
    }
    static QStringList numbersSent(const SimulatorRig &rig)
    {
        QStringList numbers;
        for (const HttpCall &call : rig.transport.calls) {
            const QJsonObject resource = objectIn(call.body)["resource"].toObject();
            const auto plain =
                AesGcm::withKey(rig.simulator->keys().apiV3Key())
                    ->open(QByteArray::fromBase64(resource["ciphertext"].toString().toLatin1()),
                           resource["nonce"].toString().toLatin1(), resource["associated_data"].toString().toLatin1());
            numbers.append(plain ? objectIn(*plain)["out_trade_no"].toString() : QStringLiteral("tampered"));
        }
        return numbers;
    }
private slots:
    void aDroppedOneComesWithTheNextRepetition()
    {
        SimulatorRig rig;
        plan(rig, R"({"notify":{"drop":1}})");
        payNew(rig, "A00001");
        QVERIFY(rig.transport.calls.isEmpty());
        plan(rig, "{}");
        rig.advance(15s);
        QCOMPARE(rig.transport.calls.size(), 1);
        QCOMPARE(rig.simulator->notifies().deliveries().front().outcome, NotifyDelivery::Outcome::Dropped);
    }
    void aDoubledOneComesTwiceAndIsNotRepeated()
    {
        SimulatorRig rig;
        plan(rig, R"({"notify":{"duplicate":1}})");
        payNew(rig, "A00001");
        rig.advance(1h);
        QCOMPARE(rig.transport.calls.size(), 2);
        QCOMPARE(rig.transport.calls[0].body, rig.transport.calls[1].body);
        QVERIFY(rig.transport.calls[0].headers.value("Wechatpay-Nonce")
                != rig.transport.calls[1].headers.value("Wechatpay-Nonce"));
    }
    void aDelayedOneComesLater()
    {
        SimulatorRig rig;
        plan(rig, R"({"notify":{"delay_ms":[3000,3000]}})");
        payNew(rig, "A00001");
        rig.advance(2999ms);
        QVERIFY(rig.transport.calls.isEmpty());
        rig.advance(1ms);
        QCOMPARE(rig.transport.calls.size(), 1);
    }
    void theNextOneOvertakes()
    {
        SimulatorRig rig;
        plan(rig, R"({"notify":{"reorder":true}})");
        payNew(rig, "A00001");
        payNew(rig, "A00002");
        rig.advance(1s);
        QCOMPARE(numbersSent(rig), QStringList({"A00002", "A00001"}));
        payNew(rig, "A00003"); // nobody overtakes it
        rig.advance(2s);
        QCOMPARE(numbersSent(rig), QStringList({"A00002", "A00001", "A00003"}));
        rig.advance(1h);
        QCOMPARE(rig.transport.calls.size(), 3);
    }
    void corruptionsAreWhatTheySay()
    {
        SimulatorRig rig;
        rig.transport.otherwise = [](const HttpCall &) { return HttpAnswer{401, {}, {}}; };
        plan(rig, R"({"notify":{"corrupt":1},"schedule_scale":0,"seed":3})");
        for (int i = 0; i < 4; ++i)
            payNew(rig, QStringLiteral("A0000%1").arg(i));
        rig.advance(1s);
        QCOMPARE(rig.transport.calls.size(), 4 * 16);
        QMap<CorruptKind, int> seen;
        const auto numbers = numbersSent(rig);
        for (qsizetype i = 0; i < rig.transport.calls.size(); ++i) {
            const HttpCall &call = rig.transport.calls[i];
            const CorruptKind kind = rig.simulator->notifies().deliveries()[size_t(i)].corruption;
            ++seen[kind];
            const QString fault = rig.signatureFault(call.headers, call.body);
            const bool tampered = kind == CorruptKind::TamperedCiphertext;
            QCOMPARE(fault.isEmpty(), tampered);
            QCOMPARE(fault == QLatin1String("stale"), kind == CorruptKind::StaleTimestamp);
            QCOMPARE(numbers[i] == QLatin1String("tampered"), tampered);
            const QByteArray signature = call.headers.value("Wechatpay-Signature");
            QCOMPARE(signature.startsWith("WECHATPAY/SIGNTEST/"), kind == CorruptKind::SignatureProbe);
            QCOMPARE(signature.size(), kind == CorruptKind::SignatureProbe ? 355 : 344);
        }
        QCOMPARE(seen.size(), 4);
        QVERIFY(!seen.contains(CorruptKind::None));
    }
    void theScheduleCanRunFaster()
    {
        SimulatorRig rig;
        rig.transport.otherwise = [](const HttpCall &) { return HttpAnswer{500, {}, {}}; };
        plan(rig, R"({"schedule_scale":0.001})");
        payNew(rig, "A00001");
        rig.advance(14ms);
        QCOMPARE(rig.transport.calls.size(), 1);
        rig.advance(1ms);
        QCOMPARE(rig.transport.calls.size(), 2);
        rig.advance(87s); // 24 h 4 min by a thousand
        QCOMPARE(rig.transport.calls.size(), 16);
    }
    void theSameSeedGivesTheSameDay()
    {
        const auto day = [](const char *json) {
            SimulatorRig rig;
            plan(rig, json);
            for (int i = 0; i < 30; ++i)
                payNew(rig, QStringLiteral("A%1").arg(i, 6, 10, QLatin1Char('0')));
            rig.advance(1h);
            QStringList outcomes;
            for (const auto &delivery : rig.simulator->notifies().deliveries())
                outcomes.append(QString::number(int(delivery.outcome)) + QString::number(int(delivery.corruption)));
            return outcomes;
        };
        const char *seven = R"({"notify":{"drop":0.3,"duplicate":0.3,"corrupt":0.3,"delay_ms":[0,5000]},"seed":7})";
        const char *eight = R"({"notify":{"drop":0.3,"duplicate":0.3,"corrupt":0.3,"delay_ms":[0,5000]},"seed":8})";
        QCOMPARE(day(seven), day(seven));
        QVERIFY(day(seven) != day(eight));
    }
};

QTEST_GUILESS_MAIN(NotifyFaultsTest)
#include "tst_notify_faults.moc"
