// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/RefundShop.h"

using namespace std::chrono_literals;

/// A refund is written down, asked for under one number until WeChat has answered, and followed to its end.
class RefundCarriedTest : public QObject
{
    Q_OBJECT

    static Error unknown() { return {ErrorCode::Unknown, "no answer"}; }
    static Error refused() { return {ErrorCode::ProviderRefused, "NOT_ENOUGH the balance is too small"}; }
    static Error notThere() { return {ErrorCode::NotFound, {}}; }

private slots:
    void itIsInTheBooksBeforeWeChatHearsOfIt()
    {
        RefundShop shop;
        (void)shop.paid();
        shop.wechat.refunds.hold = true;
        const auto asking = shop.refunds->request(shop.wish("R1", 800));
        QTRY_COMPARE(shop.asked("refund R1"), 1);
        QCOMPARE(shop.refund("R1").status, RefundStatus::Processing);
        QVERIFY(!shop.refund("R1").accepted);
        QVERIFY(!asking.isFinished());
        shop.wechat.refunds.release(Orders::saying(RefundStatus::Processing, "R1", 800));
        const auto answer = await(asking);
        QVERIFY(answer->isNew && answer->refund.accepted);
        QCOMPARE(shop.told.last(), QStringLiteral("REFUND 4"));
        QCOMPARE(shop.now().refunded.fen(), 800);
    }
    void aLostReplyIsAskedForAgainUnderItsNumber()
    {
        RefundShop shop;
        (void)shop.paid();
        shop.wechat.refunds.answers = {unknown(), Error{ErrorCode::RateLimited, {}},
                                       Error{ErrorCode::ProviderUnavailable, {}},
                                       Orders::saying(RefundStatus::Success, "R1", 800)};
        const auto asking = shop.refunds->request(shop.wish("R1", 800));
        QTRY_COMPARE(shop.asked("refund R1"), 1);
        for (int i = 0; i < 3; ++i)
            shop.pass(1s);
        QCOMPARE(await(asking)->refund.status, RefundStatus::Processing); // after the patience, as it stands
        for (int i = 0; i < 15; ++i)
            shop.pass(1s);
        QCOMPARE(shop.asked("refund R1"), 4);
        QCOMPARE(shop.wechat.calls.filter("refund ").size(), 4);
        QCOMPARE(shop.refund("R1").status, RefundStatus::Success);
        QCOMPARE(shop.now().refunded.fen(), 800);
    }
    void theTriesGrowToAMinuteApart()
    {
        RefundShop shop;
        (void)shop.paid();
        shop.wechat.refunds.answers = {unknown()};
        (void)shop.refunds->request(shop.wish("R1", 800));
        QList<int> seconds;
        for (int second = 0; second <= 250; ++second) {
            shop.settleDown();
            if (shop.asked("refund R1") > seconds.size())
                seconds << second;
            shop.clock.advance(1s);
        }
        QCOMPARE(seconds, (QList<int>{0, 2, 6, 14, 30, 62, 122, 182, 242}));
    }
    void aRefusalIsOverOnceWeChatDoesNotKnowIt()
    {
        RefundShop shop;
        (void)shop.paid();
        shop.wechat.refunds.answers = {refused()};
        shop.wechat.refundQueries.answers = {notThere()};
        const auto answer = await(shop.refunds->request(shop.wish("R1", 800)));
        QCOMPARE(answer.error().code, ErrorCode::ProviderRefused);
        QCOMPARE(answer.error().message, QStringLiteral("NOT_ENOUGH"));
        QCOMPARE(shop.refund("R1").status, RefundStatus::Closed);
        QCOMPARE(shop.log().last().detail["refused"].toString(), QStringLiteral("NOT_ENOUGH"));
        QCOMPARE(shop.now().state, TradeState::Success);
        shop.pass(24h);
        QCOMPARE(shop.asked("refund R1"), 1);
        const auto again = await(shop.refunds->request(shop.wish("R1", 800)));
        QVERIFY(!again->isNew);
        QCOMPARE(again->refund.status, RefundStatus::Closed);
    }
    void aRefusalOfWhatWasTakenIsNoRefusal()
    {
        RefundShop shop;
        (void)shop.paid();
        shop.wechat.refunds.answers = {unknown(), refused()};
        shop.wechat.refundQueries.answers = {Orders::saying(RefundStatus::Processing, "R1", 800)};
        (void)shop.refunds->request(shop.wish("R1", 800));
        QTRY_COMPARE(shop.asked("refund R1"), 1);
        shop.settleDown();
        shop.pass(2s);
        QVERIFY(shop.refund("R1").accepted);
        QCOMPARE(shop.now().refunded.fen(), 800);
    }
    void aRefusalThatCannotBeLookedUpIsNotBelieved()
    {
        RefundShop shop;
        (void)shop.paid();
        shop.wechat.refunds.answers = {refused(), Orders::saying(RefundStatus::Success, "R1", 800)};
        shop.wechat.refundQueries.answers = {unknown()};
        (void)shop.refunds->request(shop.wish("R1", 800));
        shop.pass(1s);
        QCOMPARE(shop.refund("R1").status, RefundStatus::Processing);
        shop.pass(10s);
        QCOMPARE(shop.refund("R1").status, RefundStatus::Success);
    }
    void anotherRefundUnderItsNumberIsNotIt()
    {
        RefundShop shop;
        (void)shop.paid();
        shop.wechat.refunds.answers = {Error{ErrorCode::Conflict, {}}};
        shop.wechat.refundQueries.answers = {Orders::saying(RefundStatus::Success, "R1", 5)};
        QCOMPARE(await(shop.refunds->request(shop.wish("R1", 800))).error().code, ErrorCode::ProviderRefused);
        QCOMPARE(shop.refund("R1").status, RefundStatus::Closed);
        QCOMPARE(shop.now().refunded.fen(), 0);
    }
    void aNotificationEndsTheAsking()
    {
        RefundShop shop;
        (void)shop.paid();
        shop.wechat.refunds.answers = {unknown()};
        const auto asking = shop.refunds->request(shop.wish("R1", 800));
        QTRY_COMPARE(shop.asked("refund R1"), 1);
        (void)shop.settled(Orders::saying(RefundStatus::Success, "R1", 800));
        QCOMPARE(await(asking)->refund.status, RefundStatus::Success);
        shop.pass(2h);
        QCOMPARE(shop.asked("refund R1"), 1);
        QCOMPARE(shop.asked("query refund R1"), 0);
    }
    void theEndIsAskedForAtGrowingSpans()
    {
        RefundShop shop;
        (void)shop.paid();
        shop.wechat.refunds.answers = {Orders::saying(RefundStatus::Processing, "R1", 800)};
        shop.wechat.refundQueries.answers = {Orders::saying(RefundStatus::Processing, "R1", 800)};
        QVERIFY(await(shop.refunds->request(shop.wish("R1", 800))));
        QList<int> minutes;
        for (int minute = 1; minute <= 250; ++minute) {
            const int before = shop.asked("query refund R1");
            shop.pass(1min);
            if (shop.asked("query refund R1") > before)
                minutes << minute;
        }
        QCOMPARE(minutes, (QList<int>{1, 3, 7, 15, 31, 63, 123, 183, 243}));
        shop.wechat.refundQueries.answers = {Orders::saying(RefundStatus::Success, "R1", 800)};
        shop.pass(1h);
        QCOMPARE(shop.refund("R1").status, RefundStatus::Success);
        const int asked = shop.asked("query refund R1");
        shop.pass(24h);
        QCOMPARE(shop.asked("query refund R1"), asked);
        QCOMPARE(shop.told.last(), QStringLiteral("REFUND 5"));
    }
    void anAbnormalOneIsAskedAboutEveryHour()
    {
        RefundShop shop;
        (void)shop.paid();
        const QSignalSpy cases(shop.refunds.get(), &Refunds::caseOpened);
        shop.wechat.refunds.answers = {Orders::saying(RefundStatus::Abnormal, "R1", 800)};
        shop.wechat.refundQueries.answers = {Orders::saying(RefundStatus::Abnormal, "R1", 800)};
        QCOMPARE(await(shop.refunds->request(shop.wish("R1", 800)))->refund.status, RefundStatus::Abnormal);
        QCOMPARE(cases.size(), 1);
        for (int i = 0; i < 10; ++i)
            shop.pass(30min);
        QCOMPARE(shop.asked("query refund R1"), 5);
        QCOMPARE(cases.size(), 1);
    }
    void whatWeChatSaidBeforeThePaymentCountsAfterIt()
    {
        RefundShop shop;
        (void)shop.placed();
        (void)shop.settled(Orders::saying(RefundStatus::Success, "HAND1", 800));
        QVERIFY(await(shop.checkout.settle(Orders::payment())));
        shop.settleDown();
        QCOMPARE(shop.now().refunded.fen(), 800);
        QCOMPARE(shop.told.mid(shop.told.size() - 2), (QStringList{"SUCCESS 3", "REFUND 4"}));
    }
};

QTEST_GUILESS_MAIN(RefundCarriedTest)
#include "tst_refund_carried.moc"
