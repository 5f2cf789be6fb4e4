// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TillRig.h"

using namespace std::chrono_literals;

class FlowTypedAheadTest : public QObject
{
    Q_OBJECT
private slots:
    void digitsTypedWhileWaitingAreTheNextSale()
    {
        TillRig till;
        till.bringUpCode("36.5");
        till.type("12.5");
        QCOMPARE(till.view().next.text, QString("12.5"));
        QCOMPARE(till.view().amount.fen(), 3650);
        till.pay();
        QCOMPARE(till.state(), PayState::Waiting);
        till.desk->push(till.order(TradeState::Success, 3));
        QCOMPARE(till.state(), PayState::Paid);
        QCOMPARE(till.view().next.text, QString("12.5"));
        till.pass(1499ms);
        till.pay();
        QCOMPARE(till.state(), PayState::Paid); // Enter cannot send them yet
        QCOMPARE(till.desk->count("place"), 1);
        till.pass(1ms);
        till.pay();
        QCOMPARE(till.state(), PayState::Creating);
        QCOMPARE(till.desk->last("place").amount.fen(), 1250);
        QVERIFY(till.view().next.isEmpty());
        QCOMPARE(till.view().strip.lastSale->amount.fen(), 3650);
    }
    void digitsNeverClearPaid()
    {
        TillRig till;
        till.bringUpCode();
        till.desk->push(till.order(TradeState::Success, 3));
        till.type("8");
        till.pass(2s);
        till.type(".8"); // begun before 1.5 s: it goes on where it stands
        QCOMPARE(till.state(), PayState::Paid);
        QCOMPARE(till.view().next.text, QString("8.8"));
        till.pass(3s);
        QCOMPARE(till.state(), PayState::Ready);
        QCOMPARE(till.view().entry.text, QString("8.8"));
    }
    void theNextSaleEndsPaidAfterItsTime()
    {
        TillRig till;
        till.bringUpCode();
        till.desk->push(till.order(TradeState::Success, 3));
        till.pass(1500ms);
        till.type("9");
        QCOMPARE(till.state(), PayState::Ready);
        QCOMPARE(till.view().entry.text, QString("9"));
    }
    void aTapLeavesPaidWithoutPaying()
    {
        TillRig till;
        till.bringUpCode();
        till.type("7");
        till.desk->push(till.order(TradeState::Success, 3));
        till.pass(1500ms);
        till.wish(Wish::Kind::NextSale);
        QCOMPARE(till.state(), PayState::Ready);
        QCOMPARE(till.view().entry.text, QString("7"));
        QCOMPARE(till.desk->count("place"), 1);
    }
    void whatIsTypedAheadOutlivesACancel()
    {
        TillRig till;
        till.bringUpCode("36.5");
        till.type("12");
        till.cancelTwice();
        till.desk->answer("close", till.order(TradeState::Closed, 3));
        till.pass(2s);
        QCOMPARE(till.state(), PayState::Ready);
        QCOMPARE(till.view().entry.text, QString("12"));
    }
    void theAheadEntryHasTheSameKeys()
    {
        TillRig till;
        till.bringUpCode();
        till.type("12");
        till.wish(Wish::Kind::Backspace);
        QCOMPARE(till.view().next.text, QString("1"));
        till.wish(Wish::Kind::Clear);
        QVERIFY(till.view().next.isEmpty());
        QCOMPARE(till.state(), PayState::Waiting);
    }
    void paidStaysAsLongAsTheShopSays()
    {
        TillRig till({.paidSeconds = 60}); // 10 at most
        till.bringUpCode();
        till.desk->push(till.order(TradeState::Success, 3));
        till.pass(9999ms);
        QCOMPARE(till.state(), PayState::Paid);
        till.pass(1ms);
        QCOMPARE(till.state(), PayState::Ready);
    }
};

QTEST_GUILESS_MAIN(FlowTypedAheadTest)
#include "tst_flow_typed_ahead.moc"
