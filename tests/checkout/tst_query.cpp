// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Shop.h"

/// Our own query is a witness like the notification.
class QueryTest : public QObject
{
    Q_OBJECT
private slots:
    void findsAPayment()
    {
        Shop shop;
        (void)shop.placed();
        shop.wechat.queries.answers = {Orders::saying(TradeState::Success)};
        const auto order = await(shop.checkout.query(Orders::number()));
        QCOMPARE(order->state, TradeState::Success);
        QCOMPARE(order->confirmedBy, Witness::Query);
        QCOMPARE(shop.told.last(), QStringLiteral("SUCCESS 3"));
    }
    void unpaidChangesNothing()
    {
        Shop shop;
        (void)shop.placed();
        shop.wechat.queries.answers = {Orders::saying(TradeState::NotPay)};
        QCOMPARE(await(shop.checkout.query(Orders::number()))->state, TradeState::NotPay);
        QCOMPARE(shop.told.last(), QStringLiteral("CODE_READY 2"));
    }
    void silenceIsSaid()
    {
        Shop shop;
        (void)shop.placed();
        shop.wechat.queries.answers = {Error{ErrorCode::Unknown, {}}};
        QCOMPARE(await(shop.checkout.query(Orders::number())).error().code, ErrorCode::Unknown);
        QCOMPARE(shop.now().state, TradeState::NotPay);
    }
    void anUnknownNumberIsNotAskedAbout()
    {
        Shop shop;
        QCOMPARE(await(shop.checkout.query(Orders::number("T99999"))).error().code, ErrorCode::NotFound);
        QVERIFY(shop.wechat.calls.isEmpty());
    }
};

QTEST_GUILESS_MAIN(QueryTest)
#include "tst_query.moc"
