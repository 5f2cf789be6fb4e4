// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TillRig.h"

using namespace std::chrono_literals;

/// 挂单 and 取单 at the till: never lost, never twice.
class FlowHeldTest : public QObject
{
    Q_OBJECT

    static QList<ShelfGoods> shop() { return {{"A1", "6901234567892", "拿铁", *Money::fromFen(2200), "咖啡"}}; }
    static void hold(TillRig &till, const QString &amount)
    {
        till.type(amount);
        till.wish(Wish::Kind::Hold);
    }

private slots:
    void aBillIsPutAsideAndTakenBack()
    {
        TillRig till({}, shop());
        till.wish(Wish::Kind::Scanned, "6901234567892");
        hold(till, "6");
        QVERIFY(till.view().entry.isEmpty() && till.view().selling.lines.isEmpty());
        QCOMPARE(till.notice(), Notice::Kind::BillHeld);
        QCOMPARE(till.view().selling.held.size(), 1);
        QCOMPARE(till.view().selling.held[0].total.fen(), 2800);
        QCOMPARE(till.view().selling.held[0].first, QString("拿铁"));
        QCOMPARE(till.view().selling.held[0].pieces, 2);
        till.wish(Wish::Kind::HeldList);
        QCOMPARE(till.view().selling.sheet, SellingView::Sheet::Held);
        till.pay();
        QCOMPARE(till.state(), PayState::Ready);
        QCOMPARE(till.view().entry.total.fen(), 2800);
        QVERIFY(till.view().selling.held.isEmpty());
        QCOMPARE(till.view().selling.sheet, SellingView::Sheet::None);
    }
    void nothingIsNoBill()
    {
        TillRig till;
        till.wish(Wish::Kind::Hold);
        till.wish(Wish::Kind::HeldList);
        till.type("3×");
        till.wish(Wish::Kind::Hold);
        QCOMPARE(till.refusals, 3);
        QVERIFY(till.view().selling.held.isEmpty());
    }
    void whatIsOnTheCounterIsPutAsideFirst()
    {
        TillRig till;
        hold(till, "11");
        hold(till, "22");
        till.type("33");
        till.wish(Wish::Kind::HeldList);
        till.wish(Wish::Kind::RowDown); // the older one
        till.pay();
        QCOMPARE(till.view().entry.total.fen(), 1100);
        QCOMPARE(till.view().selling.held.size(), 2);
        QCOMPARE(till.view().selling.held[0].total.fen(), 3300);
    }
    void twentyAreTheMost()
    {
        TillRig till;
        for (int bill = 0; bill < 20; ++bill)
            hold(till, "1");
        hold(till, "5");
        QCOMPARE(till.notice(), Notice::Kind::HeldFull);
        QCOMPARE(till.view().entry.total.fen(), 500);
        till.wish(Wish::Kind::HeldList);
        till.pay(); // there is no room for what is on the counter
        QCOMPARE(till.view().entry.total.fen(), 500);
        QCOMPARE(till.view().selling.held.size(), 20);
    }
    void allAreThereAfterAPowerCut()
    {
        TillRig till({}, shop());
        hold(till, "11");
        hold(till, "22");
        till.wish(Wish::Kind::HeldList);
        till.pay();
        QCOMPARE(till.view().entry.total.fen(), 2200);
        till.powerCut();
        QCOMPARE(till.view().selling.held.size(), 2); // the one on the screen went with the power
        QVERIFY(till.view().entry.isEmpty());
    }
    void whatIsBeingPaidIsNotAsideToo()
    {
        TillRig till;
        hold(till, "11");
        till.wish(Wish::Kind::HeldList);
        till.pay();
        till.pay();
        QCOMPARE(till.state(), PayState::Creating);
        till.powerCut();
        QVERIFY(till.held->list().isEmpty());
        QCOMPARE(till.view().amount.fen(), 1100);
    }
    void norWhenThePowerGoesBetweenTheTwoFiles()
    {
        TillRig till;
        hold(till, "11");
        const QString id = till.held->list()[0].id;
        QVERIFY(till.held->take(id));
        const auto number = OutTradeNo::parse("NUMBER1");
        QVERIFY(till.journal->attempt(
            {*number, "NUMBER1", *Money::fromFen(1100), till.clock.now(), false, {}, id})); // and no more than that
        QVERIFY(HeldBills::open(till.heldPath(), "x").value()->list().size() == 1); // its file alone would say so
        till.powerCut();
        QVERIFY(till.held->list().isEmpty());
    }
    void aBillThatIsEmptiedIsGone()
    {
        TillRig till;
        hold(till, "11");
        till.wish(Wish::Kind::HeldList);
        till.pay();
        till.wish(Wish::Kind::Clear);
        till.wish(Wish::Kind::Clear);
        QVERIFY(till.view().entry.isEmpty());
        till.powerCut();
        QVERIFY(till.view().selling.held.isEmpty());
    }
    void putAsideAgainItIsThereOnce()
    {
        TillRig till;
        hold(till, "11");
        till.wish(Wish::Kind::HeldList);
        till.pay();
        hold(till, "+4");
        till.powerCut();
        QCOMPARE(till.view().selling.held.size(), 1);
        QCOMPARE(till.view().selling.held[0].total.fen(), 1500);
    }
};

QTEST_GUILESS_MAIN(FlowHeldTest)
#include "tst_flow_held.moc"
