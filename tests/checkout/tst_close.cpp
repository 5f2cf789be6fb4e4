// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Shop.h"

using namespace std::chrono_literals;

/// A cancel ends CLOSED or paid, by WeChat's word, and never by our wish.
class CloseTest : public QObject
{
    Q_OBJECT
private slots:
    void isQueryCloseQuery()
    {
        Shop shop;
        (void)shop.placed();
        shop.wechat.queries.answers = {Orders::saying(TradeState::NotPay), Orders::saying(TradeState::Closed)};
        const auto closed = await(shop.checkout.close(Orders::number()));
        QCOMPARE(closed->state, TradeState::Closed);
        QVERIFY(!closed->closing);
        QCOMPARE(shop.wechat.calls, (QStringList{"create T00001", "query T00001", "close T00001", "query T00001"}));
        QCOMPARE(shop.told.last(), QStringLiteral("CLOSED 3"));
    }
    void paidIsFaster_data()
    {
        QTest::addColumn<bool>("beforeTheClose");
        QTest::newRow("seen by the first query") << true;
        QTest::newRow("between query and close") << false;
    }
    void paidIsFaster()
    {
        QFETCH(bool, beforeTheClose);
        Shop shop;
        (void)shop.placed();
        shop.wechat.queries.answers = {Orders::saying(TradeState::Success)};
        if (!beforeTheClose)
            shop.wechat.queries.answers.push_front(Orders::saying(TradeState::NotPay));
        shop.wechat.closes.answers = {Error{ErrorCode::OrderPaid, {}}};
        const auto closed = await(shop.checkout.close(Orders::number()));
        QCOMPARE(closed->state, TradeState::Success);
        QCOMPARE(shop.told.last(), QStringLiteral("SUCCESS 3"));
    }
    void anAcceptedCloseIsNoProof()
    {
        Shop shop;
        (void)shop.placed();
        shop.wechat.queries.answers = {Orders::saying(TradeState::NotPay)};
        const auto closing = shop.checkout.close(Orders::number());
        QTRY_VERIFY(shop.wechat.calls.size() >= 4);
        shop.pass(3s);
        const auto answer = await(closing);
        QCOMPARE(answer->state, TradeState::NotPay);
        QVERIFY(answer->closing);
        // It goes on behind, until WeChat says the end.
        shop.wechat.queries.answers = {Orders::saying(TradeState::Closed)};
        shop.pass(2s);
        QCOMPARE(shop.now().state, TradeState::Closed);
    }
    void silenceIsNoProof()
    {
        Shop shop;
        (void)shop.placed();
        shop.wechat.queries.answers = {Error{ErrorCode::Unknown, {}}};
        shop.wechat.closes.answers = {Error{ErrorCode::Unknown, {}}};
        const auto closing = shop.checkout.close(Orders::number());
        for (int i = 0; i < 10; ++i)
            shop.pass(1s);
        QVERIFY(await(closing)->closing);
        QCOMPARE(shop.now().state, TradeState::NotPay);
        // A payment that comes meanwhile counts.
        QVERIFY(await(shop.checkout.settle(Orders::payment())));
        QCOMPARE(shop.now().state, TradeState::Success);
    }
    void whatWeChatNeverHeardOfIsClosedOnlyWithoutACode()
    {
        Shop shop;
        shop.checkout.start();
        (void)shop.placed();
        shop.wechat.queries.answers = {Error{ErrorCode::NotFound, {}}};
        const auto closing = shop.checkout.close(Orders::number());
        for (int i = 0; i < 5; ++i)
            shop.pass(1s);
        QVERIFY(await(closing)->closing); // a code was shown: somebody may be paying it
        for (int i = 0; i < 400; ++i)
            shop.pass(1s);
        QCOMPARE(shop.now().state, TradeState::Closed); // long after its time
    }
    void anOpenCaseIsAnsweredAsItIs()
    {
        Shop shop;
        (void)shop.placed();
        QVERIFY(await(shop.checkout.settle(Orders::payment("T00001", 5))));
        const auto calls = shop.wechat.calls.size();
        const auto order = await(shop.checkout.close(Orders::number()));
        QCOMPARE(order->openCase, CaseKind::AmountMismatch);
        QVERIFY(!order->closing);
        QCOMPARE(shop.wechat.calls.size(), calls);
    }
    void aCaseEndsIt()
    {
        Shop shop;
        (void)shop.placed();
        shop.wechat.queries.answers = {Orders::saying(TradeState::NotPay), Orders::payment("T00001", 5)};
        const auto order = await(shop.checkout.close(Orders::number()));
        QCOMPARE(order->openCase, CaseKind::AmountMismatch);
        shop.pass(60s);
        QCOMPARE(shop.wechat.calls.count("close T00001"), 1);
    }
    void aNotificationEndsItForWhoeverWaits()
    {
        Shop shop;
        (void)shop.placed();
        shop.wechat.queries.hold = true;
        const auto closing = shop.checkout.close(Orders::number());
        const auto joined = shop.checkout.close(Orders::number());
        QTRY_COMPARE(shop.wechat.calls.last(), QStringLiteral("query T00001"));
        QVERIFY(await(shop.checkout.settle(Orders::payment())));
        QCOMPARE(await(closing)->state, TradeState::Success);
        QCOMPARE(await(joined)->state, TradeState::Success);
        shop.wechat.queries.release(Orders::saying(TradeState::NotPay)); // an old answer
        shop.pass(10s);
        QVERIFY(!shop.wechat.calls.contains("close T00001"));
        QCOMPARE(shop.now().state, TradeState::Success);
    }
    void aFinalOrderIsLeftAlone()
    {
        Shop shop;
        (void)shop.placed();
        QVERIFY(await(shop.checkout.settle(Orders::payment())));
        const auto calls = shop.wechat.calls.size();
        QCOMPARE(await(shop.checkout.close(Orders::number()))->state, TradeState::Success);
        QCOMPARE(shop.wechat.calls.size(), calls);
        QCOMPARE(await(shop.checkout.close(Orders::number("T99999"))).error().code, ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(CloseTest)
#include "tst_close.moc"
