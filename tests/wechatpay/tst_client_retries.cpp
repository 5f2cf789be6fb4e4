// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/wechatpay/TestMerchant.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace {
const QByteArray codeUrl = R"({"code_url":"weixin://wxpay/bizpayurl?pr=1"})";

QString part(const HttpCall &call, const QString &name)
{
    const QRegularExpression pattern(name + QStringLiteral("=\"([^\"]*)\""));
    return pattern.match(QString::fromLatin1(call.headers.value("Authorization"))).captured(1);
}
} // namespace

/// Reference 8.3: what is tried again, how often, and what changes with it.
class ClientRetriesTest : public QObject
{
    Q_OBJECT
private slots:
    void whatIsTriedAgain_data()
    {
        QTest::addColumn<int>("status"); // 0: no answer at all
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("tries");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("429") << 429 << QByteArray(R"({"code":"FREQUENCY_LIMITED"})") << 3 << ErrorCode::RateLimited;
        QTest::newRow("500") << 500 << QByteArray(R"({"code":"SYSTEM_ERROR"})") << 3 << ErrorCode::Unknown;
        QTest::newRow("502 of a proxy") << 502 << QByteArray("<html>") << 3 << ErrorCode::ProviderUnavailable;
        QTest::newRow("503") << 503 << QByteArray(R"({"code":"SERVICE_UNAVAILABLE"})") << 3
                             << ErrorCode::ProviderUnavailable;
        QTest::newRow("unsigned 200") << 200 << codeUrl << 3 << ErrorCode::Unknown;
        QTest::newRow("no answer") << 0 << QByteArray() << 3 << ErrorCode::Unknown;
        QTest::newRow("400") << 400 << QByteArray(R"({"code":"PARAM_ERROR"})") << 1 << ErrorCode::ProviderRefused;
        QTest::newRow("401") << 401 << QByteArray(R"({"code":"SIGN_ERROR"})") << 1 << ErrorCode::ProviderRefused;
        QTest::newRow("403") << 403 << QByteArray(R"({"code":"NO_AUTH"})") << 1 << ErrorCode::ProviderRefused;
        QTest::newRow("404") << 404 << QByteArray(R"({"code":"ORDERNOTEXIST"})") << 1 << ErrorCode::NotFound;
        QTest::newRow("redirect") << 302 << QByteArray() << 1 << ErrorCode::Unknown;
        QTest::newRow("500 that will not change")
            << 500 << QByteArray(R"({"code":"OPENID_MISMATCH"})") << 1 << ErrorCode::ProviderRefused;
    }
    void whatIsTriedAgain()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(int, tries);
        TestMerchant merchant(TestProfile().get());
        merchant.transport.otherwise = [&](const HttpCall &) -> Result<HttpAnswer> {
            if (status == 0)
                return Error{ErrorCode::Unknown, QStringLiteral("time-out")};
            return TestMerchant::unsignedReply(status, body);
        };
        const auto result = merchant.finish(merchant.pay.provider().createNative(merchant.order()));
        QVERIFY(!result);
        QTEST(result.error().code, "code");
        QCOMPARE(merchant.transport.calls.size(), tries);
    }
    void eachTryIsSignedAnewOverTheSameBytes()
    {
        TestMerchant merchant(TestProfile().get());
        for (int i = 0; i < 2; ++i)
            merchant.transport.next([](const HttpCall &) { return TestMerchant::unsignedReply(500, {}); });
        merchant.transport.next([&](const HttpCall &) { return merchant.reply(200, codeUrl); });
        const auto future = merchant.pay.provider().createNative(merchant.order());
        QCOMPARE(merchant.transport.calls.size(), 1);
        QVERIFY(merchant.finish(future));

        QSet<QString> nonces, times, signatures;
        const auto publicKey = testKey("merchant").publicKey();
        for (const HttpCall &call : std::as_const(merchant.transport.calls)) {
            QCOMPARE(call.body, merchant.transport.calls[0].body);
            QCOMPARE(call.url, merchant.transport.calls[0].url);
            nonces.insert(part(call, "nonce_str"));
            times.insert(part(call, "timestamp"));
            signatures.insert(part(call, "signature"));
            const QByteArray text =
                RequestSigner::stringToSign("POST", "/v3/pay/transactions/native", call.body,
                                            part(call, "timestamp").toLongLong(), part(call, "nonce_str").toLatin1());
            QVERIFY(publicKey.verifiesBase64(text, part(call, "signature").toLatin1()));
        }
        QCOMPARE(nonces.size(), 3);
        QCOMPARE(signatures.size(), 3);
        QVERIFY(times.size() >= 2);
    }
    void thePauseGrows()
    {
        TestMerchant merchant(TestProfile().get());
        QList<qint64> at;
        merchant.transport.otherwise = [&](const HttpCall &) {
            at.append(merchant.clock.steadyMs());
            return TestMerchant::unsignedReply(429, {});
        };
        QVERIFY(!merchant.finish(merchant.pay.provider().close(merchant.order().outTradeNo)));
        QCOMPARE(at.size(), 3);
        const qint64 first = at[1] - at[0], second = at[2] - at[1];
        QVERIFY2(first >= 400 && first < 800, qPrintable(QString::number(first)));
        QVERIFY2(second >= 1200 && second < 2400, qPrintable(QString::number(second)));
    }
    void anEarlyUnclearTryKeepsTheEndUnclear()
    {
        TestMerchant merchant(TestProfile().get());
        merchant.transport.next([](const HttpCall &) { return Error{ErrorCode::Unknown, {}}; });
        merchant.transport.otherwise = [](const HttpCall &) { return TestMerchant::unsignedReply(429, {}); };
        QCOMPARE(merchant.finish(merchant.pay.provider().createNative(merchant.order())).error().code,
                 ErrorCode::Unknown);
    }
    void theWholeIsBounded()
    {
        // Each try takes its full time; the third would begin after the end.
        TestMerchant merchant(TestProfile().get());
        merchant.transport.otherwise = [&](const HttpCall &call) {
            if (call.timeout > ApiClient::tryTimeout)
                qFatal("a try may not take so long");
            merchant.clock.advance(std::chrono::milliseconds(9'900));
            return Error{ErrorCode::Unknown, {}};
        };
        QVERIFY(!merchant.finish(merchant.pay.provider().query(merchant.order().outTradeNo)));
        QCOMPARE(merchant.transport.calls.size(), 2);
    }
};

QTEST_GUILESS_MAIN(ClientRetriesTest)
#include "tst_client_retries.moc"
