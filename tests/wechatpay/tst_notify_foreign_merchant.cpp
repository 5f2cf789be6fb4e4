// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/wechatpay/TestMerchant.h"

#include <QTest>

namespace {
QJsonObject payment()
{
    return {{"mchid", "1900000109"},
            {"appid", "wxd678efh567hg6787"},
            {"out_trade_no", "T20260101080000_000001"},
            {"transaction_id", "4200002026010100000000000001"},
            {"trade_state", "SUCCESS"},
            {"success_time", "2026-01-01T08:00:20+08:00"},
            {"payer", QJsonObject{{"openid", "o1"}}},
            {"amount", QJsonObject{{"total", 1990}, {"payer_total", 1790}, {"currency", "CNY"}}}};
}

QJsonObject partnerPayment()
{
    QJsonObject json = payment();
    json.remove("mchid");
    json.remove("appid");
    json["sp_mchid"] = "1800000001";
    json["sp_appid"] = "wxsp";
    json["sub_mchid"] = "1900000109";
    json["payer"] = QJsonObject{{"sp_openid", "osp"}, {"sub_openid", "osub"}};
    return json;
}
} // namespace

/// A payment that verifies but is another merchant's, another app's or not in yuan is marked, never believed.
class NotifyForeignMerchantTest : public QObject
{
    Q_OBJECT
private slots:
    void foreignIsWhatIsNotOurs_data()
    {
        QTest::addColumn<QJsonObject>("content");
        QTest::addColumn<bool>("foreign");
        const auto with = [](const QString &member, const QJsonValue &value) {
            QJsonObject json = payment();
            json[member] = value;
            return json;
        };
        QTest::newRow("ours") << payment() << false;
        QTest::newRow("other mchid") << with("mchid", "1900000110") << true;
        QTest::newRow("no mchid") << with("mchid", QJsonValue()) << true;
        QTest::newRow("mchid as number") << with("mchid", 1900000109) << true;
        QTest::newRow("other appid") << with("appid", "wx1") << true;
        QTest::newRow("dollars") << with("amount", QJsonObject{{"total", 1990}, {"currency", "USD"}}) << true;
        QTest::newRow("no currency") << with("amount", QJsonObject{{"total", 1990}}) << true;
        QTest::newRow("a partner's") << partnerPayment() << true;
        QTest::newRow("a partner's with our mchid") << with("sp_mchid", "1800000001") << true;
    }
    void foreignIsWhatIsNotOurs()
    {
        QFETCH(QJsonObject, content);
        TestMerchant merchant(TestProfile().get());
        const auto posted = merchant.notification("TRANSACTION.SUCCESS", content);
        const auto result = merchant.finish(merchant.pay.receive(posted.headers, posted.body));
        QVERIFY(result);
        const auto *event = std::get_if<PaymentEvent>(&result->content);
        QVERIFY(event);
        QTEST(event->foreign, "foreign");
        QCOMPARE(event->total.fen(), 1990);
    }
    void aServiceProvidersOwnIsOurs()
    {
        TestProfile profile;
        profile.json["sp_mchid"] = "1800000001";
        profile.json["sp_appid"] = "wxsp";
        profile.json["sub_mchid"] = "1900000109";
        TestMerchant merchant(profile.get());
        for (const char *subMchid : {"1900000109", "1900000110"}) {
            QJsonObject content = partnerPayment();
            content["sub_mchid"] = subMchid;
            const auto posted = merchant.notification("TRANSACTION.SUCCESS", content);
            const auto result = merchant.finish(merchant.pay.receive(posted.headers, posted.body));
            const auto *event = std::get_if<PaymentEvent>(&result->content);
            QCOMPARE(event->foreign, QByteArray(subMchid) != "1900000109");
            QCOMPARE(event->payerOpenid, QStringLiteral("osub"));
        }
    }
    void anotherMerchantsRefundIsForeign()
    {
        TestMerchant merchant(TestProfile().get());
        const QJsonObject content{{"mchid", "1900000110"},      {"out_trade_no", "T00001"},
                                  {"out_refund_no", "R00001"},  {"refund_id", "503"},
                                  {"refund_status", "SUCCESS"}, {"amount", QJsonObject{{"total", 10}, {"refund", 10}}}};
        const auto posted = merchant.notification("REFUND.SUCCESS", content);
        const auto result = merchant.finish(merchant.pay.receive(posted.headers, posted.body));
        QVERIFY(std::get_if<RefundEvent>(&result->content)->foreign);
    }
};

QTEST_GUILESS_MAIN(NotifyForeignMerchantTest)
#include "tst_notify_foreign_merchant.moc"
