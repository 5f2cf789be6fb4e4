// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TillRig.h"

using namespace std::chrono_literals;

class FlowExpiryTest : public QObject
{
    Q_OBJECT
private slots:
    void theEndOfTheCountdownRunsTheLadder()
    {
        TillRig till;
        till.bringUpCode("36.5");
        till.pass(299s);
        QCOMPARE(till.view().secondsLeft, 1);
        QCOMPARE(till.state(), PayState::Waiting);
        till.pass(1s);
        QCOMPARE(till.state(), PayState::Checking);
        QCOMPARE(till.notice(), Notice::Kind::Checking);
        QVERIFY(till.view().codeUrl.isEmpty());
        QCOMPARE(till.desk->count("close"), 1);
        till.desk->answer("close", till.order(TradeState::Closed, 3));
        QCOMPARE(till.state(), PayState::Expired);
        QCOMPARE(till.notice(), Notice::Kind::Expired);
        QVERIFY(till.journal->openAttempts().isEmpty());
    }
    void paidInTheLastSecondIsPaid()
    {
        TillRig till;
        till.bringUpCode();
        till.pass(300s);
        till.desk->answer("close", till.order(TradeState::Success, 3));
        QCOMPARE(till.state(), PayState::Paid);
        QCOMPARE(till.notice(), Notice::Kind::None);
    }
    void theCountdownCountsFromTheAskingWhateverTheClocksSay()
    {
        TillRig till;
        till.type("1");
        till.pay();
        till.pass(2s); // the answer is slow: the code is two seconds old when it comes
        till.clock.jumpWall(3h);
        till.desk->answer("place", till.order());
        QCOMPARE(till.view().secondsLeft, 298);
        till.clock.jumpWall(-5h);
        till.pass(8s);
        QCOMPARE(till.view().secondsLeft, 290);
    }
    void f6MakesANewCodeForTheSameSale()
    {
        TillRig till;
        till.bringUpCode("36.5");
        const auto first = till.desk->last("place");
        till.pass(300s);
        till.desk->answer("close", till.order(TradeState::Closed, 3));
        till.wish(Wish::Kind::NewCode);
        QCOMPARE(till.state(), PayState::Creating);
        const auto second = till.desk->last("place");
        QVERIFY(second.number != first.number);
        QCOMPARE(second.sale, first.number.text());
        QCOMPARE(second.amount.fen(), 3650);
        till.desk->answer("place", till.order());
        QCOMPARE(till.view().secondsLeft, 300);
    }
    void theServersOwnClosingIsHeard()
    {
        TillRig till;
        till.bringUpCode();
        till.pass(299s);
        till.desk->push(till.order(TradeState::Closed, 3));
        QCOMPARE(till.state(), PayState::Expired);
    }
    void enterLeavesExpiredWithTheAmount()
    {
        TillRig till;
        till.bringUpCode("36.5");
        till.pass(300s);
        till.desk->answer("close", till.order(TradeState::Closed, 3));
        till.pay();
        QCOMPARE(till.state(), PayState::Ready);
        QCOMPARE(till.view().entry.text, QString("36.5"));
    }
};

QTEST_GUILESS_MAIN(FlowExpiryTest)
#include "tst_flow_expiry.moc"
