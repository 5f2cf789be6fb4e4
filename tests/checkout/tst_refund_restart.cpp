// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/RefundShop.h"

using namespace std::chrono_literals;

/// Wherever the server dies on a refund's way, its next start brings that refund, and no other, to the same end.
class RefundRestartTest : public QObject
{
    Q_OBJECT

    static void endsOnce(RefundShop &shop)
    {
        QCOMPARE(shop.refund("R1").status, RefundStatus::Success);
        QCOMPARE(await(shop.refundStore.ofOrder(Orders::number()))->size(), 1);
        QCOMPARE(shop.now().refunded.fen(), 800);
        QVERIFY(await(shop.refundStore.unfinished(10))->isEmpty());
        QSet<QString> numbers;
        for (const auto &call : shop.wechat.calls.filter("refund "))
            numbers << call.section(u' ', -1);
        QCOMPARE(numbers, QSet<QString>{"R1"});
    }

private slots:
    void beforeWeChatWasAsked()
    {
        RefundShop shop;
        (void)shop.paid();
        QVERIFY(shop.booked("R1", 800));
        shop.wechat.refunds.answers = {Orders::saying(RefundStatus::Success, "R1", 800)};
        shop.restart();
        endsOnce(shop);
    }
    void whileItWaitsForItsMinute()
    {
        RefundShop shop;
        (void)shop.paid();
        shop.wechat.refunds.answers = {Orders::saying(RefundStatus::Success, "R0", 100),
                                       Orders::saying(RefundStatus::Success, "R1", 800)};
        (void)await(shop.refunds->request(shop.wish("R0", 100)));
        (void)await(shop.refunds->request(shop.wish("R1", 800)));
        shop.pass(20s);
        shop.restart();
        shop.pass(39s);
        QCOMPARE(shop.asked("refund R1"), 0);
        shop.pass(1s);
        QCOMPARE(shop.asked("refund R1"), 1);
        QCOMPARE(shop.now().refunded.fen(), 900);
    }
    void whileWeChatIsAsked()
    {
        RefundShop shop;
        (void)shop.paid();
        shop.wechat.refunds.hold = true;
        (void)shop.refunds->request(shop.wish("R1", 800));
        QTRY_COMPARE(shop.asked("refund R1"), 1);
        shop.wechat.refunds.hold = false;
        shop.wechat.refunds.answers = {Orders::saying(RefundStatus::Success, "R1", 800)};
        shop.restart();
        QCOMPARE(shop.asked("refund R1"), 2); // under the same number, so it is the same refund
        endsOnce(shop);
    }
    void afterWeChatTookIt()
    {
        RefundShop shop;
        (void)shop.paid();
        shop.wechat.refunds.answers = {Orders::saying(RefundStatus::Processing, "R1", 800)};
        (void)await(shop.refunds->request(shop.wish("R1", 800)));
        shop.wechat.refundQueries.answers = {Orders::saying(RefundStatus::Success, "R1", 800)};
        shop.restart();
        shop.pass(1min);
        QCOMPARE(shop.asked("refund R1"), 1);
        endsOnce(shop);
    }
    void afterWeChatRefusedIt()
    {
        RefundShop shop;
        (void)shop.paid();
        shop.wechat.refunds.answers = {Error{ErrorCode::ProviderRefused, "NOT_ENOUGH"}};
        shop.wechat.refundQueries.hold = true;
        (void)shop.refunds->request(shop.wish("R1", 800));
        QTRY_COMPARE(shop.asked("query refund R1"), 1);
        shop.wechat.refundQueries.hold = false;
        shop.wechat.refundQueries.answers = {Error{ErrorCode::NotFound, {}}};
        shop.restart();
        QCOMPARE(shop.refund("R1").status, RefundStatus::Closed);
        QCOMPARE(shop.now().refunded.fen(), 0);
    }
    void betweenAPaymentAndWhatWasSaidOfItBefore()
    {
        RefundShop shop;
        (void)shop.placed();
        (void)shop.settled(Orders::saying(RefundStatus::Success, "R1", 800));
        QVERIFY(await(shop.store.settle(Orders::payment(), shop.clock.now()))); // and dead before anybody was told
        shop.restart();
        QCOMPARE(shop.now().refunded.fen(), 800);
        QCOMPARE(shop.now().state, TradeState::Refund);
    }
    void betweenACasesDecisionAndItsRefund()
    {
        RefundShop shop;
        (void)shop.paid();
        QVERIFY(await(shop.checkout.settle(Orders::payment("T00001", 1990, "420002")))->newCase);
        const CaseDecision decision{shop.inState("open").first().id, "twice", "chen"};
        QVERIFY(await(shop.caseStore.refund(decision, *OutRefundNo::parse("C1"), shop.clock.now())));
        auto back = Orders::saying(RefundStatus::Success, "C1", 1990);
        back.transactionId = "420002";
        shop.wechat.refunds.answers = {back};
        shop.restart();
        QCOMPARE(shop.refund("C1").status, RefundStatus::Success);
        QCOMPARE(shop.now().refunded.fen(), 0);
    }
};

QTEST_GUILESS_MAIN(RefundRestartTest)
#include "tst_refund_restart.moc"
