// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TillRig.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace std::chrono_literals;

/// What goes with an order, and that asking again says the very same.
class FlowBillTest : public QObject
{
    Q_OBJECT

    static QList<ShelfGoods> shop() { return {{"A1", "6901234567892", "拿铁", *Money::fromFen(2200), "咖啡"}}; }
    static void ring(TillRig &till)
    {
        till.wish(Wish::Kind::Scanned, "6901234567892");
        till.type("3×8.5+0.07");
        till.wish(Wish::Kind::Discounts);
        till.flow->wish({.kind = Wish::Kind::Rate, .count = 88});
        till.flow->wish({.kind = Wish::Kind::Round, .count = 100});
        till.wish(Wish::Kind::Discounts);
    }

private slots:
    void aPlainAmountGoesWithoutOne()
    {
        TillRig till;
        till.bringUpCode("12.5");
        QCOMPARE(till.desk->last("place").terms.toJson(), QJsonObject());
    }
    void theBillAddsUpToTheAmount()
    {
        TillRig till({}, shop());
        ring(till);
        QCOMPARE(till.view().selling.saved.fen(), 657); // 47.57 at 8.8 折 is 41.86, and whole yuan of it
        till.pay();
        const auto &call = till.desk->last("place");
        QCOMPARE(call.amount.fen(), 4100);
        const auto bill = SaleBill::fromJson(call.terms.bill);
        QVERIFY(bill);
        QCOMPARE(bill->total(), call.amount);
        QCOMPARE(bill->lines.size(), 3);
        QCOMPARE(bill->lines[1].name, QString("商品"));
        QCOMPARE(bill->lines[1].quantity, 3);
        QVERIFY(!call.terms.pickup);
    }
    void aShopThatCallsNumbersOutAsksForOne()
    {
        TillRig till({.selling = {.pickup = true}});
        till.bringUpCode("12.5");
        QCOMPARE(till.desk->last("place").terms.toJson(), QJsonObject({{"pickup", true}}));
        till.wish(Wish::Kind::NewCode);
        till.desk->answer("close", till.order(TradeState::Closed, 3));
        QCOMPARE(till.desk->count("place"), 2);
        QVERIFY(till.desk->last("place").terms.pickup);
    }
    void anotherCodeOfTheSaleIsForTheSameBill()
    {
        TillRig till({}, shop());
        ring(till);
        till.pay();
        const QJsonObject first = till.desk->last("place").terms.toJson();
        till.desk->answer("place", till.order());
        till.wish(Wish::Kind::NewCode);
        till.desk->answer("close", till.order(TradeState::Closed, 3));
        QCOMPARE(till.desk->last("place").terms.toJson(), first);
    }
    void afterARestartTheVerySameIsAsked()
    {
        TillRig till({.selling = {.pickup = true}}, shop());
        ring(till);
        till.pay();
        const auto first = till.desk->last("place");
        till.powerCut();
        QCOMPARE(till.view().selling.lines.size(), 5); // and the cashier sees them
        Order open = till.order(first.number, first.amount, TradeState::NotPay, 1);
        open.codeUrl.clear();
        till.desk->answer("order", open);
        const auto &again = till.desk->last("place");
        QCOMPARE(again.number, first.number);
        QCOMPARE(again.amount, first.amount);
        QCOMPARE(QJsonDocument(again.terms.toJson()).toJson(), QJsonDocument(first.terms.toJson()).toJson());
        QCOMPARE(again.terms.bill["lines"].toArray().size(), 3);
    }
    void whatWasNeverAskedComesBackLineByLine()
    {
        TillRig till({}, shop());
        ring(till);
        till.pay();
        till.powerCut();
        till.desk->answer("order", Error{ErrorCode::NotFound, "ORDER_NOT_EXIST"});
        QCOMPARE(till.state(), PayState::Ready);
        QCOMPARE(till.view().entry.total.fen(), 4100);
        till.wish(Wish::Kind::LineMore, "gA1");
        QCOMPARE(till.view().selling.lines[0].quantity, QString("2"));
    }
    void whatTheCashierDidNotMeanIsRefused()
    {
        TillRig till({}, shop());
        till.wish(Wish::Kind::Discounts);
        QCOMPARE(till.refusals, 1); // nothing to take off from
        till.type("36");
        till.wish(Wish::Kind::Discounts);
        QCOMPARE(till.view().selling.sheet, SellingView::Sheet::Discounts);
        till.type("8.8×");
        QCOMPARE(till.view().entry.total.fen(), 3168);
        till.type("2");
        QCOMPARE(till.view().selling.typed, QString("2"));
        till.pay(); // −¥2, and no payment
        QCOMPARE(till.state(), PayState::Ready);
        QCOMPARE(till.view().entry.total.fen(), 2968);
        till.type("40");
        till.pay();
        QCOMPARE(till.notice(), Notice::Kind::DiscountUseless);
        till.type("85×"); // 85 折 is 8.5 折
        QCOMPARE(till.view().selling.lines[1].rate, 85);
        till.flow->wish({.kind = Wish::Kind::Rate, .count = 85}); // once more takes it away
        QCOMPARE(till.view().entry.total.fen(), 3400);
        till.wish(Wish::Kind::NoDiscount);
        QCOMPARE(till.view().entry.total.fen(), 3600);
        till.wish(Wish::Kind::Cancel);
        QCOMPARE(till.view().selling.sheet, SellingView::Sheet::None);
        till.pay();
        QCOMPARE(till.state(), PayState::Creating);
    }
};

QTEST_GUILESS_MAIN(FlowBillTest)
#include "tst_flow_bill.moc"
