// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TillRig.h"

using namespace std::chrono_literals;

class FlowNewCodeTest : public QObject
{
    Q_OBJECT
private slots:
    void noSecondCodeWhileTheFirstCouldStillBePaid()
    {
        TillRig till;
        till.bringUpCode("36.5");
        const auto first = till.desk->last("place").number;
        till.wish(Wish::Kind::NewCode);
        QVERIFY(till.view().codeUrl.isEmpty());
        QCOMPARE(till.state(), PayState::Cancelling);
        till.desk->answer("close", TillRig::unknown());
        till.pass(2s);
        QCOMPARE(till.desk->count("place"), 1);
        till.desk->answer("close", till.order(first, *Money::fromFen(3650), TradeState::Closed, 3));
        QCOMPARE(till.desk->count("place"), 2);
        QVERIFY(till.desk->last("place").number != first);
        QCOMPARE(till.desk->last("place").sale, first.text());
        till.desk->answer("place", till.order());
        QCOMPARE(till.state(), PayState::Waiting);
        QVERIFY(till.view().codeUrl.contains(till.desk->last("place").number.text()));
        QCOMPARE(till.journal->openAttempts().size(), 1);
    }
    void theOldCodeIsPaidAfterAll()
    {
        TillRig till;
        till.bringUpCode();
        till.wish(Wish::Kind::NewCode);
        till.desk->answer("close", till.order(TradeState::Success, 3));
        QCOMPARE(till.state(), PayState::Paid);
        QCOMPARE(till.desk->count("place"), 1);
    }
    void escTakesTheNewCodeBack()
    {
        TillRig till;
        till.bringUpCode();
        till.wish(Wish::Kind::NewCode);
        till.wish(Wish::Kind::Cancel);
        till.desk->answer("close", till.order(TradeState::Closed, 3));
        QCOMPARE(till.state(), PayState::Cancelled);
        QCOMPARE(till.desk->count("place"), 1);
    }
    void unresolvedItIsParkedAndStaysBlocked()
    {
        TillRig till;
        till.bringUpCode();
        till.wish(Wish::Kind::NewCode);
        till.pass(10s);
        QCOMPARE(till.state(), PayState::Ready);
        QVERIFY(till.view().entry.isEmpty());
        QCOMPARE(till.view().strip.parked, 1);
        till.wish(Wish::Kind::NewCode);
        QCOMPARE(till.desk->count("place"), 1);
    }
};

QTEST_GUILESS_MAIN(FlowNewCodeTest)
#include "tst_flow_new_code.moc"
