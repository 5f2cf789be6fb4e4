// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/crypto/AesGcm.h"

#include <QTest>

namespace {
QByteArray hex(const char *digits)
{
    return QByteArray::fromHex(digits);
}
} // namespace

class AesGcmTest : public QObject
{
    Q_OBJECT
private slots:
    /// The published cases 13 to 16 of the GCM specification, AES-256.
    void agreesWithTheSpecification_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("nonce");
        QTest::addColumn<QByteArray>("plain");
        QTest::addColumn<QByteArray>("associated");
        QTest::addColumn<QByteArray>("sealed");
        const QByteArray zeros(32, '\0');
        const QByteArray key = hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
        const QByteArray nonce = hex("cafebabefacedbaddecaf888");
        const QByteArray plain = hex("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                                     "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255");
        const QByteArray cipher = hex("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                                      "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015ad");
        QTest::newRow("nothing") << zeros << QByteArray(12, '\0') << QByteArray() << QByteArray()
                                 << hex("530f8afbc74536b9a963b4f1c4cb738b");
        QTest::newRow("a block") << zeros << QByteArray(12, '\0') << QByteArray(16, '\0') << QByteArray()
                                 << hex("cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919");
        QTest::newRow("four blocks") << key << nonce << plain << QByteArray()
                                     << cipher + hex("b094dac5d93471bdec1a502270e3cc6c");
        QTest::newRow("associated") << key << nonce << plain.left(60) << hex("feedfacedeadbeeffeedfacedeadbeefabaddad2")
                                    << cipher.left(60) + hex("76fc6ece0f4e1768cddf8853bb2d551b");
    }
    void agreesWithTheSpecification()
    {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, nonce);
        QFETCH(QByteArray, plain);
        QFETCH(QByteArray, associated);
        QFETCH(QByteArray, sealed);
        const auto cipher = AesGcm::withKey(key);
        QVERIFY(cipher);
        QCOMPARE(cipher->seal(plain, nonce, associated), sealed);
        const auto opened = cipher->open(sealed, nonce, associated);
        QVERIFY(opened);
        QCOMPARE(*opened, plain);
    }
    void anyChangedBitIsNoticed()
    {
        const auto cipher = AesGcm::withKey(QByteArray(32, 'k'));
        const QByteArray sealed = cipher->seal("nineteen yuan ninety", "fdasflkja484", "transaction");
        for (qsizetype byte = 0; byte < sealed.size(); ++byte) {
            QByteArray bad = sealed;
            bad[byte] = char(bad[byte] ^ 1);
            const auto opened = cipher->open(bad, "fdasflkja484", "transaction");
            QVERIFY(!opened);
            QCOMPARE(opened.error().code, ErrorCode::Unverified);
        }
        QVERIFY(!cipher->open(sealed, "fdasflkja485", "transaction"));
        QVERIFY(!cipher->open(sealed, "fdasflkja484", "refund"));
        QVERIFY(!cipher->open(sealed, "fdasflkja484", ""));
        QVERIFY(!AesGcm::withKey(QByteArray(32, 'K'))->open(sealed, "fdasflkja484", "transaction"));
    }
    void oddLengthsAreRefusedNotCrashes()
    {
        const auto cipher = AesGcm::withKey(QByteArray(32, 'k'));
        for (const int length : {0, 1, 15, 16})
            QVERIFY(!cipher->open(QByteArray(length, 'x'), "fdasflkja484", {}));
        for (const int length : {0, 65, 1000}) {
            QVERIFY(!cipher->open(QByteArray(64, 'x'), QByteArray(length, 'n'), {}));
            QVERIFY(cipher->seal("plain", QByteArray(length, 'n'), {}).isEmpty());
        }
    }
    void theKeyHas32Bytes()
    {
        for (const int length : {0, 16, 31, 33, 64})
            QCOMPARE(AesGcm::withKey(QByteArray(length, 'k')).error().code, ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(AesGcmTest)
#include "tst_aes_gcm.moc"
