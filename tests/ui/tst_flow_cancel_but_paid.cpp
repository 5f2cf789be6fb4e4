// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TillRig.h"

using namespace std::chrono_literals;

class FlowCancelButPaidTest : public QObject
{
    Q_OBJECT
private slots:
    void whoPaidCannotBeCancelled()
    {
        TillRig till;
        till.bringUpCode("36.5");
        till.cancelTwice();
        till.desk->answer("close", till.order(TradeState::Success, 3));
        QCOMPARE(till.state(), PayState::Paid);
        QCOMPARE(till.notice(), Notice::Kind::PaidNotCancelled);
        QCOMPARE(till.view().notice.amount.fen(), 3650);
        QCOMPARE(till.announced.size(), 1);
        till.pass(60s);
        QCOMPARE(till.desk->count("close"), 1); // the ladder is over
        QCOMPARE(till.announced.size(), 1);
    }
    void thePushMayComeBeforeTheAnswer()
    {
        TillRig till;
        till.bringUpCode();
        till.cancelTwice();
        till.desk->push(till.order(TradeState::Success, 3));
        QCOMPARE(till.state(), PayState::Paid);
        till.desk->answer("close", till.order(TradeState::Success, 3));
        QCOMPARE(till.state(), PayState::Paid);
        QCOMPARE(till.announced.size(), 1);
    }
    void anErrorThatSaysPaidIsLookedUp()
    {
        TillRig till;
        till.bringUpCode();
        till.cancelTwice();
        till.desk->answer("close", Error{ErrorCode::OrderPaid, "ORDER_PAID"});
        till.desk->answer("order", till.order(TradeState::Success, 3));
        QCOMPARE(till.state(), PayState::Paid);
    }
};

QTEST_GUILESS_MAIN(FlowCancelButPaidTest)
#include "tst_flow_cancel_but_paid.moc"
