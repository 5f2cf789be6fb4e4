// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/Json.h"

#include <QTest>

class OrderJsonTest : public QObject
{
    Q_OBJECT
private slots:
    void comesBackAsItWent()
    {
        const auto at = [](qint64 ms) { return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC); };
        const Order order{.shopId = {},
                          .outTradeNo = *OutTradeNo::parse("T00001"),
                          .sale = "S1",
                          .pickupNo = "087",
                          .tender = Tender::WeChatPay,
                          .description = QStringLiteral("拿铁"),
                          .total = *Money::fromFen(1990),
                          .payerTotal = *Money::fromFen(1790),
                          .state = TradeState::Success,
                          .closing = false,
                          .codeUrl = "weixin://x",
                          .transactionId = "42",
                          .payerOpenid = "o",
                          .terminal = "t1",
                          .operatorId = "lin",
                          .confirmedBy = Witness::Query,
                          .createdAt = at(1'767'225'600'123),
                          .expiresAt = at(1'767'225'900'123),
                          .successTime = at(1'767'225'622'000),
                          .refunded = *Money::fromFen(0),
                          .training = true,
                          .seq = 3};
        const auto json = Json::fromOrder(order);
        QCOMPARE(json["amount"].toObject()["discount"].toInteger(), 200);
        QCOMPARE(json["created_at"].toString(), QStringLiteral("2026-01-01T08:00:00.123+08:00"));
        const auto back = Json::toOrder(json);
        QVERIFY(back);
        QCOMPARE(Json::fromOrder(*back), json);
        QCOMPARE(back->createdAt, order.createdAt);
        QCOMPARE(back->confirmedBy, Witness::Query);
    }
    void refusesWhatItCannotTrust_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("no number") << "out_trade_no" << QJsonValue();
        QTest::newRow("odd state") << "trade_state" << QJsonValue("PAID");
        QTest::newRow("no amount") << "amount" << QJsonValue();
        QTest::newRow("fractional") << "amount" << QJsonValue(QJsonObject{{"total", 1.5}, {"currency", "CNY"}});
        QTest::newRow("dollars") << "amount" << QJsonValue(QJsonObject{{"total", 1}, {"currency", "USD"}});
        QTest::newRow("odd tender") << "tender" << QJsonValue("shells");
    }
    void refusesWhatItCannotTrust()
    {
        QFETCH(QString, member);
        QFETCH(QJsonValue, value);
        auto json =
            Json::fromOrder({.shopId = {}, .outTradeNo = *OutTradeNo::parse("T00001"), .total = *Money::fromFen(1)});
        QVERIFY(Json::toOrder(json));
        json[member] = value;
        QVERIFY(!Json::toOrder(json));
    }
};

QTEST_GUILESS_MAIN(OrderJsonTest)
#include "tst_order_json.moc"
