// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/selling/Basket.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using Refusal = AmountEntry::Refusal;

/// Goods and typed amounts on one bill.
class BasketTest : public QObject
{
    Q_OBJECT

    static ShelfGoods latte() { return {"A1", "6901234567892", "拿铁 大杯", *Money::fromFen(2200), "咖啡"}; }
    static ShelfGoods croissant() { return {"B2", "", "可颂", *Money::fromFen(825), "面包"}; }
    static void press(Basket &basket, const QString &keys)
    {
        for (const QChar key : keys)
            (void)basket.type(key == u'*' ? QStringLiteral("×") : QString(key));
    }
    static QStringList said(const Basket &basket)
    {
        QStringList all;
        for (const auto &line : basket.lines())
            all.append(
                QStringLiteral("%1 %2×%3 %4")
                    .arg(line.name, line.quantity, line.price, line.amount ? line.amount->yuan() : QString("-")));
        return all;
    }

private slots:
    void theSameGoodsRaiseTheQuantity()
    {
        Basket basket;
        QVERIFY(basket.isEmpty());
        QCOMPARE(basket.add(latte()), Refusal::None);
        QCOMPARE(basket.add(croissant()), Refusal::None);
        QCOMPARE(basket.add(latte()), Refusal::None);
        QCOMPARE(said(basket), QStringList({"拿铁 大杯 2×22.00 44.00", "可颂 1×8.25 8.25"}));
        QCOMPARE(basket.total().fen(), 5225);
        QVERIFY(!basket.isEmpty() && basket.isComplete() && !basket.isPlain());
    }
    void aScanClosesTheAmountBeforeIt()
    {
        Basket basket;
        press(basket, "12.5");
        QCOMPARE(basket.add(latte()), Refusal::None);
        press(basket, "6");
        QCOMPARE(basket.total().fen(), 2200 + 1250 + 600);
        QCOMPARE(basket.view().text, QString("6"));
        QCOMPARE(basket.view().shown(), QString("40.50"));
    }
    void aQuantityBeforeAScanIsOfTheGoods()
    {
        Basket basket;
        press(basket, "3*");
        QVERIFY(!basket.isComplete());
        QCOMPARE(basket.add(latte()), Refusal::None);
        QCOMPARE(said(basket), QStringList({"拿铁 大杯 3×22.00 66.00"}));
        QVERIFY(basket.isComplete());
        press(basket, "8.5*"); // a price wants its own quantity first
        QCOMPARE(basket.add(latte()), Refusal::NotHere);
        QCOMPARE(basket.total().fen(), 6600 + 0);
    }
    void linesHaveMoreLessAndNone()
    {
        Basket basket;
        (void)basket.add(latte());
        press(basket, "6+3*8.5+2");
        QCOMPARE(said(basket), QStringList({"拿铁 大杯 1×22.00 22.00", " 1×6 6.00", " 3×8.5 25.50", " 1×2 2.00"}));
        QCOMPARE(basket.changeQuantity("gA1", 1), Refusal::None);
        QCOMPARE(basket.changeQuantity("t1", -1), Refusal::None);
        QCOMPARE(basket.changeQuantity("t0", 1), Refusal::None);
        QCOMPARE(said(basket), QStringList({"拿铁 大杯 2×22.00 44.00", " 2×6 12.00", " 2×8.5 17.00", " 1×2 2.00"}));
        press(basket, "5"); // the line that was being typed is done with
        QCOMPARE(basket.total().fen(), 4400 + 1200 + 1700 + 200 + 500);
        QCOMPARE(basket.changeQuantity("t3", -1), Refusal::NotHere); // one is the least
        QCOMPARE(basket.changeQuantity("gA1", -2), Refusal::NotHere);
        basket.remove("t3");
        basket.remove("t1");
        basket.remove("gA1");
        QCOMPARE(said(basket), QStringList({" 2×6 12.00", " 1×2 2.00"}));
        press(basket, "9");
        QCOMPARE(said(basket), QStringList({" 2×6 12.00", " 1×2 2.00", " 1×9 9.00"}));
        basket.remove("nothing");
        for (int line = 0; line < 3; ++line)
            basket.remove("t0");
        QVERIFY(basket.isEmpty());
    }
    void aBillHasLimits()
    {
        Basket basket;
        ShelfGoods dear = latte();
        dear.price = *Money::fromFen(Basket::maxFen);
        QCOMPARE(basket.add(dear), Refusal::None);
        QCOMPARE(basket.add(dear), Refusal::AmountTooLarge);
        QCOMPARE(basket.changeQuantity("gA1", 1), Refusal::AmountTooLarge);
        QCOMPARE(basket.type("1"), Refusal::AmountTooLarge);
        QCOMPARE(basket.total().fen(), Basket::maxFen);
        Basket many;
        ShelfGoods cheap = latte();
        cheap.price = *Money::fromFen(1);
        for (int goods = 0; goods < Basket::maxGoods; ++goods) {
            cheap.code = QString::number(goods);
            QCOMPARE(many.add(cheap), Refusal::None);
        }
        cheap.code = "one more";
        QCOMPARE(many.add(cheap), Refusal::AmountTooLarge);
        Basket full;
        press(full, "999*");
        QCOMPARE(full.add(cheap), Refusal::None);
        QCOMPARE(full.add(cheap), Refusal::AmountTooLarge);
    }
    void theSecondClearEmptiesTheGoodsToo()
    {
        Basket basket;
        (void)basket.add(latte());
        press(basket, "12");
        QCOMPARE(basket.discount(Discount::ofRate(88)), Refusal::None);
        basket.clear();
        QCOMPARE(said(basket).size(), 2); // the goods and their discount
        basket.clear();
        QVERIFY(basket.isEmpty() && basket.lines().isEmpty());
        (void)basket.add(latte());
        press(basket, "3*");
        basket.clear();
        QCOMPARE(basket.total().fen(), 2200);
    }
    void aScannersEchoIsTakenBack()
    {
        Basket basket;
        (void)basket.add(latte());
        press(basket, "3*");
        press(basket, "690");
        basket.takeBack(3);
        QCOMPARE(basket.add(latte()), Refusal::None);
        QCOMPARE(basket.total().fen(), 8800);
        press(basket, "5");
        (void)basket.changeQuantity("gA1", 1);
        basket.takeBack(2); // the 5, and nothing that was done by other means
        QCOMPARE(basket.total().fen(), 11000);
    }
    void aRestoredBillKeepsItsGoods()
    {
        Basket basket;
        (void)basket.add(latte());
        press(basket, "12");
        Basket again = basket.restored();
        press(again, "5");
        QCOMPARE(again.total().fen(), 2200 + 1200 + 500);
        Basket typed = Basket::of(*Money::fromFen(3650));
        QCOMPARE(typed.discount(Discount::ofMinus(*Money::fromFen(200))), Refusal::None);
        Basket anew = typed.restored();
        press(anew, "12");
        QCOMPARE(anew.total().fen(), 1200); // the discount was of the old bill
        anew.takeBack(2);
        QCOMPARE(anew.total().fen(), 3450);
    }
    void onlyAPlainAmountNeedsNoBill()
    {
        Basket basket;
        press(basket, "12.5");
        QVERIFY(basket.isPlain());
        press(basket, "+");
        QVERIFY(basket.isPlain());
        press(basket, "3");
        QVERIFY(!basket.isPlain());
        Basket two;
        press(two, "2*6");
        QVERIFY(!two.isPlain());
    }
    void theBillAddsUpAndComesBack()
    {
        Basket basket;
        (void)basket.add(latte());
        press(basket, "8.5*3+6+0");
        QCOMPARE(basket.discount(Discount::ofRate(88)), Refusal::None);
        QCOMPARE(basket.discount(Discount::ofMinus(*Money::fromFen(200))), Refusal::None);
        QCOMPARE(basket.discount(Discount::ofRound(*Money::fromFen(100))), Refusal::None);
        const SaleBill bill = basket.bill("商品");
        QCOMPARE(bill.total(), basket.total());
        QCOMPARE(bill.pieces(), 5);
        const QJsonObject json = bill.toJson();
        const QJsonObject first = json["lines"][0].toObject(), second = json["lines"][1].toObject();
        QCOMPARE(first, QJsonObject({{"goods", "A1"}, {"name", "拿铁 大杯"}, {"price", 2200}, {"quantity", 1}}));
        QCOMPARE(second, QJsonObject({{"name", "商品"}, {"price", 850}, {"quantity", 3}}));
        QCOMPARE(json["discounts"][0].toObject(), QJsonObject({{"kind", "rate"}, {"rate", 88}, {"amount", 642}}));
        const auto read = SaleBill::fromJson(json);
        QVERIFY(read);
        QCOMPARE(read->toJson(), json);
        const Basket again = Basket::of(*read);
        QCOMPARE(again.total(), basket.total());
        QCOMPARE(again.bill("商品").toJson(), json); // the very same, or the server would say 409
    }
    void aKeptBasketKnowsToWhichWhole()
    {
        Basket basket;
        press(basket, "12.05");
        QCOMPARE(basket.discount(Discount::ofRound(*Money::fromFen(100))), Refusal::None);
        const auto back = Basket::fromJson(basket.toJson("商品"));
        QVERIFY(back);
        QVERIFY(back->has(Discount::ofRound(*Money::fromFen(100))));
        QCOMPARE(back->total().fen(), 1200);
    }
    void whatIsNoBillIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray("{}");
        QTest::newRow("no price") << QByteArray(R"({"lines":[{"name":"a","quantity":1}]})");
        QTest::newRow("half a fen") << QByteArray(R"({"lines":[{"name":"a","price":0.5,"quantity":1}]})");
        QTest::newRow("no quantity") << QByteArray(R"({"lines":[{"name":"a","price":5,"quantity":0}]})");
        QTest::newRow("quantity") << QByteArray(R"({"lines":[{"name":"a","price":5,"quantity":1000}]})");
        QTest::newRow("no name") << QByteArray(R"({"lines":[{"price":5,"quantity":1}]})");
        QTest::newRow("kind") << QByteArray(
            R"({"lines":[{"name":"a","price":5,"quantity":1}],"discounts":[{"kind":"x","amount":1}]})");
        QTest::newRow("rate") << QByteArray(
            R"({"lines":[{"name":"a","price":5,"quantity":1}],"discounts":[{"kind":"rate","rate":100,"amount":1}]})");
    }
    void whatIsNoBillIsRefused()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!SaleBill::fromJson(QJsonDocument::fromJson(text).object()));
    }
};

QTEST_GUILESS_MAIN(BasketTest)
#include "tst_basket.moc"
