// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/wechatpay/TestMerchant.h"

#include <QTest>

namespace {

/// A network that keeps every call until it is told to answer.
class HeldTransport final : public HttpTransport
{
public:
    QFuture<Result<HttpAnswer>> send(const HttpCall &call) override
    {
        calls.append(call);
        held.push_back(std::make_shared<QPromise<Result<HttpAnswer>>>());
        held.back()->start();
        return held.back()->future();
    }
    void answerFirst()
    {
        const auto promise = held.front();
        held.pop_front();
        promise->addResult(Result<HttpAnswer>(TestMerchant::unsignedReply(404, R"({"code":"ORDER_NOT_EXIST"})")));
        promise->finish();
    }
    QList<HttpCall> calls;
    std::deque<std::shared_ptr<QPromise<Result<HttpAnswer>>>> held;
};

} // namespace

/// How many calls are under way at once, and to which of WeChat Pay's two hosts.
class GatewayHostsTest : public QObject
{
    Q_OBJECT
private slots:
    void callsInFlightAndInWaitingAreBounded()
    {
        VirtualClock clock;
        SeededRandom random;
        HeldTransport transport;
        WeChatPay pay(TestProfile().get(), transport, clock, random);
        const auto number = *OutTradeNo::parse("T00001");
        QList<QFuture<Result<PaymentEvent>>> futures;
        for (int i = 0; i < Gateway::maxInFlightPerHost + Gateway::maxWaitingPerHost; ++i)
            futures.append(pay.provider().query(number));
        QCOMPARE(transport.calls.size(), Gateway::maxInFlightPerHost);
        const auto refused = pay.provider().query(number);
        QVERIFY(refused.isFinished());
        QCOMPARE(refused.result().error().code, ErrorCode::Busy);

        transport.answerFirst();
        QVERIFY(futures[0].isFinished());
        QCOMPARE(transport.calls.size(), Gateway::maxInFlightPerHost + 1);
        // Those who waited too long are not sent any more.
        clock.advance(ApiClient::totalTimeout);
        transport.answerFirst();
        QCOMPARE(transport.calls.size(), Gateway::maxInFlightPerHost + 1);
        while (!transport.held.empty())
            transport.answerFirst();
        for (const auto &future : std::as_const(futures))
            QVERIFY(future.isFinished());
        QCOMPARE(futures.last().result().error().code, ErrorCode::ProviderUnavailable);
    }
    void onlyConnectTroubleLeadsToTheOtherHost_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<ErrorCode>("trouble");
        QTest::addColumn<QStringList>("hosts");
        const QString main = "api.mch.weixin.qq.com", backup = "api2.mch.weixin.qq.com", other = "gateway.example.test";
        QTest::newRow("main, connect") << "https://" + main << ErrorCode::ProviderUnavailable
                                       << QStringList{main, backup, main};
        QTest::newRow("main, time-out") << "https://" + main << ErrorCode::Unknown << QStringList{main, main, main};
        QTest::newRow("backup, connect") << "https://" + backup << ErrorCode::ProviderUnavailable
                                         << QStringList{backup, backup, backup};
        QTest::newRow("simulator, connect")
            << "https://" + other << ErrorCode::ProviderUnavailable << QStringList{other, other, other};
    }
    void onlyConnectTroubleLeadsToTheOtherHost()
    {
        QFETCH(QString, base);
        QFETCH(ErrorCode, trouble);
        QFETCH(QStringList, hosts);
        TestProfile profile;
        profile.json["api_base"] = base;
        TestMerchant merchant(profile.get());
        merchant.transport.otherwise = [&](const HttpCall &) { return Error{trouble, {}}; };
        const auto result = merchant.finish(merchant.pay.provider().createNative(merchant.order()));
        QCOMPARE(result.error().code, trouble);
        QStringList asked;
        for (const HttpCall &call : std::as_const(merchant.transport.calls))
            asked.append(call.url.host());
        QCOMPARE(asked, hosts);
    }
    void theDetourEnds()
    {
        TestProfile profile;
        profile.json["api_base"] = "https://api.mch.weixin.qq.com";
        TestMerchant merchant(profile.get());
        merchant.transport.next([](const HttpCall &) { return Error{ErrorCode::ProviderUnavailable, {}}; });
        merchant.transport.otherwise = [&](const HttpCall &) { return merchant.reply(204, {}); };
        const auto number = merchant.order().outTradeNo;
        QVERIFY(merchant.finish(merchant.pay.provider().close(number)));
        QVERIFY(merchant.finish(merchant.pay.provider().close(number)));
        QCOMPARE(merchant.transport.calls.last().url.host(), QStringLiteral("api2.mch.weixin.qq.com"));
        merchant.clock.advance(Gateway::detour);
        QVERIFY(merchant.finish(merchant.pay.provider().close(number)));
        QCOMPARE(merchant.transport.calls.last().url.host(), QStringLiteral("api.mch.weixin.qq.com"));
    }
};

QTEST_GUILESS_MAIN(GatewayHostsTest)
#include "tst_gateway_hosts.moc"
