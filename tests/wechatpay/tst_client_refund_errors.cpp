// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/wechatpay/RefundReplies.h"

#include <QTest>

/// Refusals of reference 4.6, and answers about other money than was asked for.
class ClientRefundErrorsTest : public QObject
{
    Q_OBJECT
private slots:
    void aRefusalHasAMeaning_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<ErrorCode>("meaning");
        const auto row = [](int status, const char *code, ErrorCode meaning) {
            QTest::addRow("%d %s", status, code) << status << QByteArray(code) << meaning;
        };
        row(400, "PARAM_ERROR", ErrorCode::ProviderRefused);
        row(400, "INVALID_REQUEST", ErrorCode::ProviderRefused);
        row(401, "SIGN_ERROR", ErrorCode::ProviderRefused);
        row(403, "NOT_ENOUGH", ErrorCode::ProviderRefused);
        row(403, "USER_ACCOUNT_ABNORMAL", ErrorCode::ProviderRefused);
        row(403, "NO_AUTH", ErrorCode::ProviderRefused);
        row(403, "REQUEST_BLOCKED", ErrorCode::ProviderRefused);
        row(404, "MCH_NOT_EXISTS", ErrorCode::ProviderRefused);
        row(404, "RESOURCE_NOT_EXISTS", ErrorCode::NotFound);
        row(429, "FREQUENCY_LIMITED", ErrorCode::RateLimited);
        row(500, "SYSTEM_ERROR", ErrorCode::Unknown); // it may have been made (reference 8.2)
        row(503, "SERVICE_UNAVAILABLE", ErrorCode::ProviderUnavailable);
    }
    void aRefusalHasAMeaning()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, code);
        TestMerchant merchant(TestProfile().get());
        merchant.transport.otherwise = [&](const HttpCall &) {
            return TestMerchant::unsignedReply(status, R"({"code":")" + code + R"(","message":"x"})");
        };
        const auto asked = merchant.finish(merchant.pay.provider().refund(RefundReplies::refund()));
        QTEST(asked.error().code, "meaning");
        QVERIFY2(asked.error().message.startsWith(QString::fromLatin1(code) + u':'), qPrintable(asked.error().message));
        const auto queried = merchant.finish(merchant.pay.provider().queryRefund(RefundReplies::refund().outRefundNo));
        QTEST(queried.error().code, "meaning");
    }
    void aReplyAboutOtherMoneyIsUnknown_data()
    {
        QTest::addColumn<QJsonObject>("change");
        QTest::newRow("number") << QJsonObject{{"out_refund_no", "R20260101090000_000002"}};
        QTest::newRow("number in another case") << QJsonObject{{"out_refund_no", "r20260101090000_000001"}};
        QTest::newRow("order") << QJsonObject{{"out_trade_no", "T20260101080000_000002"}};
        QTest::newRow("payment") << QJsonObject{{"transaction_id", "4200002026010100000000000002"}};
        QTest::newRow("amount") << QJsonObject{{"amount", QJsonObject{{"total", 1990}, {"refund", 991}}}};
        QTest::newRow("total") << QJsonObject{{"amount", QJsonObject{{"total", 1991}, {"refund", 990}}}};
        QTest::newRow("fraction") << QJsonObject{{"amount", QJsonObject{{"total", 1990}, {"refund", 990.5}}}};
        QTest::newRow("no amount") << QJsonObject{{"amount", QJsonObject()}};
        QTest::newRow("new status") << QJsonObject{{"status", "SOMETHING_NEW"}};
        QTest::newRow("the notification's member") << QJsonObject{{"status", ""}, {"refund_status", "SUCCESS"}};
        QTest::newRow("no id") << QJsonObject{{"refund_id", ""}};
    }
    void aReplyAboutOtherMoneyIsUnknown()
    {
        QFETCH(QJsonObject, change);
        TestMerchant merchant(TestProfile().get());
        QJsonObject reply = RefundReplies::accepted();
        for (auto member = change.constBegin(); member != change.constEnd(); ++member)
            reply[member.key()] = member.value();
        merchant.transport.otherwise = [&](const HttpCall &) {
            return merchant.reply(200, RefundReplies::text(reply));
        };
        Refund refund = RefundReplies::refund();
        refund.refundId = QStringLiteral("50300002026010100000000000001");
        QCOMPARE(merchant.finish(merchant.pay.provider().refund(refund)).error().code, ErrorCode::Unknown);
        QCOMPARE(merchant.finish(merchant.pay.provider().redirectAbnormal(refund)).error().code, ErrorCode::Unknown);
    }
    void aQueryAnsweredWithAnotherRefundIsUnknown()
    {
        TestMerchant merchant(TestProfile().get());
        merchant.transport.otherwise = [&](const HttpCall &) {
            return merchant.reply(200, RefundReplies::text(RefundReplies::accepted()));
        };
        const auto event = merchant.finish(merchant.pay.provider().queryRefund(*OutRefundNo::parse("R2")));
        QCOMPARE(event.error().code, ErrorCode::Unknown);
    }
    void anUnsignedAnswerIsUnknown()
    {
        TestMerchant merchant(TestProfile().get());
        merchant.transport.otherwise = [](const HttpCall &) {
            return TestMerchant::unsignedReply(200, RefundReplies::text(RefundReplies::accepted()));
        };
        QCOMPARE(merchant.finish(merchant.pay.provider().refund(RefundReplies::refund())).error().code,
                 ErrorCode::Unknown);
    }
    void otherMoneyThanYuanIsForeign()
    {
        TestMerchant merchant(TestProfile().get());
        QJsonObject reply = RefundReplies::accepted();
        reply["amount"] = QJsonObject{{"total", 1990}, {"refund", 990}, {"currency", "USD"}};
        merchant.transport.otherwise = [&](const HttpCall &) {
            return merchant.reply(200, RefundReplies::text(reply));
        };
        QVERIFY(merchant.finish(merchant.pay.provider().queryRefund(RefundReplies::refund().outRefundNo))->foreign);
    }
    void theMessageBeginsWithTheCode()
    {
        TestMerchant merchant(TestProfile().get());
        merchant.transport.otherwise = [](const HttpCall &) {
            return TestMerchant::unsignedReply(403, R"({"code":"NOT_ENOUGH","message":"x"})");
        };
        const auto asked = merchant.finish(merchant.pay.provider().refund(RefundReplies::refund()));
        QCOMPARE(asked.error().message,
                 QStringLiteral("NOT_ENOUGH: the provider answered HTTP 403 (request 08C0FEA4CA0610AA-268435461)"));
    }
};

QTEST_GUILESS_MAIN(ClientRefundErrorsTest)
#include "tst_client_refund_errors.moc"
