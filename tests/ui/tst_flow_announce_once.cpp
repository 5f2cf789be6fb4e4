// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TillRig.h"

using namespace std::chrono_literals;

class FlowAnnounceOnceTest : public QObject
{
    Q_OBJECT
private slots:
    void howeverOftenItIsHeard()
    {
        TillRig till;
        till.bringUpCode();
        const Order paid = till.order(TradeState::Success, 3);
        till.wish(Wish::Kind::Query);
        till.desk->push(paid);
        till.desk->push(paid);
        till.desk->answer("query", paid);
        till.pass(10s);
        till.desk->push(paid);
        QCOMPARE(till.announced.size(), 1);
    }
    void itIsMarkedBeforeItIsHeard()
    {
        TillRig till;
        till.bringUpCode();
        const Order paid = till.order(TradeState::Success, 3);
        bool marked = false;
        QObject::connect(till.flow.get(), &SaleFlow::announce, till.flow.get(),
                         [&](Money, bool, const QString &) { marked = till.journal->wasAnnounced(paid.outTradeNo); });
        till.desk->push(paid);
        QVERIFY(marked);
    }
    void aCrashAfterTheMarkStaysSilent()
    {
        TillRig till;
        till.bringUpCode();
        Order paid = till.order();
        QVERIFY(till.journal->announced(paid.outTradeNo)); // the power went right after this line
        paid.state = TradeState::Success;
        till.powerCut();
        till.desk->answer("order", paid);
        QVERIFY(till.announced.isEmpty());
        QCOMPARE(till.state(), PayState::Ready);
        QCOMPARE(till.view().strip.lastSale->tail, paid.outTradeNo.tail());
    }
    void aParkedOneIsNotSaidAgainAfterACrash()
    {
        TillRig till;
        till.bringUpCode();
        const auto parked = till.desk->last("place");
        till.cancelTwice();
        till.pass(10s);
        QVERIFY(till.journal->announced(parked.number)); // the power went before its end was written down
        till.powerCut();
        till.desk->answer("close", till.order(parked.number, parked.amount, TradeState::Success, 3));
        QVERIFY(till.announced.isEmpty());
        QCOMPARE(till.view().strip.parked, 0);
        QVERIFY(till.journal->openAttempts().isEmpty());
    }
    void theSayingOfPracticeIsPassedOn()
    {
        TillRig till;
        till.bringUpCode();
        bool practice = false;
        QObject::connect(till.flow.get(), &SaleFlow::announce, till.flow.get(),
                         [&practice](Money, bool training, const QString &) { practice = training; });
        till.desk->push(till.order(TradeState::Success, 3));
        QVERIFY(practice);
    }
};

QTEST_GUILESS_MAIN(FlowAnnounceOnceTest)
#include "tst_flow_announce_once.moc"
