// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/crypto/Certificate.h"

#include <QFile>
#include <QTest>

class CertificateTest : public QObject
{
    Q_OBJECT
private slots:
    void readsThePlatformCertificateOfTheVectors()
    {
        QFile file(TEST_DATA_DIR "/vectors/keys/TEST_ONLY_platform_cert.pem");
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto certificate = Certificate::fromPem(file.readAll());
        QVERIFY(certificate);
        QCOMPARE(certificate->serial(), QByteArray("5E57000000000000000000000000000000000002"));
        QCOMPARE(certificate->notBefore(), QDateTime(QDate(2025, 1, 1), QTime(0, 0), Qt::UTC));
        QCOMPARE(certificate->notAfter(), QDateTime(QDate(2030, 1, 1), QTime(0, 0), Qt::UTC));
    }
    void whatWeMakeReadsBack()
    {
        const auto key = RsaPrivateKey::generate();
        const QDateTime from(QDate(2026, 1, 1), QTime(8, 30), Qt::UTC);
        const auto made = Certificate::selfSigned(key, "5e57abcdef", "Training", from, from.addDays(1));
        const auto read = Certificate::fromPem(made.pem());
        QVERIFY(read);
        QCOMPARE(read->serial(), QByteArray("5E57ABCDEF"));
        QVERIFY(read->publicKey().verifies("m", key.sign("m")));
        QVERIFY(!read->isValidAt(from.addSecs(-1)));
        QVERIFY(read->isValidAt(from));
        QVERIFY(read->isValidAt(from.addDays(1)));
        QVERIFY(!read->isValidAt(from.addDays(1).addSecs(1)));
    }
    void refusesWhatIsNone()
    {
        const QByteArray pem =
            Certificate::selfSigned(RsaPrivateKey::generate(), "01", "x", QDateTime::fromSecsSinceEpoch(0),
                                    QDateTime::fromSecsSinceEpoch(1))
                .pem();
        for (const QByteArray &bad :
             {QByteArray(), QByteArray("x"), pem.left(400), pem.mid(30), QByteArray(200'000, '-')})
            QCOMPARE(Certificate::fromPem(bad).error().code, ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(CertificateTest)
#include "tst_certificate.moc"
