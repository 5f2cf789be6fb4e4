// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/crypto/Certificate.h"
#include "server/crypto/TlsIdentity.h"

#include <QTest>

namespace {

const QDateTime from(QDate(2026, 1, 1), QTime(8, 30), Qt::UTC);

TlsIdentity made(const QStringList &hosts = {"shop.example"})
{
    return *TlsIdentity::selfSigned(hosts, from, from.addDays(10));
}

} // namespace

class TlsIdentityTest : public QObject
{
    Q_OBJECT
private slots:
    void whatWeMakeReadsBack()
    {
        const auto identity = made({"shop.example", "192.0.2.7", "::1"});
        QCOMPARE(identity.keyKind(), TlsIdentity::KeyKind::EllipticCurve);
        QCOMPARE(identity.notBefore(), from);
        QCOMPARE(identity.notAfter(), from.addDays(10));
        for (const auto *host : {"shop.example", "192.0.2.7", "::1"})
            QVERIFY2(identity.names(host), host);
        for (const auto *host : {"other.example", "192.0.2.8", "example", ""})
            QVERIFY2(!identity.names(host), host);
        const auto read = TlsIdentity::fromPem(identity.certificates(), identity.privateKey());
        QVERIFY(read);
        QCOMPARE(read->fingerprint(), identity.fingerprint());
        QCOMPARE(identity.fingerprint().size(), 64);
    }
    void isAnotherEachTime() { QVERIFY(made().fingerprint() != made().fingerprint()); }
    void needsAHost() { QVERIFY(!TlsIdentity::selfSigned({}, from, from.addDays(1))); }
    void takesAnRsaKeyAndAChain()
    {
        const auto key = RsaPrivateKey::generate();
        const auto own = Certificate::selfSigned(key, "01", "shop.example", from, from.addDays(1));
        const auto other = Certificate::selfSigned(RsaPrivateKey::generate(), "02", "CA", from, from.addDays(1));
        const auto read = TlsIdentity::fromPem(own.pem() + other.pem(), key.toPem());
        QVERIFY(read);
        QCOMPARE(read->keyKind(), TlsIdentity::KeyKind::Rsa);
        QCOMPARE(read->certificates().count("BEGIN CERTIFICATE"), 2);
        QCOMPARE(read->fingerprint(), TlsIdentity::fromPem(own.pem(), key.toPem())->fingerprint());
    }
    void refusesAKeyOfAnother()
    {
        const auto refused = TlsIdentity::fromPem(made().certificates(), made().privateKey());
        QVERIFY(!refused);
        QVERIFY(refused.error().message.contains("not the certificate's"));
    }
    void refusesWhatIsNone()
    {
        const auto good = made();
        for (const QByteArray &bad : {QByteArray(), QByteArray("x"), good.certificates().left(200), good.privateKey(),
                                      QByteArray(200'000, '-')})
            QCOMPARE(TlsIdentity::fromPem(bad, good.privateKey()).error().code, ErrorCode::InvalidInput);
        for (const QByteArray &bad : {QByteArray(), QByteArray("x"), good.privateKey().left(60), good.certificates()})
            QCOMPARE(TlsIdentity::fromPem(good.certificates(), bad).error().code, ErrorCode::InvalidInput);
        QVERIFY(!TlsIdentity::fromPem(good.certificates().repeated(9), good.privateKey()));
    }
    void neverSaysTheKey()
    {
        const auto good = made();
        const auto secret = good.privateKey().split('\n').value(1);
        QVERIFY(secret.size() > 20);
        for (const auto &refused : {TlsIdentity::fromPem(good.privateKey(), good.privateKey()),
                                    TlsIdentity::fromPem(good.certificates(), good.privateKey().left(80))})
            QVERIFY(!refused.error().message.contains(QString::fromLatin1(secret)));
    }
};

QTEST_GUILESS_MAIN(TlsIdentityTest)
#include "tst_tls_identity.moc"
