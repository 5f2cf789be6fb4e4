// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/login/HeldTransport.h"
#include "tests/wechatpay/TestMerchant.h"
#include "tests/wechatpay/Vectors.h"

#include <QRegularExpression>
#include <QTest>

namespace {

constexpr char otherKey[] = "ffffffffffffffffffffffffffffffff";
const QByteArray otherSerial = "5E57000000000000000000000000000000000077";

/// A key made once: that takes a second.
const RsaPrivateKey &otherMerchantKey()
{
    static const auto key = RsaPrivateKey::generate();
    return key;
}

/// The same shop with new secrets everywhere.
MerchantProfile renewed()
{
    TestProfile profile;
    profile.write("merchant_key.pem", otherMerchantKey().toPem());
    profile.json["merchant_serial"] = QString::fromLatin1(otherSerial);
    profile.json["api_v3_key"] = QString::fromLatin1(otherKey);
    return profile.get();
}

QByteArray partOf(const HttpCall &call, const char *name)
{
    const auto authorization = QString::fromLatin1(call.headers.value("Authorization"));
    const auto match =
        QRegularExpression(QString::fromLatin1("%1=\"([^\"]*)\"").arg(QLatin1String(name))).match(authorization);
    return match.captured(1).toLatin1();
}

bool isSignedBy(const HttpCall &call, const RsaPrivateKey &key)
{
    const auto target = call.url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
    const auto text = RequestSigner::stringToSign(call.method, target, call.body,
                                                  partOf(call, "timestamp").toLongLong(), partOf(call, "nonce_str"));
    return key.publicKey().verifiesBase64(text, partOf(call, "signature"));
}

/// A merchant whose network answers when the test says so.
struct HeldMerchant
{
    TestMerchant signs{TestProfile().get()}; ///< knows how the provider signs, and what time it is
    HeldTransport network;
    WeChatPay pay{TestProfile().get(), network, signs.clock, signs.random};
};

} // namespace

/// New keys are used from the exchange on; what was under way goes to its end with those before.
class ProfileExchangeTest : public QObject
{
    Q_OBJECT
private slots:
    void newCallsAreSignedWithTheNewKey()
    {
        HeldMerchant merchant;
        auto &provider = merchant.pay.provider();
        const auto before = provider.close(merchant.signs.order().outTradeNo);
        QVERIFY(isSignedBy(merchant.network.calls[0], testKey("merchant")));
        QVERIFY(merchant.pay.accepts(renewed()));
        merchant.pay.exchange(renewed());
        const auto after = provider.close(merchant.signs.order().outTradeNo);
        QVERIFY(isSignedBy(merchant.network.calls[1], otherMerchantKey()));
        QCOMPARE(partOf(merchant.network.calls[1], "serial_no"), otherSerial);
        // Both are answered, each to who asked.
        merchant.network.answer(1, merchant.signs.reply(204, ""));
        QVERIFY(after.isFinished() && after.result());
        QVERIFY(!before.isFinished());
        merchant.network.answer(0, merchant.signs.reply(204, ""));
        QVERIFY(before.isFinished() && before.result());
    }
    void whatIsUnderWayMayBeRepeated()
    {
        HeldMerchant merchant;
        const auto order = merchant.pay.provider().createNative(merchant.signs.order());
        merchant.pay.exchange(renewed());
        merchant.network.answer(0, HttpAnswer{500, {}, {}});
        merchant.signs.clock.advance(std::chrono::seconds(1));
        QCOMPARE(merchant.network.calls.size(), 2);
        merchant.network.answer(1, merchant.signs.reply(200, "{\"code_url\":\"weixin://wxpay/bizpayurl?pr=1\"}"));
        QVERIFY(order.isFinished() && order.result());
    }
    void notificationsAreOpenedWithTheNewKey()
    {
        TestMerchant merchant(TestProfile().get());
        const QJsonObject content{{"mchid", "1900000109"}};
        const auto old = merchant.notification("COUPON.USE", content);
        QVERIFY(merchant.finish(merchant.pay.receive(old.headers, old.body)));
        const auto paid = [&merchant] {
            return merchant.notification("TRANSACTION.SUCCESS", {{"mchid", "1900000109"},
                                                                 {"appid", "wxd678efh567hg6787"},
                                                                 {"out_trade_no", "T20260101080000_000001"},
                                                                 {"transaction_id", "4200001"},
                                                                 {"trade_type", "NATIVE"},
                                                                 {"trade_state", "SUCCESS"},
                                                                 {"trade_state_desc", "ok"},
                                                                 {"bank_type", "OTHERS"},
                                                                 {"success_time", "2026-01-01T08:00:20+08:00"},
                                                                 {"payer", QJsonObject{{"openid", "o1"}}},
                                                                 {"amount", QJsonObject{{"total", 1990},
                                                                                        {"payer_total", 1990},
                                                                                        {"currency", "CNY"},
                                                                                        {"payer_currency", "CNY"}}}});
        };
        const auto sealedBefore = paid();
        QVERIFY(merchant.finish(merchant.pay.receive(sealedBefore.headers, sealedBefore.body)));
        merchant.pay.exchange(renewed());
        QVERIFY(!merchant.finish(merchant.pay.receive(sealedBefore.headers, sealedBefore.body)));
        const auto sealedAfter = paid(); // by the profile of now
        QVERIFY(merchant.finish(merchant.pay.receive(sealedAfter.headers, sealedAfter.body)));
    }
    void anotherShopIsNotTaken_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QString>("value");
        QTest::newRow("mchid") << "mchid"
                               << "1900000110";
        QTest::newRow("appid") << "appid"
                               << "wxd678efh567hg6788";
        QTest::newRow("api_base") << "api_base"
                                  << "https://api.mch.weixin.qq.com";
    }
    void anotherShopIsNotTaken()
    {
        QFETCH(QString, member);
        QFETCH(QString, value);
        TestMerchant merchant(TestProfile().get());
        TestProfile other;
        other.json[member] = value;
        const auto accepted = merchant.pay.accepts(other.get());
        QVERIFY(!accepted);
        QCOMPARE(accepted.error().code, ErrorCode::Configuration);
        QVERIFY2(accepted.error().message.startsWith(member), qPrintable(accepted.error().message));
        QVERIFY(!accepted.error().message.contains(value));
    }
    void oldOnesAreLetGo()
    {
        TestMerchant merchant(TestProfile().get());
        for (size_t i = 0; i < WeChatPay::mostOldProfiles; ++i) {
            QVERIFY(merchant.pay.accepts(renewed()));
            merchant.pay.exchange(renewed());
        }
        QVERIFY(!merchant.pay.accepts(renewed()));
        merchant.clock.advance(WeChatPay::oldProfileStays);
        QVERIFY(merchant.pay.accepts(renewed()));
    }
};

QTEST_GUILESS_MAIN(ProfileExchangeTest)
#include "tst_profile_exchange.moc"
