// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/RefundShop.h"

using namespace std::chrono_literals;

/// Money that was paid at the till goes back there: done when it is in the books, and WeChat never hears of it.
class RefundAtTheTillTest : public QObject
{
    Q_OBJECT

    static void pay(RefundShop &shop, Tender tender = Tender::Cash)
    {
        auto wanted = shop.wanted();
        wanted.tender = tender;
        if (tender == Tender::Cash)
            wanted.cashReceived = Orders::fen(2000);
        else
            wanted.tenderName = QStringLiteral("银行卡");
        QVERIFY(await(shop.checkout.place(wanted)));
        shop.settleDown();
    }

private slots:
    void isDoneAtOnce_data()
    {
        QTest::addColumn<Tender>("tender");
        QTest::newRow("cash") << Tender::Cash;
        QTest::newRow("other") << Tender::Other;
    }
    void isDoneAtOnce()
    {
        QFETCH(Tender, tender);
        RefundShop shop;
        pay(shop, tender);
        const auto first = await(shop.refunds->request(shop.wish("R1", 800)));
        QVERIFY(first && first->isNew);
        QCOMPARE(first->refund.status, RefundStatus::Success);
        const auto second = await(shop.refunds->request(shop.wish("R2", 1190))); // no minute between them
        QCOMPARE(second->refund.status, RefundStatus::Success);
        QCOMPARE(shop.now().state, TradeState::Refund);
        QCOMPARE(shop.now().refunded.fen(), 1990);
        QCOMPARE(shop.told, (QStringList{"CREATED 1", "SUCCESS 2", "REFUND 3", "REFUND 4"}));
        QVERIFY(shop.wechat.calls.isEmpty());
    }
    void theSameNumberIsToldOnce()
    {
        RefundShop shop;
        pay(shop);
        QVERIFY(await(shop.refunds->request(shop.wish("R1", 800)))->isNew);
        QVERIFY(!await(shop.refunds->request(shop.wish("R1", 800)))->isNew);
        QCOMPARE(shop.told.count("REFUND 3"), 1);
        QCOMPARE(shop.told.size(), 3);
        QCOMPARE(shop.now().refunded.fen(), 800);
    }
    void nothingIsToldThatWasNotWritten()
    {
        RefundShop shop;
        pay(shop);
        QCOMPARE(await(shop.refunds->request(shop.wish("R1", 1991))).error().code, ErrorCode::RefundTooMuch);
        QCOMPARE(shop.told.size(), 2);
        Money found;
        connect(shop.refunds.get(), &Refunds::happened, shop.refunds.get(),
                [&shop, &found](const Order &order) { found = await(shop.store.load(order.outTradeNo))->refunded; });
        QVERIFY(await(shop.refunds->request(shop.wish("R1", 800))));
        QCOMPARE(found.fen(), 800);
    }
    void noRestartAsksAboutIt()
    {
        RefundShop shop;
        pay(shop);
        QVERIFY(await(shop.refunds->request(shop.wish("R1", 800))));
        shop.restart();
        shop.pass(1h);
        QCOMPARE(shop.refund("R1").status, RefundStatus::Success);
        QVERIFY(!await(shop.refunds->request(shop.wish("R1", 800)))->isNew);
        QCOMPARE(await(shop.refunds->request(shop.wish("R2", 1191))).error().code, ErrorCode::RefundTooMuch);
        QVERIFY(await(shop.refunds->request(shop.wish("R2", 1190)))->isNew);
        QCOMPARE(shop.now().refunded.fen(), 1990);
        QCOMPARE(shop.log().size(), 4);
        QVERIFY(shop.wechat.calls.isEmpty());
    }
    void aScansRefundStillGoesToWeChat()
    {
        RefundShop shop;
        (void)shop.paid();
        shop.wechat.refunds.answers = {Orders::saying(RefundStatus::Processing, "R1", 800)};
        QCOMPARE(await(shop.refunds->request(shop.wish("R1", 800)))->refund.status, RefundStatus::Processing);
        QCOMPARE(shop.asked("refund R1"), 1);
    }
};

QTEST_GUILESS_MAIN(RefundAtTheTillTest)
#include "tst_refund_at_the_till.moc"
