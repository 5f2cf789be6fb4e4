// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wechatpay/CertificateList.h"
#include "tests/wechatpay/TestMerchant.h"
#include "tests/wechatpay/Vectors.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace {

constexpr char newSerial[] = "5E57000000000000000000000000000000000009";

/// Made once: that takes a second.
const RsaPrivateKey &newKey()
{
    static const auto key = RsaPrivateKey::generate();
    return key;
}

Certificate newCertificate(const RsaPrivateKey &key, const QDateTime &from)
{
    return Certificate::selfSigned(key, newSerial, "Platform", from, from.addDays(30));
}

QByteArray listOf(const TestMerchant &merchant, const Certificate &certificate, const QByteArray &serial = newSerial)
{
    const QByteArray sealed =
        merchant.pay.profile().apiV3Cipher().seal(certificate.pem(), "61f9c719728a", "certificate");
    const QJsonObject entry{
        {"serial_no", QString::fromLatin1(serial)},
        {"encrypt_certificate", QJsonObject{{"algorithm", "AEAD_AES_256_GCM"},
                                            {"nonce", "61f9c719728a"},
                                            {"associated_data", "certificate"},
                                            {"ciphertext", QString::fromLatin1(sealed.toBase64())}}}};
    return QJsonDocument(QJsonObject{{"data", QJsonArray{entry}}}).toJson(QJsonDocument::Compact);
}

const QByteArray unknownEvent = R"({"event_type":"COUPON.USE"})";

} // namespace

/// Reference 1.5: opening, bootstrapping and refreshing the list.
class PlatformCertificatesTest : public QObject
{
    Q_OBJECT
private slots:
    void theVectorsListOpensToTheCertificate()
    {
        const auto list =
            openCertificateList(Vectors::body("20_response_certificates"), TestProfile().get().apiV3Cipher());
        QVERIFY(list);
        QCOMPARE(list->size(), 1);
        QCOMPARE(list->constFirst().pem(), Vectors::file("keys/TEST_ONLY_platform_cert.pem"));
        QCOMPARE(list->constFirst().serial(), QByteArray("5E57000000000000000000000000000000000002"));
        for (const QByteArray &body :
             {QByteArray(), QByteArray("{}"), QByteArray(R"({"data":[]})"), QByteArray(R"({"data":[1]})"),
              Vectors::body("20_response_certificates").replace("Gz+QzM", "Gz+QzN"),
              Vectors::body("20_response_certificates").replace("000002\"", "000003\"")})
            QCOMPARE(openCertificateList(body, TestProfile().get().apiV3Cipher()).error().code, ErrorCode::Unverified);
    }
    void anUnknownSerialIsLookedUpOnceAndThenBelieved()
    {
        TestMerchant merchant(TestProfile().withoutPublicKey().get());
        const auto &key = newKey();
        const auto certificate = newCertificate(key, merchant.clock.now().addDays(-1));
        merchant.transport.otherwise = [&](const HttpCall &call) {
            return call.url.path() == "/v3/certificates"
                       ? merchant.reply(200, listOf(merchant, certificate), key, newSerial)
                       : merchant.reply(204, "", key, newSerial);
        };
        const auto posted = merchant.reply(0, unknownEvent, key, newSerial);
        QVERIFY(merchant.finish(merchant.pay.receive(posted.headers, posted.body)));
        QVERIFY(merchant.finish(merchant.pay.receive(posted.headers, posted.body)));
        QVERIFY(merchant.finish(merchant.pay.provider().close(merchant.order().outTradeNo)));
        QCOMPARE(merchant.transport.calls.size(), 2);
        QCOMPARE(merchant.transport.calls[0].url.path(), QStringLiteral("/v3/certificates"));
    }
    void nothingIsLearnedFromAListThatDoesNotVerify_data()
    {
        QTest::addColumn<int>("fault");
        QTest::newRow("signed by another") << 0;
        QTest::newRow("unsigned") << 1;
        QTest::newRow("serial of another") << 2;
        QTest::newRow("not yet valid") << 3;
        QTest::newRow("404 of a new merchant") << 4;
    }
    void nothingIsLearnedFromAListThatDoesNotVerify()
    {
        QFETCH(int, fault);
        TestMerchant merchant(TestProfile().withoutPublicKey().get());
        const auto &key = newKey();
        const auto certificate = newCertificate(key, merchant.clock.now().addDays(fault == 3 ? 1 : -1));
        merchant.transport.otherwise = [&](const HttpCall &) -> HttpAnswer {
            const QByteArray list =
                listOf(merchant, certificate, fault == 2 ? QByteArray("5E58") : QByteArray(newSerial));
            if (fault == 1)
                return TestMerchant::unsignedReply(200, list);
            if (fault == 4)
                return merchant.unsignedReply(404, R"({"code":"RESOURCE_NOT_EXISTS"})");
            return merchant.reply(200, list, fault == 0 ? testKey("wxp") : key, newSerial);
        };
        const auto posted = merchant.reply(0, unknownEvent, key, newSerial);
        const auto result = merchant.finish(merchant.pay.receive(posted.headers, posted.body));
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Unverified);
        QCOMPARE(merchant.pay.notifyCounts().refused, 1);
    }
    void aFloodOfUnknownSerialsIsOneQuestionAMinute()
    {
        TestMerchant merchant(TestProfile().withoutPublicKey().get());
        for (int i = 0; i < 100; ++i) {
            const auto posted = merchant.reply(0, "{}", testKey("wxp"), QByteArray::number(1000 + i));
            QVERIFY(!merchant.finish(merchant.pay.receive(posted.headers, posted.body)));
        }
        QCOMPARE(merchant.transport.calls.size(), 1);
        merchant.clock.advance(PlatformCertificates::quietTime);
        const auto posted = merchant.reply(0, "{}", testKey("wxp"), "1000");
        QVERIFY(!merchant.finish(merchant.pay.receive(posted.headers, posted.body)));
        QCOMPARE(merchant.transport.calls.size(), 2);
    }
    void withoutCertificatesNoneAreAskedFor()
    {
        TestMerchant merchant(TestProfile().withoutCertificates().get());
        merchant.pay.start();
        const auto posted = merchant.reply(0, "{}", testKey("wxp"), newSerial);
        QVERIFY(!merchant.finish(merchant.pay.receive(posted.headers, posted.body)));
        merchant.clock.advance(std::chrono::hours(24));
        QVERIFY(merchant.transport.calls.isEmpty());
    }
    void theListIsRefreshedBelowTwelveHours()
    {
        TestMerchant merchant(TestProfile().get());
        merchant.transport.otherwise = [&](const HttpCall &) {
            return merchant.reply(200, listOf(merchant, newCertificate(testKey("wxp"), merchant.clock.now())));
        };
        merchant.pay.start();
        merchant.pay.start();
        QCOMPARE(merchant.transport.calls.size(), 1);
        merchant.clock.advance(std::chrono::hours(12));
        QCOMPARE(merchant.transport.calls.size(), 2);
        // A failure is made good sooner.
        merchant.transport.otherwise = nullptr;
        merchant.clock.advance(std::chrono::hours(12));
        QVERIFY(merchant.transport.calls.size() > 5);
    }
    void anExpiredCertificateIsNotUsed()
    {
        TestMerchant merchant(TestProfile().withoutPublicKey().get());
        const QByteArray serial = "5E57000000000000000000000000000000000002";
        auto posted = merchant.reply(0, unknownEvent, testKey("platform_cert"), serial);
        QVERIFY(merchant.finish(merchant.pay.receive(posted.headers, posted.body)));
        merchant.clock.jumpWall(std::chrono::hours(24 * 365 * 5)); // past 2030
        posted = merchant.reply(0, unknownEvent, testKey("platform_cert"), serial);
        QVERIFY(!merchant.finish(merchant.pay.receive(posted.headers, posted.body)));
    }
};

QTEST_GUILESS_MAIN(PlatformCertificatesTest)
#include "tst_platform_certificates.moc"
