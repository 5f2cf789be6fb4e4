// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TillRig.h"

using namespace std::chrono_literals;

class FlowCancelTest : public QObject
{
    Q_OBJECT
private slots:
    void cancelAsksOnceAndThenTheServer()
    {
        TillRig till;
        till.bringUpCode("36.5");
        till.wish(Wish::Kind::Cancel);
        QCOMPARE(till.state(), PayState::Waiting);
        QCOMPARE(till.notice(), Notice::Kind::AskCancel);
        QCOMPARE(till.desk->count("close"), 0);
        till.wish(Wish::Kind::Cancel);
        QCOMPARE(till.state(), PayState::Cancelling);
        QVERIFY(till.view().codeUrl.isEmpty());
        QCOMPARE(till.desk->count("close"), 1);

        Order closing = till.order();
        closing.closing = true;
        till.desk->answer("close", closing);
        QCOMPARE(till.state(), PayState::Cancelling); // not a word before the end is known
        till.pass(2s);
        QCOMPARE(till.desk->count("close"), 2);
        till.desk->answer("close", till.order(TradeState::Closed, 3));
        QCOMPARE(till.state(), PayState::Cancelled);
        QCOMPARE(till.notice(), Notice::Kind::CancelledUnpaid);
        QVERIFY(till.journal->openAttempts().isEmpty());

        till.pass(2s);
        QCOMPARE(till.state(), PayState::Ready);
        QCOMPARE(till.view().entry.text, QString("36.5")); // to be mended
        till.wish(Wish::Kind::Backspace);
        till.type("8");
        QCOMPARE(till.view().entry.text, QString("36.8"));
        QVERIFY(till.announced.isEmpty());
    }
    void theQuestionIsForgottenAfterFiveSeconds()
    {
        TillRig till;
        till.bringUpCode();
        till.wish(Wish::Kind::Cancel);
        till.pass(5001ms);
        QCOMPARE(till.notice(), Notice::Kind::CodeShown);
        till.wish(Wish::Kind::Cancel);
        QCOMPARE(till.state(), PayState::Waiting);
        QCOMPARE(till.notice(), Notice::Kind::AskCancel);
    }
    void escNeverEndsPaid()
    {
        TillRig till;
        till.bringUpCode();
        till.desk->push(till.order(TradeState::Success, 3));
        till.pass(2s);
        till.cancelTwice();
        QCOMPARE(till.state(), PayState::Paid);
        QCOMPARE(till.desk->count("close"), 0);
    }
    void aKeyLeavesCancelledAndEnterDoesNotChargeAgain()
    {
        TillRig till;
        till.bringUpCode("36.5");
        till.cancelTwice();
        till.desk->answer("close", till.order(TradeState::Closed, 3));
        till.pay();
        QCOMPARE(till.state(), PayState::Ready);
        QCOMPARE(till.desk->count("place"), 1);
        till.pay();
        QCOMPARE(till.desk->count("place"), 2);
    }
    void anOrderTheServerNeverHeardOfIsCancelled()
    {
        TillRig till;
        till.type("1");
        till.pay();
        till.desk->answer("place", TillRig::unknown());
        till.cancelTwice();
        QCOMPARE(till.state(), PayState::Cancelling);
        till.desk->answer("close", Error{ErrorCode::NotFound, "ORDER_NOT_EXIST"});
        QCOMPARE(till.state(), PayState::Cancelled);
    }
    void aPlacingThatComesThroughAfterwardsIsClosed()
    {
        TillRig till;
        till.type("1");
        till.pay();
        till.cancelTwice();
        till.desk->answer("close", Error{ErrorCode::NotFound, "ORDER_NOT_EXIST"});
        till.pass(3s);
        QCOMPARE(till.state(), PayState::Ready);
        till.desk->answer("place", till.order());
        QCOMPARE(till.state(), PayState::Ready); // no code out of nowhere
        QCOMPARE(till.desk->count("close"), 2);
    }
    void escLeavesTheCustomersScreenFirst()
    {
        TillRig till;
        till.bringUpCode();
        till.wish(Wish::Kind::ShowCustomer);
        QVERIFY(till.view().customerEyes);
        till.wish(Wish::Kind::Cancel);
        QVERIFY(!till.view().customerEyes);
        QCOMPARE(till.notice(), Notice::Kind::CodeShown);
    }
};

QTEST_GUILESS_MAIN(FlowCancelTest)
#include "tst_flow_cancel.moc"
