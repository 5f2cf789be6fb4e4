// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/wechatpay/TestMerchant.h"

#include <QJsonDocument>
#include <QTest>

namespace {
constexpr char payment[] = R"({"mchid":"1900000109","appid":"wxd678efh567hg6787","out_trade_no":"T00001",
    "transaction_id":"42","trade_state":"SUCCESS","amount":{"total":1990,"currency":"CNY"}})";
}

/// What is signed well but made badly is InvalidInput; what the cipher does not hold for is Unverified.
class NotifyEnvelopeTest : public QObject
{
    Q_OBJECT
private slots:
    void eachFaultHasItsKind_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorCode>("code");
        const TestMerchant merchant(TestProfile().get());
        const QJsonObject good = merchant.envelope("TRANSACTION.SUCCESS", payment);
        const auto text = [](const QJsonObject &json) { return QJsonDocument(json).toJson(); };
        const auto with = [&](const char *member, const QJsonValue &value) {
            QJsonObject json = good;
            json[QLatin1String(member)] = value;
            return text(json);
        };
        const auto withResource = [&](const char *member, const QJsonValue &value) {
            QJsonObject resource = good["resource"].toObject();
            resource[QLatin1String(member)] = value;
            return with("resource", resource);
        };
        const auto withContent = [&](const QByteArray &content) {
            return text(merchant.envelope("TRANSACTION.SUCCESS", content));
        };
        const auto replaced = [&](const char *before, const char *after) {
            return withContent(QByteArray(payment).replace(before, after));
        };
        QTest::newRow("empty") << QByteArray() << ErrorCode::InvalidInput;
        QTest::newRow("no JSON") << QByteArray("FAIL") << ErrorCode::InvalidInput;
        QTest::newRow("list") << QByteArray("[]") << ErrorCode::InvalidInput;
        QTest::newRow("no type") << with("event_type", QJsonValue()) << ErrorCode::InvalidInput;
        QTest::newRow("type with spaces") << with("event_type", "A B\nC") << ErrorCode::InvalidInput;
        QTest::newRow("other resource type") << with("resource_type", "plain") << ErrorCode::InvalidInput;
        QTest::newRow("no resource") << with("resource", 1) << ErrorCode::InvalidInput;
        QTest::newRow("other algorithm") << withResource("algorithm", "AEAD_SM4_GCM") << ErrorCode::InvalidInput;
        QTest::newRow("no nonce") << withResource("nonce", "") << ErrorCode::InvalidInput;
        QTest::newRow("long nonce") << withResource("nonce", QString(17, u'n')) << ErrorCode::InvalidInput;
        QTest::newRow("refund in a payment") << withResource("original_type", "refund") << ErrorCode::InvalidInput;
        QTest::newRow("no base64") << withResource("ciphertext", "???") << ErrorCode::Unverified;
        QTest::newRow("less than a tag") << withResource("ciphertext", "YWJj") << ErrorCode::Unverified;
        QTest::newRow("other aad") << withResource("associated_data", "refund") << ErrorCode::Unverified;
        QTest::newRow("content no JSON") << withContent("x") << ErrorCode::InvalidInput;
        QTest::newRow("no number") << replaced("T00001", "") << ErrorCode::InvalidInput;
        QTest::newRow("no state") << replaced("SUCCESS", "PAID") << ErrorCode::InvalidInput;
        QTest::newRow("no transaction") << replaced("\"42\"", "\"\"") << ErrorCode::InvalidInput;
        QTest::newRow("half a fen") << replaced("1990", "1990.5") << ErrorCode::InvalidInput;
        QTest::newRow("amount as text") << replaced("1990", "\"1990\"") << ErrorCode::InvalidInput;
        QTest::newRow("negative") << replaced("1990", "-1") << ErrorCode::InvalidInput;
        QTest::newRow("too long") << QByteArray(NotifyVerifier::maxBodyBytes + 1, ' ') << ErrorCode::InvalidInput;
    }
    void eachFaultHasItsKind()
    {
        QFETCH(QByteArray, body);
        TestMerchant merchant(TestProfile().get());
        const auto posted = merchant.reply(0, body);
        const auto result = merchant.finish(merchant.pay.receive(posted.headers, posted.body));
        QVERIFY(!result);
        QTEST(result.error().code, "code");
    }
    void withoutAGoodSignatureNothingIsParsed()
    {
        TestMerchant merchant(TestProfile().get());
        const auto posted = merchant.reply(0, "FAIL");
        const auto result = merchant.finish(merchant.pay.receive(posted.headers, "FALL"));
        QCOMPARE(result.error().code, ErrorCode::Unverified);
        QCOMPARE(merchant.pay.notifyCounts().refused, 1);
    }
    void anUnknownTypeIsToldByItsName()
    {
        TestMerchant merchant(TestProfile().get());
        const auto posted = merchant.reply(0, R"({"id":"1","event_type":"COUPON.USE","resource":{"algorithm":"X"}})");
        const auto result = merchant.finish(merchant.pay.receive(posted.headers, posted.body));
        QVERIFY(result);
        QCOMPARE(std::get_if<UnknownEvent>(&result->content)->eventType, QStringLiteral("COUPON.USE"));
    }
};

QTEST_GUILESS_MAIN(NotifyEnvelopeTest)
#include "tst_notify_envelope.moc"
