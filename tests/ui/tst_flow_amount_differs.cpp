// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TillRig.h"

using namespace std::chrono_literals;

class FlowAmountDiffersTest : public QObject
{
    Q_OBJECT
private slots:
    void anotherAmountIsNeverGreen()
    {
        TillRig till;
        till.bringUpCode("36.5");
        Order other = till.order(TradeState::Success, 3);
        other.total = *Money::fromFen(3600);
        till.desk->push(other);
        QCOMPARE(till.state(), PayState::CallManager);
        QCOMPARE(till.notice(), Notice::Kind::AmountDiffers);
        QCOMPARE(till.view().notice.expected.fen(), 3650);
        QCOMPARE(till.view().notice.amount.fen(), 3600);
        QVERIFY(till.view().codeUrl.isEmpty());
        QVERIFY(till.announced.isEmpty());
        till.desk->push(till.order(TradeState::Success, 4));
        QCOMPARE(till.state(), PayState::CallManager); // a person decides now
        till.cancelTwice();
        QCOMPARE(till.state(), PayState::Ready);
    }
    void anotherOrdersSuccessIsNotOurs()
    {
        TillRig till;
        till.bringUpCode("36.5");
        till.desk->push(till.order(*OutTradeNo::parse("SOMEONEELSES"), *Money::fromFen(3650), TradeState::Success, 9));
        QCOMPARE(till.state(), PayState::Waiting);
        QVERIFY(till.announced.isEmpty());
    }
    void aCouponIsNoDifference()
    {
        TillRig till;
        till.bringUpCode("36.5");
        Order paid = till.order(TradeState::Success, 3);
        paid.payerTotal = *Money::fromFen(3450);
        till.desk->push(paid);
        QCOMPARE(till.state(), PayState::Paid);
        QCOMPARE(till.view().payerTotal->fen(), 3450);
    }
    void practiceMoneyIsNeverGreenOnALiveTill()
    {
        TillRig till({.training = false});
        till.bringUpCode();
        Order paid = till.order(TradeState::Success, 3);
        paid.training = true;
        till.desk->push(paid);
        QCOMPARE(till.state(), PayState::CallManager);
        QVERIFY(till.announced.isEmpty());
    }
    void aLiveCodeIsNeverShownOnAPracticeTill()
    {
        TillRig till;
        till.type("1");
        till.pay();
        Order live = till.order();
        live.training = false;
        till.desk->answer("place", live);
        QCOMPARE(till.state(), PayState::CallManager);
        QVERIFY(till.view().codeUrl.isEmpty());
    }
    void onlySuccessIsGreen_data()
    {
        QTest::addColumn<TradeState>("state");
        QTest::addColumn<PayState>("shown");
        QTest::newRow("not paid") << TradeState::NotPay << PayState::Waiting;
        QTest::newRow("paying") << TradeState::UserPaying << PayState::Waiting;
        QTest::newRow("refunded") << TradeState::Refund << PayState::CallManager;
        QTest::newRow("closed") << TradeState::Closed << PayState::Cancelled;
        QTest::newRow("revoked") << TradeState::Revoked << PayState::Cancelled;
        QTest::newRow("error") << TradeState::PayError << PayState::Cancelled;
    }
    void onlySuccessIsGreen()
    {
        QFETCH(TradeState, state);
        TillRig till;
        till.bringUpCode();
        till.desk->push(till.order(state, 3));
        QTEST(till.state(), "shown");
        QVERIFY(till.announced.isEmpty());
    }
    void anOlderStateIsNotHeard()
    {
        TillRig till;
        till.bringUpCode();
        till.desk->push(till.order(TradeState::NotPay, 5));
        till.desk->push(till.order(TradeState::Closed, 3));
        QCOMPARE(till.state(), PayState::Waiting);
    }
};

QTEST_GUILESS_MAIN(FlowAmountDiffersTest)
#include "tst_flow_amount_differs.moc"
