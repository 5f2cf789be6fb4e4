// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/wechatpay/TestMerchant.h"
#include "tests/wechatpay/Vectors.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QTest>

class VectorResponsesTest : public QObject
{
    Q_OBJECT
private slots:
    void theSignatureIsJudgedAsExpected_data()
    {
        QTest::addColumn<QString>("name");
        const QStringList names = Vectors::ofKind("gateway_response");
        QCOMPARE(names.size(), 5);
        for (const QString &name : names)
            QTest::newRow(qPrintable(name)) << name;
    }
    void theSignatureIsJudgedAsExpected()
    {
        QFETCH(QString, name);
        const QJsonObject vector = Vectors::json(name);
        const QJsonObject expect = vector["expect"].toObject();
        const bool good = expect["signature_valid"].toBool() && expect["timestamp_fresh"].toBool();
        const VirtualClock clock(Vectors::receiverClockMs(vector));
        const PlatformKeys keys(TestProfile().get());
        const SignatureVerifier verifier(keys, clock);
        const HttpHeaders headers = Vectors::headers(vector);
        const QByteArray body = Vectors::body(name);

        QCOMPARE(verifier.check(headers, body) == Verdict::Valid, good);
        QCOMPARE(verifier.check(headers, body + ' '), Verdict::Forged);
        HttpHeaders other = headers;
        other.set("Wechatpay-Nonce", "x" + headers.value("Wechatpay-Nonce").mid(1));
        QCOMPARE(verifier.check(other, body), Verdict::Forged);
    }
    /// Vectors 05 to 07 as the client meets them.
    void theClientUnderstandsThem()
    {
        TestMerchant merchant(TestProfile().get());
        merchant.transport.otherwise = [&merchant](const HttpCall &call) {
            const char *name = call.method == "GET"                 ? "07_response_query_200_cert_mode"
                               : call.url.path().endsWith("/close") ? "06_response_close_204_empty_body"
                                                                    : "05_response_native_200_pubkey_mode";
            const QJsonObject vector = Vectors::json(name);
            merchant.clock.jumpWall(
                std::chrono::milliseconds(Vectors::receiverClockMs(vector) - merchant.clock.nowMs()));
            return HttpAnswer{vector["status"].toInt(), Vectors::headers(vector), Vectors::body(name)};
        };
        const Order order = merchant.order();
        const auto created = merchant.finish(merchant.pay.provider().createNative(order));
        QVERIFY(created);
        QCOMPARE(*created, QStringLiteral("weixin://wxpay/bizpayurl?pr=TESTxYz01"));
        const auto queried = merchant.finish(merchant.pay.provider().query(order.outTradeNo));
        QVERIFY(queried);
        QCOMPARE(queried->state, TradeState::NotPay);
        QCOMPARE(queried->total.fen(), 1990);
        QVERIFY(!queried->foreign);
        QVERIFY(merchant.finish(merchant.pay.provider().close(order.outTradeNo)));
        QCOMPARE(merchant.transport.calls.size(), 3);
    }
    void theBillsHashHolds()
    {
        const QJsonObject bill = QJsonDocument::fromJson(Vectors::body("21_response_tradebill")).object();
        const QByteArray content = Vectors::file("21_tradebill_ALL_2026-01-01.csv");
        QCOMPARE(QCryptographicHash::hash(content, QCryptographicHash::Sha1).toHex(),
                 bill["hash_value"].toString().toLatin1());
    }
};

QTEST_GUILESS_MAIN(VectorResponsesTest)
#include "tst_vector_responses.moc"
