// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TillRig.h"

using namespace std::chrono_literals;

namespace {

Order withCase(Order order, CaseKind kind, qint64 fen)
{
    order.openCase = kind;
    order.caseAmount = *Money::fromFen(fen);
    return order;
}

} // namespace

/// Money that did not come as it should is never green: a person decides, and what they decide is heard.
class FlowOddMoneyTest : public QObject
{
    Q_OBJECT
private slots:
    void itIsRedOnTheScreen_data()
    {
        QTest::addColumn<CaseKind>("kind");
        QTest::addColumn<TradeState>("state");
        QTest::addColumn<Notice::Kind>("notice");
        QTest::newRow("another amount") << CaseKind::AmountMismatch << TradeState::NotPay
                                        << Notice::Kind::AmountDiffers;
        QTest::newRow("the sale's second") << CaseKind::Duplicate << TradeState::NotPay << Notice::Kind::PaidTwice;
        QTest::newRow("the order's second") << CaseKind::Duplicate << TradeState::Success << Notice::Kind::PaidTwice;
        QTest::newRow("late") << CaseKind::Late << TradeState::Closed << Notice::Kind::PaidLate;
        QTest::newRow("another merchant's") << CaseKind::Foreign << TradeState::NotPay << Notice::Kind::PaidOddly;
    }
    void itIsRedOnTheScreen()
    {
        QFETCH(CaseKind, kind);
        QFETCH(TradeState, state);
        TillRig till;
        till.bringUpCode("36.5");
        till.desk->push(withCase(till.order(state, 3), kind, 3600));
        QCOMPARE(till.state(), PayState::CallManager);
        QTEST(till.notice(), "notice");
        QCOMPARE(till.view().notice.amount.fen(), 3600);
        QCOMPARE(till.view().notice.expected.fen(), 3650);
        QVERIFY(till.view().codeUrl.isEmpty());
        QVERIFY(till.announced.isEmpty());
        QCOMPARE(till.journal->openAttempts().size(), 1);
    }
    void whatAManagerHonoursIsGreenOnce()
    {
        TillRig till;
        till.bringUpCode("36.5");
        till.desk->push(withCase(till.order(TradeState::NotPay, 3), CaseKind::AmountMismatch, 3600));
        Order honoured = till.order(TradeState::Success, 4);
        honoured.received = *Money::fromFen(3600);
        QVERIFY(till.desk->watched.contains(honoured.outTradeNo.text()));
        till.desk->push(honoured);
        QCOMPARE(till.state(), PayState::Paid);
        QCOMPARE(till.view().amount.fen(), 3600); // what came, not what was due
        QCOMPARE(till.announced, QStringList{"36.00 " + honoured.outTradeNo.text()});
        till.desk->push(honoured);
        QCOMPARE(till.announced.size(), 1);
        QVERIFY(till.journal->openAttempts().isEmpty());
    }
    void whatAManagerGivesBackEndsIt()
    {
        TillRig till;
        till.bringUpCode("36.5");
        till.desk->push(withCase(till.order(TradeState::NotPay, 3), CaseKind::AmountMismatch, 3600));
        till.desk->push(till.order(TradeState::Closed, 4));
        QCOMPARE(till.state(), PayState::Ready);
        QCOMPARE(till.notice(), Notice::Kind::GivenBack);
        QVERIFY(till.announced.isEmpty());
        QVERIFY(till.journal->openAttempts().isEmpty());
    }
    void honouredAfterTheScreenWasLeftIsABanner()
    {
        TillRig till;
        till.bringUpCode("36.5");
        till.desk->push(withCase(till.order(TradeState::NotPay, 3), CaseKind::AmountMismatch, 3600));
        Order honoured = till.order(TradeState::Success, 4);
        till.cancelTwice();
        QCOMPARE(till.state(), PayState::Ready);
        till.bringUpCode("8");
        till.desk->push(honoured);
        QCOMPARE(till.state(), PayState::Waiting);
        QCOMPARE(till.notice(), Notice::Kind::ParkedPaid);
        QCOMPARE(till.announced.size(), 1);
    }
    void lateMoneyIsABannerOverTheNextSale()
    {
        TillRig till;
        till.bringUpCode("36.5");
        const Order closed = till.order(TradeState::Closed, 3);
        till.desk->push(closed);
        QCOMPARE(till.state(), PayState::Cancelled);
        till.pass(2s);
        till.bringUpCode("8");
        Order late = withCase(closed, CaseKind::Late, 3650);
        late.seq = 4;
        till.desk->push(late);
        QCOMPARE(till.state(), PayState::Waiting);
        QVERIFY(!till.view().codeUrl.isEmpty());
        QCOMPARE(till.notice(), Notice::Kind::PaidLate);
        QCOMPARE(till.view().notice.amount.fen(), 3650);
        till.type("1.234"); // a slip of the hand does not cover it
        QCOMPARE(till.notice(), Notice::Kind::PaidLate);
        QVERIFY(till.announced.isEmpty());
        till.pass(31s);
        till.desk->push(late);
        QCOMPARE(till.notice(), Notice::Kind::CodeShown); // said once
    }
    void aCancelledSaleIsListenedToForAnHour()
    {
        TillRig till;
        till.bringUpCode("36.5");
        const Order closed = till.order(TradeState::Closed, 3);
        till.desk->push(closed);
        till.pass(59min);
        QVERIFY(till.desk->watched.contains(closed.outTradeNo.text()));
        till.pass(61min);
        QVERIFY(!till.desk->watched.contains(closed.outTradeNo.text()));
    }
    void aParkedOneStopsItsLadderAndIsABanner()
    {
        TillRig till;
        till.bringUpCode("36.5");
        const auto parked = till.desk->last("place");
        till.cancelTwice();
        till.pass(10s);
        QCOMPARE(till.view().strip.parked, 1);
        till.desk->push(
            withCase(till.order(parked.number, parked.amount, TradeState::NotPay, 3), CaseKind::AmountMismatch, 1));
        QCOMPARE(till.view().strip.parked, 0);
        QCOMPARE(till.notice(), Notice::Kind::AmountDiffers);
        QCOMPARE(till.view().notice.amount.fen(), 1);
        QCOMPARE(till.view().notice.expected.fen(), 3650);
        QVERIFY(till.announced.isEmpty());
    }
    void aCaseAfterTheGreenScreenStaysGreen()
    {
        TillRig till;
        till.bringUpCode("36.5");
        till.desk->push(till.order(TradeState::Success, 3));
        till.desk->push(withCase(till.order(TradeState::Success, 4), CaseKind::Duplicate, 3650));
        QCOMPARE(till.state(), PayState::Paid);
        QCOMPARE(till.announced.size(), 1);
    }
    void moneyThatWentBackAfterItWasGreenIsNoFault()
    {
        TillRig till;
        till.bringUpCode("36.5");
        Order paid = till.order(TradeState::Success, 3);
        till.desk->push(paid);
        QVERIFY(till.journal->attempt({paid.outTradeNo, paid.outTradeNo.text(), paid.total, till.clock.now()}));
        till.powerCut(); // its end had not been written down
        paid.state = TradeState::Refund;
        till.desk->answer("order", paid);
        QCOMPARE(till.state(), PayState::Ready);
        QCOMPARE(till.view().strip.lastSale->tail, paid.outTradeNo.tail());
        QCOMPARE(till.announced.size(), 1);
        QVERIFY(till.journal->openAttempts().isEmpty());
    }
};

QTEST_GUILESS_MAIN(FlowOddMoneyTest)
#include "tst_flow_odd_money.moc"
