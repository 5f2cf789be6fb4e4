// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/RefundShop.h"

using namespace std::chrono_literals;

/// Refunds take turns: two of one payment a minute apart, and only a few calls to WeChat at a time.
class RefundTurnsTest : public QObject
{
    Q_OBJECT

    static RefundShop &taking(RefundShop &shop)
    {
        shop.wechat.refunds.answers = {Orders::saying(RefundStatus::Success, "R1", 100),
                                       Orders::saying(RefundStatus::Success, "R2", 100),
                                       Orders::saying(RefundStatus::Success, "R3", 100)};
        return shop;
    }

private slots:
    void twoOfOnePaymentAreAMinuteApart()
    {
        RefundShop shop;
        (void)taking(shop).paid();
        QCOMPARE(await(shop.refunds->request(shop.wish("R1", 100)))->refund.status, RefundStatus::Success);
        // Nobody waits for its turn: the answer comes at once.
        QCOMPARE(await(shop.refunds->request(shop.wish("R2", 100)))->refund.status, RefundStatus::Processing);
        shop.pass(59s);
        QCOMPARE(shop.asked("refund R2"), 0);
        shop.pass(1s);
        QCOMPARE(shop.asked("refund R2"), 1);
        QCOMPARE(shop.refund("R2").status, RefundStatus::Success);
    }
    void theOtherPaymentNeedNotWait()
    {
        RefundShop shop;
        (void)shop.paid();
        (void)shop.paid("T00002");
        shop.wechat.refunds.hold = true;
        (void)shop.refunds->request(shop.wish("R1", 100));
        (void)shop.refunds->request(shop.wish("R2", 100, "T00002"));
        QTRY_COMPARE(shop.asked("refund R2"), 1);
    }
    void theyStayApartWhenARestartMadeThemDueTogether()
    {
        RefundShop shop;
        (void)taking(shop).paid();
        for (const char *number : {"R1", "R2", "R3"})
            QVERIFY(shop.booked(number, 100));
        shop.pass(1h);
        QCOMPARE(shop.wechat.calls.filter("refund ").size(), 0);
        shop.restart();
        QCOMPARE(shop.wechat.calls.filter("refund ").size(), 1);
        shop.pass(59s);
        QCOMPARE(shop.wechat.calls.filter("refund ").size(), 1);
        shop.pass(1s);
        QCOMPARE(shop.wechat.calls.filter("refund ").size(), 2);
        shop.pass(60s);
        QCOMPARE(shop.wechat.calls.filter("refund ").size(), 3);
        QCOMPARE(shop.now().refunded.fen(), 300);
    }
    void aClockThatJumpsBackHoldsNothingUp()
    {
        RefundShop shop;
        (void)taking(shop).paid();
        (void)await(shop.refunds->request(shop.wish("R1", 100)));
        QVERIFY(shop.booked("R2", 100));
        shop.clock.jumpWall(-24h);
        shop.restart();
        shop.pass(60s);
        QCOMPARE(shop.asked("refund R2"), 1);
    }
    void onlyAFewAreUnderWayAtATime()
    {
        RefundShop shop;
        shop.wechat.refunds.hold = true;
        QList<QByteArray> numbers;
        for (int i = 0; i < 3 * RefundCarrier::mostUnderWay; ++i) {
            numbers << "T1000" + QByteArray::number(i);
            (void)shop.paid(numbers.last());
            (void)shop.refunds->request(shop.wish("R" + numbers.last(), 100, numbers.last()));
        }
        shop.settleDown();
        QCOMPARE(shop.wechat.calls.filter("refund ").size(), RefundCarrier::mostUnderWay);
        shop.wechat.refunds.release(Error{ErrorCode::Unknown, {}});
        shop.settleDown();
        QCOMPARE(shop.wechat.calls.filter("refund ").size(), 2 * RefundCarrier::mostUnderWay);
        QCOMPARE(shop.wechat.refunds.held.size(), RefundCarrier::mostUnderWay);
    }
};

QTEST_GUILESS_MAIN(RefundTurnsTest)
#include "tst_refund_turns.moc"
