// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TillRig.h"

using namespace std::chrono_literals;

class FlowHappyTest : public QObject
{
    Q_OBJECT
private slots:
    void oneSaleFromTheFirstKeyToTheNextSale()
    {
        TillRig till;
        till.type("12.5");
        QCOMPARE(till.view().entry.total.fen(), 1250);
        till.pay();
        QCOMPARE(till.state(), PayState::Creating);
        QCOMPARE(till.desk->count("place"), 1);
        QCOMPARE(till.desk->last("place").amount.fen(), 1250);
        QCOMPARE(till.journal->openAttempts().size(), 1);
        QVERIFY(till.view().codeUrl.isEmpty());

        till.pass(200ms);
        till.desk->answer("place", till.order());
        QCOMPARE(till.state(), PayState::Waiting);
        QVERIFY(till.view().codeUrl.startsWith("weixin://"));
        QCOMPARE(till.view().secondsLeft, 300);
        QCOMPARE(till.notice(), Notice::Kind::CodeShown);
        QCOMPARE(till.desk->watched, QStringList{till.order().outTradeNo.text()});

        till.pass(20s);
        QCOMPARE(till.view().secondsLeft, 280);
        Order paid = till.order(TradeState::Success, 3);
        paid.payerTotal = *Money::fromFen(1050);
        till.desk->push(paid);
        QCOMPARE(till.state(), PayState::Paid);
        QVERIFY(till.view().codeUrl.isEmpty());
        QCOMPARE(till.view().amount.fen(), 1250);
        QCOMPARE(till.view().discount.fen(), 200);
        QCOMPARE(till.announced, QStringList{"12.50 " + paid.outTradeNo.text()});
        QVERIFY(till.journal->openAttempts().isEmpty());
        QVERIFY(till.desk->watched.isEmpty());

        till.pass(5s);
        QCOMPARE(till.state(), PayState::Ready);
        QVERIFY(till.view().entry.isEmpty());
        QCOMPARE(till.view().strip.lastSale->amount.fen(), 1250);
        QCOMPARE(till.view().strip.lastSale->tail, paid.outTradeNo.tail());
        QVERIFY(till.view().amount.isZero());
    }
    void anIncompleteOrEmptyBillIsNotPaid()
    {
        TillRig till;
        till.pay();
        till.type("3×");
        till.pay();
        QCOMPARE(till.refusals, 2);
        QCOMPARE(till.desk->calls.size(), 0);
        QCOMPARE(till.state(), PayState::Ready);
    }
    void aCodeThatComesLaterIsShownWhenItComes()
    {
        TillRig till;
        till.type("1");
        till.pay();
        Order slow = till.order(TradeState::NotPay, 1);
        slow.codeUrl.clear();
        till.desk->answer("place", slow);
        QCOMPARE(till.state(), PayState::Creating);
        QCOMPARE(till.notice(), Notice::Kind::CodeSlow);
        till.desk->push(till.order(TradeState::NotPay, 2));
        QCOMPARE(till.state(), PayState::Waiting);
    }
    void theServerIsAskedAgainForTheSameNumberUntilItAnswers()
    {
        TillRig till;
        till.type("1");
        till.pay();
        const auto number = till.desk->last("place").number;
        till.desk->answer("place", TillRig::unknown());
        QCOMPARE(till.state(), PayState::Creating);
        till.pass(999ms);
        QCOMPARE(till.desk->count("place"), 1);
        till.pass(1ms);
        QCOMPARE(till.desk->count("place"), 2);
        till.desk->answer("place", Error{ErrorCode::ProviderUnavailable, "SERVER_GONE"});
        till.pass(2s);
        QCOMPARE(till.desk->count("place"), 3);
        QCOMPARE(till.desk->last("place").number, number);
        till.desk->answer("place", till.order());
        QCOMPARE(till.state(), PayState::Waiting);
    }
    void theServerIsNotAskedForEver()
    {
        TillRig till;
        till.type("7");
        till.pay();
        for (int i = 0; i < SaleFlow::mostPlacings; ++i) {
            till.desk->answer("place", TillRig::unknown());
            till.pass(8s);
        }
        QCOMPARE(till.state(), PayState::Ready);
        QCOMPARE(till.view().entry.total.fen(), 700);
        QCOMPARE(till.desk->count("place"), SaleFlow::mostPlacings);
        QVERIFY(till.journal->openAttempts().isEmpty());
    }
    void aRefusalGivesTheAmountBack()
    {
        TillRig till;
        till.type("9.9");
        till.pay();
        till.desk->answer("place", Error{ErrorCode::ProviderRefused, "NO_AUTH merchant may not"});
        QCOMPARE(till.state(), PayState::Ready);
        QCOMPARE(till.notice(), Notice::Kind::OrderRefused);
        QCOMPARE(till.view().notice.code, QString("NO_AUTH"));
        QCOMPARE(till.view().entry.text, QString("9.9"));
        till.type("8"); // and the next digit begins anew
        QCOMPARE(till.view().entry.text, QString("8"));
        QCOMPARE(till.notice(), Notice::Kind::None);
    }
};

QTEST_GUILESS_MAIN(FlowHappyTest)
#include "tst_flow_happy.moc"
