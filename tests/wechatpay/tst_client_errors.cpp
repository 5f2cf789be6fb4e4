// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/wechatpay/TestMerchant.h"

#include <QTest>

/// Reference 8.2 in our words, and replies that verify but do not fit.
class ClientErrorsTest : public QObject
{
    Q_OBJECT
private slots:
    void aCodeHasOneMeaningInEitherSpelling_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<ErrorCode>("meaning");
        const auto row = [](int status, const char *code, ErrorCode meaning, const char *text = "x") {
            QTest::addRow("%d %s %s", status, code, text) << status << QByteArray(code) << QByteArray(text) << meaning;
        };
        row(400, "PARAM_ERROR", ErrorCode::ProviderRefused);
        row(400, "INVALID_REQUEST", ErrorCode::ProviderRefused);
        row(400, "INVALID_REQUEST", ErrorCode::Conflict, "请求重入时，参数与首次请求时不一致");
        row(400, "INVALID_REQUEST", ErrorCode::Conflict, "201 商户订单号重复");
        row(403, "OUT_TRADE_NO_USED", ErrorCode::Conflict);
        row(403, "OUTTRADENOUSED", ErrorCode::Conflict);
        row(400, "ORDERPAID", ErrorCode::OrderPaid);
        row(400, "ORDER_PAID", ErrorCode::OrderPaid);
        row(400, "INVALID_REQUEST", ErrorCode::OrderPaid, "订单已支付");
        row(400, "ORDER_CLOSED", ErrorCode::OrderClosed);
        row(400, "ORDERCLOSED", ErrorCode::OrderClosed);
        row(404, "ORDER_NOT_EXIST", ErrorCode::NotFound);
        row(404, "ORDERNOTEXIST", ErrorCode::NotFound);
        row(404, "RESOURCE_NOT_EXISTS", ErrorCode::NotFound);
        row(401, "SIGN_ERROR", ErrorCode::ProviderRefused);
        row(403, "RULELIMIT", ErrorCode::ProviderRefused);
        row(429, "RATELIMIT_EXCEEDED", ErrorCode::RateLimited);
        row(500, "SYSTEMERROR", ErrorCode::Unknown);
        row(500, "BANK_ERROR", ErrorCode::Unknown);
        row(503, "SERVICE_UNAVAILABLE", ErrorCode::ProviderUnavailable);
        row(504, "", ErrorCode::Unknown);
        row(418, "SOMETHING_NEW", ErrorCode::ProviderRefused);
    }
    void aCodeHasOneMeaningInEitherSpelling()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, text);
        TestMerchant merchant(TestProfile().get());
        merchant.transport.otherwise = [&](const HttpCall &) {
            return TestMerchant::unsignedReply(status, "{\"code\":\"" + code + "\",\"message\":\"" + text + "\"}");
        };
        const auto closed = merchant.finish(merchant.pay.provider().close(merchant.order().outTradeNo));
        QTEST(closed.error().code, "meaning");
        QVERIFY2(closed.error().message.contains(QString::fromLatin1(code)), qPrintable(closed.error().message));
        QVERIFY(closed.error().message.contains(QLatin1String("08C0FEA4CA0610AA-268435461")));
        if (text != "x")
            QVERIFY(!closed.error().message.contains(QString::fromUtf8(text)));
    }
    void whatIsNoCodeIsNotRepeated()
    {
        TestMerchant merchant(TestProfile().get());
        merchant.transport.otherwise = [](const HttpCall &) {
            return TestMerchant::unsignedReply(400, R"({"code":"<b>evil</b>\n","message":"m"})");
        };
        const auto result = merchant.finish(merchant.pay.provider().close(merchant.order().outTradeNo));
        QCOMPARE(result.error().message,
                 QStringLiteral("the provider answered HTTP 400 (request 08C0FEA4CA0610AA-268435461)"));
    }
    void aReplyThatDoesNotFitIsUnknown_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("other order") << QByteArray(R"({"mchid":"1900000109","appid":"wxd678efh567hg6787",
            "out_trade_no":"T20260101080000_000002","trade_state":"NOTPAY","code_url":""})");
        QTest::newRow("other case") << QByteArray(R"({"mchid":"1900000109","appid":"wxd678efh567hg6787",
            "out_trade_no":"t20260101080000_000001","trade_state":"NOTPAY"})");
        QTest::newRow("paid without a transaction") << QByteArray(R"({"out_trade_no":"T20260101080000_000001",
            "trade_state":"SUCCESS","amount":{"total":1990,"currency":"CNY"}})");
        QTest::newRow("paid without an amount")
            << QByteArray(R"({"out_trade_no":"T20260101080000_000001","trade_state":"SUCCESS","transaction_id":"42"})");
        QTest::newRow("no JSON") << QByteArray("OK");
        QTest::newRow("nothing") << QByteArray();
    }
    void aReplyThatDoesNotFitIsUnknown()
    {
        QFETCH(QByteArray, body);
        TestMerchant merchant(TestProfile().get());
        merchant.transport.otherwise = [&](const HttpCall &) { return merchant.reply(200, body); };
        auto &provider = merchant.pay.provider();
        const Order order = merchant.order();
        QCOMPARE(merchant.finish(provider.query(order.outTradeNo)).error().code, ErrorCode::Unknown);
        QCOMPARE(merchant.finish(provider.createNative(order)).error().code, ErrorCode::Unknown);
        QCOMPARE(merchant.finish(provider.queryByTransactionId("43")).error().code, ErrorCode::Unknown);
    }
    void anUnpaidReplyMayOmitTheAmount()
    {
        TestMerchant merchant(TestProfile().get());
        merchant.transport.otherwise = [&](const HttpCall &) {
            return merchant.reply(200, R"({"mchid":"1900000109","appid":"wxd678efh567hg6787",
                "out_trade_no":"T20260101080000_000001","trade_state":"CLOSED","new_member":{}})");
        };
        const auto event = merchant.finish(merchant.pay.provider().query(merchant.order().outTradeNo));
        QVERIFY(event);
        QCOMPARE(event->state, TradeState::Closed);
        QCOMPARE(event->witness, Witness::Query);
        QVERIFY(!event->foreign);
    }
    void whatCannotBeAnOrderIsNotSent()
    {
        TestMerchant merchant(TestProfile().get());
        Order free = merchant.order();
        free.total = Money();
        Order endless = merchant.order();
        endless.expiresAt = {};
        Order nameless = merchant.order();
        nameless.description = QStringLiteral(" \t");
        for (const Order &order : {free, endless, nameless})
            QCOMPARE(merchant.finish(merchant.pay.provider().createNative(order)).error().code,
                     ErrorCode::InvalidInput);
        QVERIFY(merchant.transport.calls.isEmpty());
    }
};

QTEST_GUILESS_MAIN(ClientErrorsTest)
#include "tst_client_errors.moc"
