// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/OfficeRig.h"

#include <QTest>

using namespace std::chrono_literals;

/// When F5 asks about the code on the screen and when it opens the check; what the orders lead to; and that a payment
/// which comes is seen.
class CheckWhenTest : public QObject
{
    Q_OBJECT
    using Page = OfficeView::Page;

    /// A code is up, F5 was pressed, and WeChat has said that it is not paid.
    static void askedUnpaid(OfficeRig &rig)
    {
        rig.till.bringUpCode();
        rig.wish(Wish::Kind::Query);
        rig.till.desk->answer(QStringLiteral("query"), rig.till.order());
    }

private slots:
    void f5OpensItWhereThereIsNothingToAskAbout()
    {
        OfficeRig rig;
        rig.wish(Wish::Kind::Query);
        QCOMPARE(rig.view().page, Page::Check);
        QCOMPARE(rig.till.desk->count(QStringLiteral("query")), 0);
        QVERIFY(!rig.check().atTill);
        rig.wish(Wish::Kind::Cancel);
        QCOMPARE(rig.view().page, Page::None);
        rig.wish(Wish::Kind::Check); // the button
        QCOMPARE(rig.view().page, Page::Check);
    }
    void f5AsksAboutACodeThatIsUp()
    {
        OfficeRig rig;
        rig.till.bringUpCode();
        rig.wish(Wish::Kind::Query);
        QCOMPARE(rig.view().page, Page::None);
        QCOMPARE(rig.till.desk->count(QStringLiteral("query")), 1);
    }
    void onceMoreAfterNotPaidOpensTheCheckOfThatOrder()
    {
        OfficeRig rig;
        askedUnpaid(rig);
        rig.pass(10s);
        rig.wish(Wish::Kind::Query);
        QCOMPARE(rig.view().page, Page::Check);
        QCOMPARE(rig.till.desk->count(QStringLiteral("query")), 1);
        rig.type(QStringLiteral("4821"));
        rig.pay();
        QCOMPARE(rig.history.checks.asked, (QList<QStringList>{{"4821", rig.till.view().outTradeNo}}));
    }
    void laterItIsTheQuickQueryAgain()
    {
        OfficeRig rig;
        askedUnpaid(rig);
        rig.pass(10'001ms);
        rig.wish(Wish::Kind::Query);
        QCOMPARE(rig.view().page, Page::None);
        QCOMPARE(rig.till.desk->count(QStringLiteral("query")), 2);
    }
    void aPaymentThatComesClosesIt()
    {
        OfficeRig rig;
        askedUnpaid(rig);
        rig.wish(Wish::Kind::Query);
        QCOMPARE(rig.view().page, Page::Check);
        rig.till.desk->push(rig.till.order(TradeState::Success, 3));
        QCOMPARE(rig.till.state(), PayState::Paid);
        QCOMPARE(rig.view().page, Page::None);
    }
    void theSaleGoesOnBehindTheOrders()
    {
        OfficeRig rig;
        rig.till.bringUpCode();
        rig.wish(Wish::Kind::Find);
        QCOMPARE(rig.view().page, Page::History);
        rig.type(QStringLiteral("4821"));
        QCOMPARE(rig.orders().text, QStringLiteral("4821"));
        QCOMPARE(rig.till.state(), PayState::Waiting);
        QVERIFY(rig.till.view().next.isEmpty());
        rig.wish(Wish::Kind::NextSale); // the line that says so leads back
        QCOMPARE(rig.view().page, Page::None);
        QCOMPARE(rig.till.state(), PayState::Waiting);
    }
    void f9RefundsTheChosenOrder()
    {
        OfficeRig rig;
        rig.wish(Wish::Kind::Find);
        rig.history.list({rig.paid("NUMBER4821", 3650), rig.paid("NUMBER4820", 1800)});
        rig.wish(Wish::Kind::RowDown);
        rig.wish(Wish::Kind::Refund);
        QCOMPARE(rig.view().page, Page::Refund);
        rig.desk->orders.answer(QList<Order>()); // what opening it asks for
        QCOMPARE(rig.desk->orders.asked.back(), QStringList{"NUMBER4820"});
        rig.desk->orders.answer(QList<Order>{rig.paid("NUMBER4820", 1800)});
        QCOMPARE(rig.shown().chosen, QStringLiteral("NUMBER4820"));
    }
    void whatWasNotPaidIsNotRefunded()
    {
        OfficeRig rig;
        rig.wish(Wish::Kind::Find);
        rig.history.list({ScriptedHistoryDesk::made(QStringLiteral("NUMBER1"), 100, TradeState::Closed)});
        rig.wish(Wish::Kind::Refund);
        QCOMPARE(rig.view().page, Page::History);
        QCOMPARE(rig.orders().say, HistoryView::Say::NothingToRefund);
        QCOMPARE(rig.refusals, 1);
    }
    void noMoneyGoesBackWhileASaleIsUnderWay()
    {
        OfficeRig rig;
        rig.till.bringUpCode();
        rig.wish(Wish::Kind::Find);
        rig.history.list({rig.paid("NUMBER4821", 3650)});
        rig.wish(Wish::Kind::Refund);
        QCOMPARE(rig.view().page, Page::History);
        QCOMPARE(rig.orders().say, HistoryView::Say::FinishSaleFirst);
    }
    void f12IsAboutTheChosenOrder()
    {
        OfficeRig rig;
        QCOMPARE(rig.office->orderInSight(), QString());
        rig.wish(Wish::Kind::Find);
        rig.history.list({rig.paid("NUMBER4821", 3650)});
        QCOMPARE(rig.office->orderInSight(), QStringLiteral("NUMBER4821"));
    }
    void nothingComesUpOverACustomersScreen()
    {
        OfficeRig rig;
        rig.till.bringUpCode();
        rig.wish(Wish::Kind::ShowCustomer);
        rig.wish(Wish::Kind::Find);
        rig.wish(Wish::Kind::Check);
        QCOMPARE(rig.view().page, Page::None);
        QCOMPARE(rig.refusals, 2);
    }
};

QTEST_MAIN(CheckWhenTest)
#include "tst_check_when.moc"
