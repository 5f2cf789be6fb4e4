// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TillRig.h"

using namespace std::chrono_literals;

class FlowParkTest : public QObject
{
    Q_OBJECT
private slots:
    void theShopDoesNotStandStillForACancel()
    {
        TillRig till;
        till.bringUpCode("36.5");
        till.type("8");
        till.cancelTwice();
        till.desk->answer("close", TillRig::unknown());
        till.pass(9999ms);
        QCOMPARE(till.state(), PayState::Cancelling);
        till.pass(1ms);
        QCOMPARE(till.state(), PayState::Ready);
        QCOMPARE(till.notice(), Notice::Kind::Parked);
        QCOMPARE(till.view().strip.parked, 1);
        QCOMPARE(till.view().entry.text, QString("8"));
        QCOMPARE(till.journal->openAttempts().size(), 1);
    }
    void aParkedOrderThatGetsPaidNeverPaintsGreen()
    {
        TillRig till;
        till.bringUpCode("36.5");
        const auto parked = till.desk->last("place");
        till.cancelTwice();
        till.pass(10s);
        till.bringUpCode("8");
        till.desk->push(till.order(parked.number, parked.amount, TradeState::Success, 3));
        QCOMPARE(till.state(), PayState::Waiting);
        QVERIFY(!till.view().codeUrl.isEmpty());
        QCOMPARE(till.notice(), Notice::Kind::ParkedPaid);
        QCOMPARE(till.view().notice.amount.fen(), 3650);
        QCOMPARE(till.view().notice.code, parked.number.tail());
        QCOMPARE(till.announced, QStringList{"36.50 " + parked.number.text()});
        QCOMPARE(till.view().strip.parked, 0);
        QCOMPARE(till.view().strip.lastSale->amount.fen(), 3650);
        QCOMPARE(till.journal->openAttempts().size(), 1);
        till.type("1234"); // a slip of the hand does not cover it
        QCOMPARE(till.notice(), Notice::Kind::ParkedPaid);
    }
    void itsLadderGoesOnBehind()
    {
        TillRig till;
        till.bringUpCode();
        const auto parked = till.desk->last("place");
        till.cancelTwice();
        till.desk->answer("close", TillRig::unknown());
        till.pass(10s);
        const int before = till.desk->count("close");
        for (int i = before; i < before + 3; ++i) {
            while (till.desk->calls.back().open && till.desk->calls.back().verb == "close")
                till.desk->answer("close", TillRig::unknown());
            till.pass(2s);
        }
        QVERIFY(till.desk->count("close") >= before + 3);
        till.desk->answer("close", till.order(parked.number, parked.amount, TradeState::Closed, 3));
        QCOMPARE(till.view().strip.parked, 0);
        QVERIFY(till.journal->openAttempts().isEmpty());
        QVERIFY(till.announced.isEmpty());
    }
    void theSameAmountIsAskedAboutOnceForThreeMinutes()
    {
        TillRig till;
        till.bringUpCode("36.5");
        till.cancelTwice();
        till.pass(10s);
        till.type("36.5");
        till.pay();
        QCOMPARE(till.state(), PayState::Ready);
        QVERIFY(till.view().confirmBigAmount);
        QCOMPARE(till.notice(), Notice::Kind::SameAmountUnresolved);
        till.pass(1s);
        till.pay();
        QCOMPARE(till.state(), PayState::Creating);
    }
    void anotherAmountOrALaterOneIsNotAskedAbout()
    {
        TillRig till;
        till.bringUpCode("36.5");
        till.cancelTwice();
        till.pass(10s);
        till.type("36.4");
        till.pay();
        QCOMPARE(till.state(), PayState::Creating);
        till.cancelTwice();
        till.pass(200s);
        QCOMPARE(till.view().strip.parked, 2);
        till.type("36.5");
        till.pay();
        QCOMPARE(till.state(), PayState::Creating);
    }
    void aParkedOrderOfAnotherAmountIsNotAnnounced()
    {
        TillRig till;
        till.bringUpCode("36.5");
        const auto parked = till.desk->last("place");
        till.cancelTwice();
        till.pass(10s);
        till.desk->push(till.order(parked.number, *Money::fromFen(1), TradeState::Success, 3));
        QVERIFY(till.announced.isEmpty());
        QCOMPARE(till.notice(), Notice::Kind::AmountDiffers);
    }
};

QTEST_GUILESS_MAIN(FlowParkTest)
#include "tst_flow_park.moc"
