// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/selling/Basket.h"

#include <QTest>

using Refusal = AmountEntry::Refusal;

/// 8.8 折, −¥2 and 抹零: what each takes off, in which order, and where it stops.
class BasketDiscountsTest : public QObject
{
    Q_OBJECT

    static Money fen(qint64 amount) { return *Money::fromFen(amount); }

private slots:
    void aRateRoundsHalfAFenDown_data()
    {
        QTest::addColumn<qint64>("gross");
        QTest::addColumn<int>("rate");
        QTest::addColumn<qint64>("total");
        QTest::newRow("whole") << 5000LL << 88 << 4400LL;
        QTest::newRow("below a half") << 1001LL << 88 << 881LL; // 880.88
        QTest::newRow("a half, for the customer") << 1250LL << 85 << 1062LL; // 1062.5
        QTest::newRow("another half") << 50LL << 95 << 47LL; // 47.5
        QTest::newRow("just above a half") << 1017LL << 88 << 895LL; // 894.96
        QTest::newRow("0.51 up") << 51LL << 1 << 1LL;
        QTest::newRow("the last fen stays") << 2LL << 1 << 1LL;
        QTest::newRow("the largest") << 9'999'999LL << 99 << 9'899'999LL; // 9899999.01
    }
    void aRateRoundsHalfAFenDown()
    {
        QFETCH(qint64, gross);
        QFETCH(int, rate);
        Basket basket = Basket::of(fen(gross));
        QCOMPARE(basket.discount(Discount::ofRate(rate)), Refusal::None);
        QTEST(basket.total().fen(), "total");
        QCOMPARE(basket.gross().fen(), gross);
    }
    void eachComesOffOnceAndInOneOrder()
    {
        Basket basket = Basket::of(fen(5067));
        QCOMPARE(basket.discount(Discount::ofRound(fen(100))), Refusal::None);
        QCOMPARE(basket.total().fen(), 5000);
        QCOMPARE(basket.discount(Discount::ofMinus(fen(200))), Refusal::None);
        QCOMPARE(basket.total().fen(), 4800); // 48.67, rounded off last
        QCOMPARE(basket.discount(Discount::ofRate(88)), Refusal::None);
        QCOMPARE(basket.total().fen(), 4200); // 44.59 less 2 is 42.59
        QCOMPARE(basket.discount(Discount::ofRate(80)), Refusal::None); // in place of the other
        QCOMPARE(basket.lines().size(), 1 + 3);
        QCOMPARE(basket.total().fen(), 3800); // 40.54 less 2 is 38.54
        QCOMPARE(basket.discount(Discount::ofRound(fen(10))), Refusal::None);
        QCOMPARE(basket.total().fen(), 3850);
        basket.remove(basket.lines().at(1).id);
        QCOMPARE(basket.total().fen(), 4860);
    }
    void whatTakesNothingOffIsRefused()
    {
        Basket basket;
        QCOMPARE(basket.discount(Discount::ofRate(88)), Refusal::NotHere);
        basket = Basket::of(fen(3600));
        QCOMPARE(basket.discount(Discount::ofRound(fen(100))), Refusal::NotHere);
        QCOMPARE(basket.discount(Discount::ofMinus({})), Refusal::NotHere);
        QCOMPARE(basket.discount(Discount::ofRate(0)), Refusal::NotHere);
        QCOMPARE(basket.discount(Discount::ofRate(100)), Refusal::NotHere);
        QVERIFY(basket.bill("a").discounts.isEmpty());
        Basket small = Basket::of(fen(50));
        QCOMPARE(small.discount(Discount::ofRound(fen(100))), Refusal::NotHere); // it would be for nothing
    }
    void neverBelowOneFen()
    {
        Basket basket = Basket::of(fen(200));
        QCOMPARE(basket.discount(Discount::ofMinus(fen(200))), Refusal::NotHere);
        QCOMPARE(basket.discount(Discount::ofMinus(fen(199))), Refusal::None);
        QCOMPARE(basket.total().fen(), 1);
        QCOMPARE(basket.discount(Discount::ofRate(50)), Refusal::NotHere); // the other would not be whole any more
        Basket goods;
        (void)goods.add({"A", "", "a", fen(500), ""});
        (void)goods.add({"B", "", "b", fen(100), ""});
        QCOMPARE(goods.discount(Discount::ofMinus(fen(400))), Refusal::None);
        goods.remove("gA");
        QCOMPARE(goods.total().fen(), 1);
        QCOMPARE(goods.bill("a").total().fen(), 1);
        (void)goods.add({"A", "", "a", fen(500), ""});
        QCOMPARE(goods.total().fen(), 200);
    }
    void goWithTheLastLine()
    {
        Basket basket;
        (void)basket.add({"A", "", "a", fen(500), ""});
        QCOMPARE(basket.discount(Discount::ofRate(88)), Refusal::None);
        basket.remove("gA");
        (void)basket.add({"A", "", "a", fen(500), ""});
        QCOMPARE(basket.total().fen(), 500);
    }
};

QTEST_GUILESS_MAIN(BasketDiscountsTest)
#include "tst_basket_discounts.moc"
