// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TillRig.h"

using namespace std::chrono_literals;

class FlowDoublePayTest : public QObject
{
    Q_OBJECT
private slots:
    void twoPresses120MsApartAreOneOrderThatStillWaits()
    {
        TillRig till;
        till.type("12.5");
        till.pay();
        till.pass(120ms);
        till.pay();
        till.desk->answer("place", till.order());
        till.pay();
        till.pass(120ms);
        till.pay();
        QCOMPARE(till.desk->count("place"), 1);
        QCOMPARE(till.desk->calls.size(), 1);
        QCOMPARE(till.state(), PayState::Waiting);
        QCOMPARE(till.journal->openAttempts().size(), 1);
    }
    void theSecondPressOnAGreenScreenDoesNothing()
    {
        TillRig till;
        till.bringUpCode();
        till.desk->push(till.order(TradeState::Success, 3));
        till.pay();
        till.wish(Wish::Kind::NextSale);
        QCOMPARE(till.state(), PayState::Paid);
        till.pass(1500ms);
        QVERIFY(till.view().canLeavePaid);
        till.pay();
        QCOMPARE(till.state(), PayState::Ready);
        QCOMPARE(till.desk->count("place"), 1);
    }
};

QTEST_GUILESS_MAIN(FlowDoublePayTest)
#include "tst_flow_double_pay.moc"
