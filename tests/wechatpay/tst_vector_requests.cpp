// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wechatpay/RequestSigner.h"
#include "tests/wechatpay/TestMerchant.h"
#include "tests/wechatpay/Vectors.h"

#include <QRegularExpression>
#include <QTest>

/// Each request of the vectors, signed by us, is the same to the byte.
class VectorRequestsTest : public QObject
{
    Q_OBJECT
private slots:
    void weSignTheSameBytes_data()
    {
        QTest::addColumn<QString>("name");
        const QStringList names = Vectors::ofKind("merchant_request");
        QCOMPARE(names.size(), 4);
        for (const QString &name : names)
            QTest::newRow(qPrintable(name)) << name;
    }
    void weSignTheSameBytes()
    {
        QFETCH(QString, name);
        const QJsonObject vector = Vectors::json(name);
        const QJsonObject signing = vector["signing"].toObject();
        const QByteArray method = vector["method"].toString().toLatin1();
        const QByteArray target = vector["url_in_sign_string"].toString().toLatin1();
        const QByteArray nonce = vector["nonce_str"].toString().toLatin1();
        const qint64 timestamp = vector["timestamp"].toInteger();
        const QByteArray body = Vectors::body(name);

        const QByteArray text = RequestSigner::stringToSign(method, target, body, timestamp, nonce);
        QCOMPARE(text.toBase64(), signing["string_base64"].toString().toLatin1());
        QCOMPARE(testKey("merchant").signBase64(text), signing["signature_base64"].toString().toLatin1());

        VirtualClock clock;
        SeededRandom random;
        const RequestSigner signer(TestProfile().get(), clock, random);
        QCOMPARE(signer.authorization(method, target, body, timestamp, nonce),
                 vector["headers"].toObject()["Authorization"].toString().toLatin1());
        const auto key = RsaPublicKey::fromPem(Vectors::file(signing["public_key_file"].toString()));
        QVERIFY(key->verifiesBase64(text, signing["signature_base64"].toString().toLatin1()));
    }
    void timeAndNonceAreOfTheMoment()
    {
        VirtualClock clock(1'767'225'600'999);
        SeededRandom random;
        const RequestSigner signer(TestProfile().get(), clock, random);
        const QByteArray first = signer.authorization("GET", "/v3/certificates", {});
        QVERIFY(first.contains("timestamp=\"1767225600\""));
        static const QRegularExpression nonce("nonce_str=\"([0-9A-Za-z]{32})\"");
        const auto one = nonce.match(QString::fromLatin1(first));
        QVERIFY(one.hasMatch());
        const auto two = nonce.match(QString::fromLatin1(signer.authorization("GET", "/v3/certificates", {})));
        QVERIFY(one.captured(1) != two.captured(1));
    }
};

QTEST_GUILESS_MAIN(VectorRequestsTest)
#include "tst_vector_requests.moc"
