// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/crypto/AesGcm.h"
#include "tests/simulator/SimulatorRig.h"

#include <QTest>

using namespace std::chrono_literals;

/// What the merchant gets to see of a payment, and how often (reference 3.1 to 3.6, 12.6).
class NotifyDeliveryTest : public QObject
{
    Q_OBJECT
    static Result<QByteArray> opened(const SimulatorRig &rig, const QByteArray &body)
    {
        const QJsonObject resource = objectIn(body)["resource"].toObject();
        return AesGcm::withKey(rig.simulator->keys().apiV3Key())
            ->open(QByteArray::fromBase64(resource["ciphertext"].toString().toLatin1()),
                   resource["nonce"].toString().toLatin1(), resource["associated_data"].toString().toLatin1());
    }
    static void payOne(SimulatorRig &rig)
    {
        rig.create(SimulatorRig::order("A00001"));
        QVERIFY(rig.simulator->pay("A00001"));
        rig.advance(0ms);
    }
private slots:
    void looksLikeWeChats()
    {
        SimulatorRig rig;
        payOne(rig);
        QCOMPARE(rig.transport.calls.size(), 1);
        const HttpCall call = rig.transport.calls[0];
        QCOMPARE(call.method, "POST");
        QCOMPARE(call.url, QUrl("http://127.0.0.1:8080/wechatpay/notify"));
        QCOMPARE(call.timeout, 5000ms);
        QCOMPARE(call.headers.value("Content-Type"), "application/json");
        QCOMPARE(rig.signatureFault(call.headers, call.body), QString());
        const QJsonObject envelope = objectIn(call.body);
        QCOMPARE(envelope["id"].toString().size(), 36);
        QCOMPARE(envelope["create_time"].toString(), "2026-01-01T08:00:00+08:00");
        QCOMPARE(envelope["event_type"].toString(), "TRANSACTION.SUCCESS");
        QCOMPARE(envelope["resource_type"].toString(), "encrypt-resource");
        QCOMPARE(envelope["summary"].toString(), QStringLiteral("支付成功"));
        const QJsonObject resource = envelope["resource"].toObject();
        QCOMPARE(resource["original_type"].toString(), "transaction");
        QCOMPARE(resource["algorithm"].toString(), "AEAD_AES_256_GCM");
        QCOMPARE(resource["nonce"].toString().size(), 12);
        const auto plain = opened(rig, call.body);
        QVERIFY(plain);
        QCOMPARE(objectIn(*plain), objectIn(rig.query("A00001").body));
    }
    void repeatsToTheSecondAndThenGivesUp()
    {
        SimulatorRig rig;
        rig.transport.otherwise = [](const HttpCall &) { return HttpAnswer{500, {}, {}}; };
        payOne(rig);
        constexpr std::array schedule{15,   15,   30,    180,   600,   1200,  1800, 1800,
                                      1800, 3600, 10800, 10800, 10800, 21600, 21600};
        qsizetype sent = 1;
        for (const int afterS : schedule) {
            rig.advance(std::chrono::seconds(afterS) - 1ms);
            QCOMPARE(rig.transport.calls.size(), sent);
            rig.advance(1ms);
            QCOMPARE(rig.transport.calls.size(), ++sent);
        }
        rig.advance(72h);
        QCOMPARE(rig.transport.calls.size(), 16);
        QCOMPARE(rig.simulator->notifies().waiting(), 0);
        QCOMPARE(rig.simulator->notifies().deliveries().size(), 16u);
    }
    void stopsOnlyOn200And204_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("stops");
        QTest::newRow("200") << 200 << true;
        QTest::newRow("204") << 204 << true;
        QTest::newRow("201") << 201 << false;
        QTest::newRow("302") << 302 << false;
        QTest::newRow("401") << 401 << false;
        QTest::newRow("no answer") << 0 << false;
    }
    void stopsOnlyOn200And204()
    {
        QFETCH(int, status);
        QFETCH(bool, stops);
        SimulatorRig rig;
        rig.transport.otherwise = [status](const HttpCall &) -> Result<HttpAnswer> {
            if (status == 0)
                return Error{ErrorCode::Unknown, QStringLiteral("silence")};
            return HttpAnswer{status, {}, {}};
        };
        payOne(rig);
        rig.advance(1h);
        QCOMPARE(rig.transport.calls.size() == 1, stops);
        QCOMPARE(rig.simulator->books().find("A00001")->notified, stops);
    }
    void eachDeliveryIsSignedAndSealedAnew()
    {
        SimulatorRig rig;
        rig.transport.otherwise = [](const HttpCall &) { return HttpAnswer{500, {}, {}}; };
        payOne(rig);
        rig.advance(10min);
        QVERIFY(rig.transport.calls.size() >= 4);
        QSet<QByteArray> nonces;
        QSet<QString> sealNonces;
        QSet<QString> ids;
        for (const HttpCall &call : rig.transport.calls) {
            nonces.insert(call.headers.value("Wechatpay-Nonce"));
            sealNonces.insert(objectIn(call.body)["resource"].toObject()["nonce"].toString());
            ids.insert(objectIn(call.body)["id"].toString());
            QVERIFY(opened(rig, call.body));
        }
        QCOMPARE(nonces.size(), rig.transport.calls.size());
        QCOMPARE(sealNonces.size(), rig.transport.calls.size());
        QCOMPARE(ids.size(), 1);
        const HttpCall &last = rig.transport.calls.last();
        QCOMPARE(last.headers.value("Wechatpay-Timestamp").toLongLong(), 1'767'225'600 + 15 + 15 + 30 + 180);
    }
    void idAndCiphertextOfARepetitionAreSwitches()
    {
        SimulatorRig rig(SimulatorSwitches{.resendKeepsId = false, .resendKeepsCiphertext = true});
        rig.transport.next([](const HttpCall &) { return HttpAnswer{500, {}, {}}; });
        payOne(rig);
        rig.advance(15s);
        QCOMPARE(rig.transport.calls.size(), 2);
        QCOMPARE(rig.transport.calls[0].body, rig.transport.calls[1].body);
        SimulatorRig fresh(SimulatorSwitches{.resendKeepsId = false});
        fresh.transport.next([](const HttpCall &) { return HttpAnswer{500, {}, {}}; });
        payOne(fresh);
        fresh.advance(15s);
        QVERIFY(objectIn(fresh.transport.calls[0].body)["id"] != objectIn(fresh.transport.calls[1].body)["id"]);
    }
    void anAdvanceOfTheSimulatorsClockBringsARepetitionNearer()
    {
        SimulatorRig rig;
        rig.transport.next([](const HttpCall &) { return HttpAnswer{500, {}, {}}; });
        payOne(rig);
        QVERIFY(rig.simulator->clock().advance(14s));
        QCOMPARE(rig.transport.calls.size(), 1);
        QVERIFY(rig.simulator->clock().advance(1s));
        QCOMPARE(rig.transport.calls.size(), 2);
        const HttpCall &call = rig.transport.calls[1];
        QCOMPARE(rig.signatureFault(call.headers, call.body), QString()); // signed in real time
    }
    void staysOnThisMachine_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("here");
        QTest::newRow("IPv4") << "http://127.0.0.1:8080/n" << true;
        QTest::newRow("IPv6") << "http://[::1]:8080/n" << true;
        QTest::newRow("name") << "http://localhost:8080/n" << true;
        QTest::newRow("shop") << "https://shop.example.test/n" << false;
        QTest::newRow("looks alike") << "http://127.0.0.1.example.test/n" << false;
        QTest::newRow("neighbour") << "http://192.0.2.7/n" << false;
    }
    void staysOnThisMachine()
    {
        QFETCH(QString, url);
        QFETCH(bool, here);
        SimulatorRig rig;
        QJsonObject body = SimulatorRig::order("A00001");
        body["notify_url"] = url;
        QCOMPARE(rig.create(body).status, 200);
        QVERIFY(rig.simulator->pay("A00001"));
        rig.advance(1h);
        QCOMPARE(!rig.transport.calls.isEmpty(), here);
        QCOMPARE(rig.simulator->notifies().deliveries().back().outcome,
                 here ? NotifyDelivery::Outcome::Accepted : NotifyDelivery::Outcome::NotAllowed);
    }
    void onlySuccessIsNotified()
    {
        SimulatorRig rig;
        rig.create(SimulatorRig::order("A00001"));
        rig.close("A00001");
        rig.create(SimulatorRig::order("A00002"));
        rig.advance(200h);
        QVERIFY(rig.transport.calls.isEmpty());
        QVERIFY(!rig.simulator->notifyAgain("A00001"));
    }
};

QTEST_GUILESS_MAIN(NotifyDeliveryTest)
#include "tst_notify_delivery.moc"
