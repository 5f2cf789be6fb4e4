// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TillRig.h"

using namespace std::chrono_literals;

/// Cash, and what a cashier says was paid another way: in the books once, and never like WeChat's money.
class FlowTenderTest : public QObject
{
    Q_OBJECT

    static void cash(TillRig &till, const QString &amount, const QString &received)
    {
        till.type(amount);
        till.wish(Wish::Kind::Cash);
        till.type(received);
        till.pay();
    }
    static Order taken(const TillRig &till) { return till.order(TradeState::Success, 2); }

private slots:
    void cashAsksWhatWasHandedOver()
    {
        TillRig till;
        till.type("36.5");
        till.wish(Wish::Kind::Cash);
        QCOMPARE(till.view().selling.sheet, SellingView::Sheet::Cash);
        QCOMPARE(till.view().selling.received.fen(), 3650); // exactly, until something is typed
        till.type("30");
        till.pay();
        QCOMPARE(till.notice(), Notice::Kind::CashShort);
        QCOMPARE(till.desk->count("place"), 0);
        till.flow->wish({.kind = Wish::Kind::Note, .count = 5000});
        QCOMPARE(till.view().selling.received.fen(), 5000);
        till.flow->wish({.kind = Wish::Kind::Note, .count = 10000});
        till.pay();
        QCOMPARE(till.state(), PayState::Creating);
        const auto &terms = till.desk->last("place").terms;
        QCOMPARE(terms.tender, Tender::Cash);
        QCOMPARE(terms.received.fen(), 10000);
        till.desk->answer("place", taken(till));
        QCOMPARE(till.state(), PayState::Paid);
        QCOMPARE(till.view().tender, Tender::Cash);
        QCOMPARE(till.view().change.fen(), 6350);
        QCOMPARE(till.drawers, 1);
        QVERIFY(till.announced.isEmpty()); // nobody says 微信收款
        QVERIFY(till.journal->openAttempts().isEmpty());
    }
    void changeStaysUntilItIsCountedOut()
    {
        TillRig till;
        cash(till, "36.5", "50");
        till.desk->answer("place", taken(till));
        till.pass(60s);
        QCOMPARE(till.state(), PayState::Paid);
        till.pay();
        QCOMPARE(till.state(), PayState::Ready);
        QCOMPARE(till.view().strip.lastSale->tender, Tender::Cash);
        cash(till, "8", "");
        till.desk->answer("place", taken(till));
        till.pass(5s);
        QCOMPARE(till.state(), PayState::Ready); // and without change it goes by itself
    }
    void theDrawerOpensByItsButtonToo()
    {
        TillRig till;
        till.wish(Wish::Kind::Drawer);
        QCOMPARE(till.drawers, 1);
        till.bringUpCode();
        till.wish(Wish::Kind::Drawer);
        QCOMPARE(till.drawers, 1);
        QCOMPARE(till.refusals, 1);
    }
    void anotherWayHasAName()
    {
        TillRig till;
        till.type("650"); // a large amount: the sheet has asked already
        till.wish(Wish::Kind::OtherTender);
        till.flow->wish({.kind = Wish::Kind::OtherKind, .count = 2});
        till.wish(Wish::Kind::Type, "2");
        QCOMPARE(till.view().selling.otherKind, 1);
        till.pay();
        QCOMPARE(till.desk->last("place").terms.tenderName, QString("银行卡"));
        till.desk->answer("place", taken(till));
        QCOMPARE(till.state(), PayState::Paid);
        QCOMPARE(till.view().tenderName, QString("银行卡"));
        QVERIFY(till.announced.isEmpty());
        QCOMPARE(till.drawers, 0);
    }
    void afterAPowerCutItIsInTheBooksOnce()
    {
        TillRig till;
        cash(till, "36.5", "50");
        const auto first = till.desk->last("place");
        till.powerCut();
        QCOMPARE(till.state(), PayState::Creating);
        const auto again = till.desk->last("place"); // not asked whether, but once more in the very same words
        QCOMPARE(again.number, first.number);
        QCOMPARE(again.terms.toJson(), first.terms.toJson());
        till.desk->answer("place", taken(till));
        QCOMPARE(till.view().change.fen(), 1350);
        QCOMPARE(till.drawers, 1);
        till.powerCut();
        QCOMPARE(till.state(), PayState::Ready);
        QCOMPARE(till.drawers, 1);
    }
    void cashIsNotGivenBackWhileItMayBeInTheBooks()
    {
        TillRig till;
        cash(till, "7", "");
        for (int i = 0; i < 3 * SaleFlow::mostPlacings; ++i) {
            till.desk->answer("place", TillRig::unknown());
            till.pass(8s);
        }
        QCOMPARE(till.state(), PayState::Creating);
        till.cancelTwice(); // the cashier gives it back: only when the server says that it is not there
        QCOMPARE(till.state(), PayState::Cancelling);
        till.desk->answer("close", Error{ErrorCode::NotFound, "ORDER_NOT_EXIST"});
        QCOMPARE(till.state(), PayState::Cancelled);
        QCOMPARE(till.view().entry.total.fen(), 700);
    }
    void aRefusalGivesTheBillBack()
    {
        TillRig till;
        cash(till, "7", "");
        till.desk->answer("place", Error{ErrorCode::InvalidInput, "PARAM_ERROR received"});
        QCOMPARE(till.state(), PayState::Ready);
        QCOMPARE(till.notice(), Notice::Kind::HandRefused);
        QCOMPARE(till.view().entry.total.fen(), 700);
    }
    void oneKindOfMoneyIsNeverTakenForAnother()
    {
        TillRig till;
        cash(till, "7", "");
        Order strange = taken(till);
        strange.tender = Tender::WeChatPay;
        till.desk->answer("place", strange);
        QCOMPARE(till.state(), PayState::CallManager);
        QCOMPARE(till.view().notice.code, QString("TENDER"));
    }
    void nothingIsNotSold()
    {
        TillRig till;
        till.wish(Wish::Kind::Cash);
        till.type("3×");
        till.wish(Wish::Kind::OtherTender);
        QCOMPARE(till.refusals, 2);
        QCOMPARE(till.view().selling.sheet, SellingView::Sheet::None);
        till.type("5");
        till.wish(Wish::Kind::Cash);
        till.wish(Wish::Kind::Cancel); // Esc puts the sheet away and asks for nothing
        QCOMPARE(till.view().selling.sheet, SellingView::Sheet::None);
        QCOMPARE(till.view().entry.total.fen(), 1500);
    }
};

QTEST_GUILESS_MAIN(FlowTenderTest)
#include "tst_flow_tender.moc"
