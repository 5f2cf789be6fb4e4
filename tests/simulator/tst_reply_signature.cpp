// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/crypto/AesGcm.h"
#include "tests/simulator/SimulatorRig.h"
#include "tests/support/Await.h"

#include <QTest>

/// Each reply but 401 is signed by the key the client can verify (reference 1.4 to 1.6, 12.2, 12.11).
class ReplySignatureTest : public QObject
{
    Q_OBJECT
    static constexpr auto platformSerial = "5E57000000000000000000000000000000000002";
    static constexpr auto publicKeyId = "PUB_KEY_ID_01190000010920260101000000000001";

    static HttpReply asking(SimulatorRig &rig, const QByteArray &serial, const QByteArray &target)
    {
        HttpRequest request = rig.merchantRequest("GET", target);
        if (!serial.isEmpty())
            request.headers.set("Wechatpay-Serial", serial);
        return await(rig.send(request));
    }
private slots:
    void theClientChoosesTheKey_data()
    {
        QTest::addColumn<GatewayKeyMode>("mode");
        QTest::addColumn<QByteArray>("asked");
        QTest::addColumn<QByteArray>("used");
        QTest::newRow("public key") << GatewayKeyMode::Certificate << QByteArray(publicKeyId)
                                    << QByteArray(publicKeyId);
        QTest::newRow("certificate") << GatewayKeyMode::PublicKey << QByteArray(platformSerial)
                                     << QByteArray(platformSerial);
        QTest::newRow("lower case") << GatewayKeyMode::PublicKey << QByteArray(platformSerial).toLower()
                                    << QByteArray(platformSerial);
        QTest::newRow("unsaid, public key") << GatewayKeyMode::PublicKey << QByteArray() << QByteArray(publicKeyId);
        QTest::newRow("unsaid, certificate")
            << GatewayKeyMode::Certificate << QByteArray() << QByteArray(platformSerial);
    }
    void theClientChoosesTheKey()
    {
        QFETCH(GatewayKeyMode, mode);
        QFETCH(QByteArray, asked);
        QFETCH(QByteArray, used);
        SimulatorRig rig(SimulatorSwitches{.keyMode = mode});
        rig.create(SimulatorRig::order("A00001"));
        const auto reply = asking(rig, asked, "/v3/pay/transactions/out-trade-no/A00001?mchid=1900000109");
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.headers.value("Wechatpay-Serial"), used);
        QCOMPARE(rig.signatureFault(reply.headers, reply.body), QString());
        QVERIFY(reply.headers.value("Request-ID").endsWith("-0"));
        QCOMPARE(reply.headers.value("Content-Type"), "application/json; charset=utf-8");
    }
    void keepsRealTimeWhenTheSimulatorsClockIsMoved()
    {
        SimulatorRig rig;
        QVERIFY(rig.simulator->clock().advance(std::chrono::hours(5)));
        const HttpReply reply = rig.create(SimulatorRig::order("A00001"));
        QCOMPARE(reply.status, 200);
        QCOMPARE(rig.signatureFault(reply.headers, reply.body), QString());
    }
    void noncesAndRequestIdsAreFresh()
    {
        SimulatorRig rig;
        const HttpReply one = rig.query("A00001");
        const HttpReply two = rig.query("A00001");
        QVERIFY(one.headers.value("Wechatpay-Nonce") != two.headers.value("Wechatpay-Nonce"));
        QVERIFY(one.headers.value("Request-ID") != two.headers.value("Request-ID"));
    }
    void theCertificateReplyVerifiesByItsOwnContent()
    {
        SimulatorRig rig;
        const auto reply = asking(rig, {}, "/v3/certificates");
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.headers.value("Wechatpay-Serial"), QByteArray(platformSerial));
        QCOMPARE(rig.signatureFault(reply.headers, reply.body), QString());
        const QJsonObject entry = objectIn(reply.body)["data"].toArray().at(0).toObject();
        QCOMPARE(entry["serial_no"].toString(), platformSerial);
        QCOMPARE(entry["effective_time"].toString(), "2025-01-01T08:00:00+08:00");
        QCOMPARE(entry["expire_time"].toString(), "2030-01-01T08:00:00+08:00");
        const QJsonObject encrypted = entry["encrypt_certificate"].toObject();
        const auto pem = AesGcm::withKey(rig.simulator->keys().apiV3Key())
                             ->open(QByteArray::fromBase64(encrypted["ciphertext"].toString().toLatin1()),
                                    encrypted["nonce"].toString().toLatin1(), "certificate");
        QVERIFY(pem);
        QCOMPARE(Certificate::fromPem(*pem)->serial(), QByteArray(platformSerial));
    }
    void aNewMerchantHasNoCertificate()
    {
        SimulatorRig rig(SimulatorSwitches{.newMerchant = true});
        const auto reply = asking(rig, {}, "/v3/certificates");
        QCOMPARE(reply.status, 404);
        QCOMPARE(objectIn(reply.body)["code"].toString(), "RESOURCE_NOT_EXISTS");
        QCOMPARE(reply.headers.value("Wechatpay-Serial"), QByteArray(publicKeyId));
    }
    void algorithmTypes()
    {
        SimulatorRig rig;
        QCOMPARE(asking(rig, {}, "/v3/certificates?algorithm_type=RSA").status, 200);
        QCOMPARE(asking(rig, {}, "/v3/certificates?algorithm_type=SM2").status, 404);
        QCOMPARE(asking(rig, {}, "/v3/certificates?algorithm_type=DSA").status, 400);
    }
};

QTEST_GUILESS_MAIN(ReplySignatureTest)
#include "tst_reply_signature.moc"
