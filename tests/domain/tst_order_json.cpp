// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/Json.h"
#include "tests/support/Sales.h"

#include <QJsonArray>
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
    void asTextItIsTheSame()
    {
        Order odd = Orders::fresh();
        odd.description = QStringLiteral("\"拿铁\" \\ 🍵\n\t\u0001\u007f/");
        odd.openCase = CaseKind::Late;
        odd.caseAmount = *Money::fromFen(7);
        for (const Order &order : {odd, Orders::fresh(), Orders::cash()}) {
            const auto text = Json::textOfOrder(order).text();
            const auto read = Json::parseObject(text);
            QVERIFY2(read, text.constData());
            QCOMPARE(*read, Json::fromOrder(order));
            QVERIFY(!text.contains('\n') && !text.contains('\t') && !text.contains('\1'));
        }
        QCOMPARE(JsonText().text(), QByteArray("{}"));
    }
    void aSaleSaysHowItWasPaid()
    {
        const auto open = Json::fromOrder(Orders::fresh());
        QVERIFY(open["cash"].isNull() && open["tender_name"].isNull());
        const auto cash = Json::fromOrder(Orders::cash());
        QCOMPARE(cash["tender"].toString(), QStringLiteral("cash"));
        QCOMPARE(cash["cash"].toObject(), (QJsonObject{{"received", 2000}, {"change", 10}}));
        QCOMPARE(cash["amount"].toObject()["discount"].toInteger(), 0);
        const auto back = Json::toOrder(cash);
        QCOMPARE(back->cashReceived->fen(), 2000);
        QCOMPARE(back->change().fen(), 10);
        auto other = Orders::fresh();
        other.tender = Tender::Other;
        other.tenderName = QStringLiteral("支付宝");
        QCOMPARE(Json::toOrder(Json::fromOrder(other))->tenderName, other.tenderName);
    }
    void onlyTheWholeOrderHasItsBill()
    {
        auto order = Orders::fresh();
        QVERIFY(Json::fromWholeOrder(order)["bill"].isNull());
        order.bill = Orders::bill();
        QVERIFY(!Json::fromOrder(order).contains("bill"));
        QCOMPARE(Json::toOrder(Json::fromWholeOrder(order))->bill, order.bill);
        QVERIFY(!Json::toOrder(Json::fromOrder(order))->bill);
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
        QTest::newRow("cash without money") << "cash" << QJsonValue(QJsonObject{{"change", 1}});
        QTest::newRow("too little cash") << "cash" << QJsonValue(QJsonObject{{"received", 0}});
        const QJsonObject line{{"name", "tea"}, {"price", 2}, {"quantity", 1}};
        QTest::newRow("another bill") << "bill" << QJsonValue(QJsonObject{{"lines", QJsonArray{line}}});
        QTest::newRow("no bill at all") << "bill" << QJsonValue(QJsonObject{{"lines", "tea"}});
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
