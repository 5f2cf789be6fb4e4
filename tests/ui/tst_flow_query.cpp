// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TillRig.h"

using namespace std::chrono_literals;

class FlowQueryTest : public QObject
{
    Q_OBJECT
private slots:
    void f5AnswersInWords()
    {
        TillRig till;
        till.bringUpCode();
        till.wish(Wish::Kind::Query);
        QCOMPARE(till.state(), PayState::Checking);
        QVERIFY(!till.view().codeUrl.isEmpty()); // the customer may be scanning it right now
        till.wish(Wish::Kind::Query);
        QCOMPARE(till.desk->count("query"), 1); // one at a time
        till.pass(700ms);
        till.desk->answer("query", till.order());
        QCOMPARE(till.state(), PayState::Waiting);
        QCOMPARE(till.notice(), Notice::Kind::QueriedUnpaid);
        QCOMPARE(till.view().notice.at, till.clock.now());
    }
    void f5FindsThePayment()
    {
        TillRig till;
        till.bringUpCode();
        till.wish(Wish::Kind::Query);
        till.desk->answer("query", till.order(TradeState::Success, 3));
        QCOMPARE(till.state(), PayState::Paid);
        QCOMPARE(till.notice(), Notice::Kind::None);
    }
    void aFailedQueryIsNoAnswer()
    {
        TillRig till;
        till.bringUpCode();
        till.wish(Wish::Kind::Query);
        till.desk->answer("query", TillRig::unknown());
        QCOMPARE(till.state(), PayState::Waiting);
        QCOMPARE(till.notice(), Notice::Kind::QueryFailed);
        till.wish(Wish::Kind::Query);
        QCOMPARE(till.desk->count("query"), 2);
    }
    void aQueryOfTheLastSaleSaysNothingOnThisOne()
    {
        TillRig till;
        till.bringUpCode("1");
        const Order old = till.order();
        till.wish(Wish::Kind::Query);
        till.desk->push(till.order(TradeState::Success, 3));
        till.pass(5s);
        till.bringUpCode("2");
        till.desk->answer("query", old);
        QCOMPARE(till.state(), PayState::Waiting);
        QCOMPARE(till.notice(), Notice::Kind::CodeShown);
        till.wish(Wish::Kind::Query);
        QCOMPARE(till.desk->count("query"), 2);
    }
    void aBackgroundAnswerChangesNothingOnTheScreen()
    {
        TillRig till;
        till.bringUpCode();
        const auto before = till.view().notice;
        till.desk->push(till.order(TradeState::NotPay, 2));
        QCOMPARE(till.state(), PayState::Waiting);
        QCOMPARE(till.view().notice.kind, before.kind);
        QCOMPARE(till.view().notice.at, before.at);
    }
};

QTEST_GUILESS_MAIN(FlowQueryTest)
#include "tst_flow_query.moc"
