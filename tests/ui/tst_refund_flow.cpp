// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/OfficeRig.h"

#include <QTest>

using namespace std::chrono_literals;

/// F9 from the sale to the end of the refund.
class RefundFlowTest : public QObject
{
    Q_OBJECT
    using Outcome = RefundView::Outcome;
    using Step = RefundView::Step;
    using Say = RefundView::Say;

private slots:
    void theLastSaleIsChosenAndTheWholeRestOffered()
    {
        OfficeRig rig;
        rig.wish(Wish::Kind::Refund);
        QCOMPARE(rig.view().page, OfficeView::Page::Refund);
        QCOMPARE(rig.shown().say, Say::Loading);
        rig.desk->orders.answer(QList<Order>{rig.paid("NUMBER4821", 3650), rig.paid("NUMBER4818", 2200, 800)});
        QCOMPARE(rig.shown().sales.size(), 2);
        QCOMPARE(rig.shown().chosen, QStringLiteral("NUMBER4821"));
        rig.wish(Wish::Kind::RowDown);
        rig.pay();
        QCOMPARE(rig.shown().step, Step::Amount);
        QCOMPARE(rig.shown().entry.total.fen(), 1400);
        QCOMPARE(rig.shown().sale.left.fen(), 1400);
    }
    void theLastDigitsFindOne()
    {
        OfficeRig rig;
        rig.wish(Wish::Kind::Refund);
        rig.desk->orders.answer(QList<Order>{rig.paid("NUMBER4821", 3650)});
        rig.type("48");
        rig.pass(100ms);
        rig.type("18");
        rig.pass(std::chrono::milliseconds(RefundFlow::findAfterMs));
        QCOMPARE(rig.desk->orders.asked, (QList<QStringList>{{QString()}, {"4818"}}));
        rig.desk->orders.answer(QList<Order>{rig.paid("NUMBER4818", 2200)});
        QCOMPARE(rig.shown().chosen, QStringLiteral("NUMBER4818"));
        rig.type("9");
        rig.pass(1s);
        rig.desk->orders.answer(QList<Order>());
        QCOMPARE(rig.shown().say, Say::NoneFound);
        rig.pay();
        QCOMPARE(rig.shown().step, Step::Choose);
    }
    void neverMoreThanWhatIsLeft()
    {
        OfficeRig rig;
        rig.takeSale({rig.paid("NUMBER4818", 2200, 800)});
        rig.type("14.01");
        QCOMPARE(rig.shown().say, Say::TooMuch);
        rig.confirm();
        QVERIFY(rig.desk->refunds.asked.isEmpty());
        rig.wish(Wish::Kind::Clear);
        rig.type("14");
        rig.confirm();
        QCOMPARE(rig.desk->refunds.asked.back()[2], QStringLiteral("1400"));
    }
    void oneThatIsAllBackIsNotTaken()
    {
        OfficeRig rig;
        rig.takeSale({rig.paid("NUMBER4816", 990, 990)});
        QCOMPARE(rig.shown().step, Step::Choose);
        QCOMPARE(rig.shown().say, Say::NothingLeft);
    }
    void theSecondPressSendsItOnceWithReasonAndNumber()
    {
        OfficeRig rig;
        rig.takeSale({rig.paid("NUMBER4821", 3650)});
        rig.wish(Wish::Kind::RowDown);
        rig.type("8");
        rig.pay();
        QVERIFY(rig.shown().confirm);
        rig.pay(); // the same press twice
        QVERIFY(rig.desk->refunds.asked.isEmpty());
        rig.pass(300ms);
        rig.pay();
        rig.pay();
        QCOMPARE(rig.desk->refunds.asked.size(), 1);
        const QStringList asked = rig.desk->refunds.asked.back();
        QCOMPARE(asked.mid(1), (QStringList{"NUMBER4821", "800", "收多了", QString()}));
        QCOMPARE(rig.till.journal->openRefunds().size(), 1);
        QCOMPARE(rig.till.journal->openRefunds()[0].outRefundNo.text(), asked[0]);
    }
    void anotherAmountDisarmsIt()
    {
        OfficeRig rig;
        rig.takeSale({rig.paid("NUMBER4821", 3650)});
        rig.pay();
        rig.pass(1s);
        rig.type("8");
        QVERIFY(!rig.shown().confirm);
        rig.pay();
        QVERIFY(rig.desk->refunds.asked.isEmpty());
    }
    void itIsNeverCalledRefundedBeforeWeChatSaysSo()
    {
        OfficeRig rig;
        rig.takeSale({rig.paid("NUMBER4821", 3650)});
        rig.confirm();
        QCOMPARE(rig.shown().step, Step::Result);
        QCOMPARE(rig.shown().outcome, Outcome::Submitted);
        rig.desk->refunds.answer(rig.refund());
        QCOMPARE(rig.shown().outcome, Outcome::Processing);
        QCOMPARE(rig.view().refundsUnderWay, 1);
        rig.pass(1s);
        rig.desk->looks.answer(rig.refund());
        QCOMPARE(rig.shown().outcome, Outcome::Processing);
        rig.pass(2s);
        Refund done = rig.refund(RefundStatus::Success);
        done.userReceivedAccount = QStringLiteral("支付用户零钱");
        rig.desk->looks.answer(done);
        QCOMPARE(rig.shown().outcome, Outcome::Done);
        QCOMPARE(rig.shown().account, QStringLiteral("支付用户零钱"));
        rig.pay();
        QCOMPARE(rig.view().page, OfficeView::Page::None);
        QVERIFY(rig.till.journal->openRefunds().isEmpty());
    }
    void whatFailsIsKeptUntilSomebodyHasReadIt()
    {
        OfficeRig rig;
        rig.takeSale({rig.paid("NUMBER4821", 3650)});
        rig.confirm();
        rig.desk->refunds.answer(rig.refund());
        rig.wish(Wish::Kind::Cancel); // back to selling
        QCOMPARE(rig.view().page, OfficeView::Page::None);
        rig.pass(1s);
        rig.desk->looks.answer(rig.refund(RefundStatus::Abnormal));
        QCOMPARE(rig.view().refundsFailed, 1);
        rig.wish(Wish::Kind::Refund);
        QCOMPARE(rig.shown().step, Step::Result);
        QCOMPARE(rig.shown().outcome, Outcome::Manager);
        rig.pay();
        QCOMPARE(rig.view().refundsFailed, 0);
        QVERIFY(rig.till.journal->openRefunds().isEmpty());
    }
    void aRefusalOfWeChatsSaysWhy()
    {
        OfficeRig rig;
        rig.takeSale({rig.paid("NUMBER4821", 3650)});
        rig.confirm();
        rig.desk->refunds.answer(OfficeRig::says(ErrorCode::ProviderRefused, "NOT_ENOUGH"));
        QCOMPARE(rig.shown().outcome, Outcome::Submitted); // until the books say so
        rig.desk->looks.answer(rig.refund(RefundStatus::Closed));
        QCOMPARE(rig.shown().outcome, Outcome::Refused);
        QCOMPARE(rig.shown().code, QStringLiteral("NOT_ENOUGH"));
    }
    void whatCannotBeWrittenDownIsNotAsked()
    {
        OfficeRig rig;
        for (int i = 0; i < Journal::maxOpenRefunds; ++i)
            (void)rig.till.journal->refund({*OutRefundNo::parse("R" + QString::number(i)),
                                            *OutTradeNo::parse("NUMBER4821"),
                                            *Money::fromFen(1),
                                            {},
                                            {}});
        rig.takeSale({rig.paid("NUMBER4821", 3650)});
        rig.confirm();
        QVERIFY(rig.desk->refunds.asked.isEmpty());
        QCOMPARE(rig.shown().say, Say::NotStored);
        QCOMPARE(rig.shown().step, Step::Amount);
    }
};

QTEST_MAIN(RefundFlowTest)
#include "tst_refund_flow.moc"
