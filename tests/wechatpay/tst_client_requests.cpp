// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/Json.h"
#include "tests/wechatpay/TestMerchant.h"

#include <QTest>

/// What we ask the provider, member for member and header for header (reference 1.1, 2.1, 2.4, 2.5).
class ClientRequestsTest : public QObject
{
    Q_OBJECT
private slots:
    void createSaysWhatItMustAndNothingElse()
    {
        TestMerchant merchant(TestProfile().get());
        Order order = merchant.order();
        order.expiresAt = QDateTime::fromMSecsSinceEpoch(1'767'225'900'987, Qt::UTC);
        merchant.finish(merchant.pay.provider().createNative(order)).has_value();
        const HttpCall call = merchant.transport.calls.constFirst();
        QCOMPARE(call.method, QByteArray("POST"));
        QCOMPARE(call.url.toEncoded(), QByteArray("https://gateway.example.test/v3/pay/transactions/native"));
        QCOMPARE(call.body,
                 QByteArray(R"({"amount":{"currency":"CNY","total":1990},"appid":"wxd678efh567hg6787",)"
                            R"("description":"测试商品","mchid":"1900000109",)"
                            R"("notify_url":"https://pay.example.test/wechat/notify",)"
                            R"("out_trade_no":"T20260101080000_000001","time_expire":"2026-01-01T08:05:00+08:00"})"));
        QCOMPARE(call.headers.value("Accept"), QByteArray("application/json"));
        QCOMPARE(call.headers.value("Content-Type"), QByteArray("application/json"));
        QCOMPARE(call.headers.value("User-Agent"), QByteArray("ScanTill/" SCANTILL_VERSION));
        QCOMPARE(call.headers.value("Wechatpay-Serial"), QByteArray("PUB_KEY_ID_01190000010920260101000000000001"));
        QVERIFY(call.headers.value("Authorization").startsWith("WECHATPAY2-SHA256-RSA2048 mchid=\"1900000109\","));
    }
    void theDescriptionIsWhatTheGatewayTakes()
    {
        TestMerchant merchant(TestProfile().get());
        Order order = merchant.order();
        order.description = QStringLiteral("茶\n🍵") + QString(200, u'杯');
        merchant.finish(merchant.pay.provider().createNative(order)).has_value();
        const auto body = Json::parseObject(merchant.transport.calls.constFirst().body);
        QCOMPARE((*body)["description"].toString(), QStringLiteral("茶") + QString(126, u'杯'));
    }
    void oddNumbersAreEncodedAndSignedAsSent_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QByteArray>("encoded");
        QTest::newRow("plain") << "T20260101080000_000001" << QByteArray("T20260101080000_000001");
        QTest::newRow("all kinds") << "aZ-_|*09" << QByteArray("aZ-_%7C%2A09");
    }
    void oddNumbersAreEncodedAndSignedAsSent()
    {
        QFETCH(QString, number);
        QFETCH(QByteArray, encoded);
        TestMerchant merchant(TestProfile().get());
        const auto parsed = OutTradeNo::parse(number);
        const QByteArray path = "/v3/pay/transactions/out-trade-no/" + encoded;
        merchant.finish(merchant.pay.provider().query(*parsed)).has_value();
        merchant.finish(merchant.pay.provider().close(*parsed)).has_value();
        for (const HttpCall &call : std::as_const(merchant.transport.calls)) {
            const bool get = call.method == "GET";
            const QByteArray target = path + (get ? "?mchid=1900000109" : "/close");
            QCOMPARE(call.url.toEncoded(), "https://gateway.example.test" + target);
            QCOMPARE(call.body, get ? QByteArray() : QByteArray(R"({"mchid":"1900000109"})"));
            QCOMPARE(call.headers.has("Content-Type"), !get);
            const QByteArray sent = call.headers.value("Authorization");
            const auto part = [&sent](const QByteArray &name) {
                const qsizetype begin = sent.indexOf(name + "=\"") + name.size() + 2;
                return sent.mid(begin, sent.indexOf('"', begin) - begin);
            };
            const QByteArray text = RequestSigner::stringToSign(call.method, target, call.body,
                                                                part("timestamp").toLongLong(), part("nonce_str"));
            QVERIFY(testKey("merchant").publicKey().verifiesBase64(text, part("signature")));
        }
    }
    void queryByTransactionIdAsksForIt()
    {
        TestMerchant merchant(TestProfile().get());
        merchant.transport.otherwise = [&](const HttpCall &) {
            return merchant.reply(200, R"({"mchid":"1900000109","appid":"wxd678efh567hg6787","out_trade_no":"T00001",
                "transaction_id":"4200002026010100000000000001","trade_state":"SUCCESS",
                "amount":{"total":5,"currency":"CNY"}})");
        };
        const auto event =
            merchant.finish(merchant.pay.provider().queryByTransactionId("4200002026010100000000000001"));
        QCOMPARE(event->outTradeNo, QStringLiteral("T00001"));
        QCOMPARE(merchant.transport.calls[0].url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority),
                 QByteArray("/v3/pay/transactions/id/4200002026010100000000000001?mchid=1900000109"));
    }
    void certificatesAreAnnouncedWhereThereIsNoPublicKey()
    {
        TestMerchant merchant(TestProfile().withoutPublicKey().get());
        merchant.finish(merchant.pay.provider().query(merchant.order().outTradeNo)).has_value();
        QCOMPARE(merchant.transport.calls[0].headers.value("Wechatpay-Serial"),
                 QByteArray("5E57000000000000000000000000000000000002"));
    }
};

QTEST_GUILESS_MAIN(ClientRequestsTest)
#include "tst_client_requests.moc"
