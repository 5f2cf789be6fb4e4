// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/OfficeRig.h"

#include <QTest>

using namespace std::chrono_literals;

/// A refund never stands in a sale's way, nor a sale in the inbox's.
class RefundWhenTest : public QObject
{
    Q_OBJECT
private slots:
    void notWhileACodeIsUp()
    {
        OfficeRig rig;
        rig.till.bringUpCode();
        rig.wish(Wish::Kind::Refund);
        QCOMPARE(rig.view().page, OfficeView::Page::None);
        QCOMPARE(rig.till.notice(), Notice::Kind::FinishSaleFirst);
        QCOMPARE(rig.till.state(), PayState::Waiting);
    }
    void afterPaidHasBeenSeen()
    {
        OfficeRig rig;
        rig.till.bringUpCode();
        rig.till.desk->push(rig.till.order(TradeState::Success, 3));
        QCOMPARE(rig.till.state(), PayState::Paid);
        rig.wish(Wish::Kind::Refund);
        QCOMPARE(rig.view().page, OfficeView::Page::None);
        QCOMPARE(rig.till.state(), PayState::Paid);
        rig.pass(1500ms);
        rig.wish(Wish::Kind::Refund);
        QCOMPARE(rig.view().page, OfficeView::Page::Refund);
        QCOMPARE(rig.till.state(), PayState::Ready);
        const Order last = rig.till.order(TradeState::Success, 3);
        rig.desk->orders.answer(QList<Order>{rig.paid("OTHERTILL1", 500), last});
        QCOMPARE(rig.shown().chosen, last.outTradeNo.text()); // this till's, though another is newer
    }
    void whatIsTypedThereIsNotTheNextSale()
    {
        OfficeRig rig;
        rig.wish(Wish::Kind::Refund);
        rig.type("12");
        QVERIFY(rig.till.view().entry.isEmpty());
        rig.wish(Wish::Kind::Cancel);
        QCOMPARE(rig.view().page, OfficeView::Page::None);
        rig.type("12");
        QCOMPARE(rig.till.view().entry.total.fen(), 1200);
    }
    void theInboxOpensOverACode()
    {
        OfficeRig rig;
        rig.till.bringUpCode();
        rig.wish(Wish::Kind::Inbox);
        QCOMPARE(rig.view().page, OfficeView::Page::Inbox);
        rig.till.desk->push(rig.till.order(TradeState::Success, 3));
        QCOMPARE(rig.till.announced.size(), 1); // the sound and the voice
        QCOMPARE(rig.view().page, OfficeView::Page::Inbox);
        rig.wish(Wish::Kind::Inbox);
        QCOMPARE(rig.view().page, OfficeView::Page::None);
    }
};

QTEST_MAIN(RefundWhenTest)
#include "tst_refund_when.moc"
