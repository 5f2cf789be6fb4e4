// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TillRig.h"

using namespace std::chrono_literals;

class FlowRestartTest : public QObject
{
    Q_OBJECT
private slots:
    void thePlugIsPulledWhileWaiting()
    {
        TillRig till;
        till.bringUpCode("36.5");
        const Order order = till.order();
        till.pass(20s);
        till.powerCut();
        QCOMPARE(till.state(), PayState::Checking);
        QCOMPARE(till.view().amount.fen(), 3650);
        QCOMPARE(till.desk->last("order").number, order.outTradeNo);
        till.desk->answer("order", order);
        QCOMPARE(till.state(), PayState::Waiting);
        QCOMPARE(till.view().codeUrl, order.codeUrl);
        QCOMPARE(till.view().secondsLeft, 280);
        QCOMPARE(till.desk->count("place"), 0);
        QVERIFY(till.desk->watched.contains(order.outTradeNo.text()));
    }
    void paidMeanwhile()
    {
        TillRig till;
        till.bringUpCode();
        Order paid = till.order();
        paid.state = TradeState::Success;
        till.powerCut();
        till.desk->answer("order", paid);
        QCOMPARE(till.state(), PayState::Paid);
        QCOMPARE(till.announced.size(), 1);
        till.powerCut();
        QCOMPARE(till.state(), PayState::Ready);
        QCOMPARE(till.announced.size(), 1);
    }
    void betweenWritingDownAndAsking()
    {
        TillRig till;
        till.type("36.5");
        till.pay();
        till.powerCut();
        till.desk->answer("order", Error{ErrorCode::NotFound, "ORDER_NOT_EXIST"});
        QCOMPARE(till.state(), PayState::Ready);
        QCOMPARE(till.view().entry.text, QString("36.50"));
        QVERIFY(till.journal->openAttempts().isEmpty());
        QCOMPARE(till.desk->count("place"), 0);
    }
    void betweenTheOrderAndItsCode()
    {
        TillRig till;
        till.type("36.5");
        till.pay();
        Order order = till.order();
        till.powerCut();
        Order noCode = order;
        noCode.codeUrl.clear();
        noCode.description = "what the server knows";
        till.desk->answer("order", noCode);
        QCOMPARE(till.state(), PayState::Creating);
        QCOMPARE(till.desk->last("place").number, order.outTradeNo);
        QCOMPARE(till.desk->last("place").description, QString("what the server knows"));
    }
    void theTillUnlocksAfterFiveSeconds()
    {
        TillRig till;
        till.bringUpCode("36.5");
        const Order order = till.order();
        till.powerCut();
        for (int second = 0; second < 5; ++second) {
            QCOMPARE(till.state(), PayState::Checking);
            till.desk->answer("order", TillRig::unknown());
            till.pass(1s);
        }
        QCOMPARE(till.state(), PayState::Ready);
        QCOMPARE(till.view().strip.parked, 1);
        till.desk->answer("close", till.order(order.outTradeNo, order.total, TradeState::Success, 3));
        QCOMPARE(till.state(), PayState::Ready);
        QCOMPARE(till.notice(), Notice::Kind::ParkedPaid);
        QCOMPARE(till.announced.size(), 1);
    }
    void whatWasParkedStaysParked()
    {
        TillRig till;
        till.bringUpCode("36.5");
        till.cancelTwice();
        till.pass(10s);
        till.bringUpCode("8");
        const Order second = till.order();
        till.powerCut();
        QCOMPARE(till.view().strip.parked, 1);
        QCOMPARE(till.desk->count("close"), 1);
        QCOMPARE(till.desk->last("order").number, second.outTradeNo);
        till.desk->answer("order", second);
        QCOMPARE(till.view().amount.fen(), 800);
        QCOMPARE(till.state(), PayState::Waiting);
    }
    void expiredMeanwhile()
    {
        TillRig till;
        till.bringUpCode();
        const Order order = till.order();
        till.pass(20s);
        till.powerCut();
        till.clock.advance(0ms);
        till.desk->answer("order", till.order(order.outTradeNo, order.total, TradeState::Closed, 3));
        QCOMPARE(till.state(), PayState::Cancelled);
        till.pass(2s);
        QCOMPARE(till.state(), PayState::Ready);
    }
    void aNumberThatCannotBeWrittenDownIsNotAskedFor()
    {
        TillRig till;
        for (int i = 0; i < Journal::maxOpenAttempts; ++i)
            QVERIFY(till.journal->attempt(
                {*OutTradeNo::parse(QStringLiteral("FILLER%1").arg(i)), {}, *Money::fromFen(1), {}}));
        till.type("5");
        till.pay();
        QCOMPARE(till.state(), PayState::Ready);
        QCOMPARE(till.notice(), Notice::Kind::NotStored);
        QCOMPARE(till.view().entry.text, QString("5"));
        QCOMPARE(till.desk->calls.size(), 0);
        QCOMPARE(till.refusals, 1);
    }
};

QTEST_GUILESS_MAIN(FlowRestartTest)
#include "tst_flow_restart.moc"
