// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TillRig.h"

using namespace std::chrono_literals;

/// One sale tried several times is charged once.
class FlowSameSaleTest : public QObject
{
    Q_OBJECT
private slots:
    void theFormerAttemptIsNotClearedYet()
    {
        TillRig till;
        till.type("36.5");
        till.pay();
        const auto number = till.desk->last("place").number;
        const Error open{ErrorCode::AttemptOpen, "ATTEMPT_OPEN"};
        till.desk->answer("place", open);
        QCOMPARE(till.state(), PayState::Creating);
        QCOMPARE(till.notice(), Notice::Kind::FormerOpen);
        till.pass(1s);
        QCOMPARE(till.desk->count("place"), 2);
        QCOMPARE(till.desk->last("place").number, number); // never another one
        till.desk->answer("place", till.order());
        QCOMPARE(till.state(), PayState::Waiting);
        QCOMPARE(till.journal->openAttempts().size(), 1);
    }
    void aFormerAttemptThatStaysOpenCallsAManager()
    {
        TillRig till;
        till.type("36.5");
        till.pay();
        const auto number = till.desk->last("place").number;
        for (int asked = 0; asked < SaleFlow::mostPlacings; ++asked) {
            QCOMPARE(till.state(), PayState::Creating);
            till.desk->answer("place", Error{ErrorCode::AttemptOpen, "ATTEMPT_OPEN"});
            till.pass(8s);
        }
        QCOMPARE(till.state(), PayState::CallManager);
        QCOMPARE(till.notice(), Notice::Kind::FormerOpen);
        QCOMPARE(till.desk->last("place").number, number);
        QVERIFY(till.view().entry.isEmpty()); // not to be charged again by a second press
    }
    void itsOtherAttemptIsPaid()
    {
        TillRig till;
        till.bringUpCode("36.5");
        const Order first = till.order();
        const QString sale = till.desk->last("place").sale;
        till.wish(Wish::Kind::NewCode);
        till.desk->answer("close", till.order(first.outTradeNo, first.total, TradeState::Closed, 3));
        QCOMPARE(till.desk->count("place"), 2);
        QVERIFY(till.desk->last("place").number != first.outTradeNo);
        Order paid = till.order(first.outTradeNo, first.total, TradeState::Success, 4);
        paid.sale = sale;
        till.desk->answer("place", paid); // as ORDER_PAID brings it along
        QCOMPARE(till.state(), PayState::Paid);
        QCOMPARE(till.announced, QStringList{"36.50 " + first.outTradeNo.text()});
        QVERIFY(till.journal->openAttempts().isEmpty());
        QCOMPARE(till.view().tail, first.outTradeNo.tail());
    }
    void anotherSalesOrderIsNotOurs()
    {
        TillRig till;
        till.type("36.5");
        till.pay();
        Order other = till.order(*OutTradeNo::parse("SOMEONEELSES"), *Money::fromFen(3650), TradeState::Success, 4);
        other.sale = "another sale";
        till.desk->answer("place", other);
        QCOMPARE(till.state(), PayState::CallManager);
        QVERIFY(till.announced.isEmpty());
    }
    void aNewCodeWaitsForTheOldOnesEnd()
    {
        TillRig till;
        till.bringUpCode("36.5");
        const Order first = till.order();
        till.wish(Wish::Kind::NewCode);
        till.desk->answer("close", TillRig::unknown());
        till.pass(2s);
        till.wish(Wish::Kind::NewCode);
        QCOMPARE(till.desk->count("place"), 1);
        till.pass(8s); // parked: the sale has no second code while the first could be paid
        QCOMPARE(till.state(), PayState::Ready);
        QCOMPARE(till.desk->count("place"), 1);
        QCOMPARE(till.view().strip.parked, 1);
        till.wish(Wish::Kind::NewCode);
        QCOMPARE(till.desk->count("place"), 1);
        till.desk->push(till.order(first.outTradeNo, first.total, TradeState::Success, 3));
        QCOMPARE(till.notice(), Notice::Kind::ParkedPaid);
        QCOMPARE(till.state(), PayState::Ready);
    }
    void aStartWithWhatIsLeftParkedIsUsableWithinFiveSeconds()
    {
        TillRig till;
        till.bringUpCode("36.5");
        const Order first = till.order();
        till.powerCut(); // and the server does not answer
        till.pass(4999ms);
        QCOMPARE(till.state(), PayState::Checking);
        till.pass(1ms);
        QCOMPARE(till.state(), PayState::Ready);
        QCOMPARE(till.view().strip.parked, 1);
        till.type("36.5");
        till.pay();
        QCOMPARE(till.notice(), Notice::Kind::SameAmountUnresolved);
        QCOMPARE(till.desk->count("place"), 0);
        till.pass(300ms);
        till.pay();
        QCOMPARE(till.desk->count("place"), 1);
        QVERIFY(till.desk->last("place").sale != first.outTradeNo.text());
        QVERIFY(till.desk->count("close") >= 1);
    }
};

QTEST_GUILESS_MAIN(FlowSameSaleTest)
#include "tst_flow_same_sale.moc"
