// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/crypto/Base64.h"
#include "server/crypto/ConstantTime.h"
#include "server/crypto/Rsa.h"

#include <QFile>
#include <QTest>

namespace {
QByteArray vectorKey(const QString &name)
{
    QFile file(QStringLiteral(TEST_DATA_DIR "/vectors/keys/TEST_ONLY_") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
} // namespace

class RsaTest : public QObject
{
    Q_OBJECT
private slots:
    void signsAndVerifies()
    {
        const auto key = RsaPrivateKey::fromDer(vectorKey("merchant_private_key.der"));
        QVERIFY(key);
        const auto publicKey = RsaPublicKey::fromPem(vectorKey("merchant_public_key.pem"));
        QVERIFY(publicKey);
        for (const QByteArray &message : {QByteArray(), QByteArray("a\n"), QByteArray(100'000, 'x')}) {
            const QByteArray signature = key->sign(message);
            QCOMPARE(signature.size(), 256);
            QCOMPARE(key->signBase64(message), signature.toBase64());
            QVERIFY(publicKey->verifies(message, signature));
            QVERIFY(publicKey->verifiesBase64(message, signature.toBase64()));
            QVERIFY(!publicKey->verifies(message + 'x', signature));
        }
    }
    void anyChangedBitIsNoticed()
    {
        const auto key = RsaPrivateKey::generate();
        const QByteArray good = key.sign("message");
        for (qsizetype byte = 0; byte < good.size(); byte += 17) {
            QByteArray bad = good;
            bad[byte] = char(bad[byte] ^ 0x10);
            QVERIFY(!key.publicKey().verifies("message", bad));
        }
        QVERIFY(!RsaPrivateKey::generate().publicKey().verifies("message", good));
    }
    void aSignatureOfAnyLengthIsJustFalse()
    {
        const auto key = RsaPrivateKey::generate().publicKey();
        for (const int length : {0, 1, 255, 257, 4096})
            QVERIFY(!key.verifies("message", QByteArray(length, '\x01')));
    }
    void base64IsStrict_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("good");
        QTest::newRow("empty") << QByteArray("") << true;
        QTest::newRow("plain") << QByteArray("YWJj") << true;
        QTest::newRow("padded") << QByteArray("YQ==") << true;
        QTest::newRow("no padding") << QByteArray("YQ") << false;
        QTest::newRow("half a padding") << QByteArray("YQ=") << false;
        QTest::newRow("loose bits") << QByteArray("YR==") << false;
        QTest::newRow("line end") << QByteArray("YWJj\n") << false;
        QTest::newRow("space") << QByteArray("YW Jj") << false;
        QTest::newRow("url alphabet") << QByteArray("-_-_") << false;
        QTest::newRow("padding in the middle") << QByteArray("YQ==YQ==") << false;
        QTest::newRow("zero byte") << QByteArray("YW\0j", 4) << false;
        QTest::newRow("probe") << QByteArray("WECHATPAY/SIGNTEST/") + QByteArray(324, 'A') << false;
    }
    void base64IsStrict()
    {
        QFETCH(QByteArray, text);
        QTEST(strictBase64(text).has_value(), "good");
    }
    void readsBothFormsAndWritesPem()
    {
        const auto key = RsaPrivateKey::fromDer(vectorKey("wxp_private_key.der"));
        const auto again = RsaPrivateKey::fromPem(key->toPem());
        QVERIFY(again);
        QCOMPARE(again->sign("m"), key->sign("m"));
        QCOMPARE(again->publicKey().toPem(), vectorKey("wxp_public_key.pem"));
        const auto fromCertificate = RsaPublicKey::fromPem(vectorKey("platform_cert.pem"));
        QCOMPARE(fromCertificate->toPem(), vectorKey("platform_cert_public_key.pem"));
    }
    void refusesWhatIsNoKey()
    {
        const QByteArray pem = RsaPrivateKey::generate().toPem();
        const QByteArray publicPem = vectorKey("merchant_public_key.pem");
        QByteArray damaged = pem;
        damaged[damaged.size() / 2] = damaged[damaged.size() / 2] == 'A' ? 'B' : 'A';
        const QByteArray der = vectorKey("merchant_private_key.der");
        for (const QByteArray &bad :
             {QByteArray(), QByteArray("x"), pem.left(200), damaged, publicPem, QByteArray(200'000, 'A')})
            QVERIFY(!RsaPrivateKey::fromPem(bad));
        for (const QByteArray &bad : {QByteArray(), der.left(300), der + 'x', QByteArray(300, '\x30')})
            QVERIFY(!RsaPrivateKey::fromDer(bad));
        for (const QByteArray &bad :
             {QByteArray(), QByteArray("-----BEGIN CERTIFICATE-----\n"), publicPem.left(100), pem})
            QVERIFY(!RsaPublicKey::fromPem(bad));
    }
    void refusesAKeyWithAPassphraseWithoutAsking()
    {
        const auto result = RsaPrivateKey::fromPem("-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIBpjBABgkqhkiG9w0BBQ0w\n"
                                                   "-----END ENCRYPTED PRIVATE KEY-----\n");
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::InvalidInput);
    }
    void refusesOtherKindsAndSmallKeys_data()
    {
        QTest::addColumn<QByteArray>("pem");
        QTest::newRow("elliptic curve") << QByteArray(
            "-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEaxfR8uEsQkf4vOblY6RA8ncDfYEt\n"
            "6zOg9KE5RdiYwpZP40Li/hp/m47n60p8D54WK84zV2sxXs7LtkBoN79R9Q==\n-----END PUBLIC KEY-----\n");
        QTest::newRow("512 bits") << QByteArray(
            "-----BEGIN PUBLIC KEY-----\nMFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAL6nZ3Z+nGh3Yr3TP0n4e4T0nBLXfcfQ\n"
            "S7hG1HyFq2QHlYB2w5pI0Jr3jxVtO5bvk0Hq5Ejq2aXhVn3o5jVbNp0CAwEAAQ==\n-----END PUBLIC KEY-----\n");
    }
    void refusesOtherKindsAndSmallKeys()
    {
        QFETCH(QByteArray, pem);
        const auto key = RsaPublicKey::fromPem(pem);
        QVERIFY(!key);
        QVERIFY2(key.error().message.contains(QLatin1String("RSA key")), qPrintable(key.error().message));
    }
    void comparesInConstantTime()
    {
        QVERIFY(equalInConstantTime("secret", "secret"));
        QVERIFY(!equalInConstantTime("secret", "secreT"));
        QVERIFY(!equalInConstantTime("secret", "secre"));
        QVERIFY(equalInConstantTime("", ""));
    }
};

QTEST_GUILESS_MAIN(RsaTest)
#include "tst_rsa.moc"
