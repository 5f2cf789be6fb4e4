// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Shop.h"

#include <QSignalSpy>

/// An order is written down before WeChat hears of it, and asked for once.
class PlaceTest : public QObject
{
    Q_OBJECT
private slots:
    void writesFirstAsksSecond()
    {
        Shop shop;
        shop.wechat.creates.hold = true;
        const auto placing = shop.checkout.place(shop.wanted());
        QTRY_COMPARE(shop.wechat.calls, QStringList("create T00001"));
        QCOMPARE(shop.now().state, TradeState::NotPay); // in the books while WeChat has not answered
        QCOMPARE(shop.told, QStringList("CREATED 1"));
        shop.wechat.creates.release(QStringLiteral("weixin://x"));
        const auto placed = await(placing);
        QVERIFY(placed && placed->isNew);
        QCOMPARE(placed->order.codeUrl, QStringLiteral("weixin://x"));
        QCOMPARE(placed->order.expiresAt, Orders::start.addSecs(300));
        QCOMPARE(placed->order.sale, QStringLiteral("T00001"));
        QCOMPARE(shop.told, (QStringList{"CREATED 1", "CODE_READY 2"}));
    }
    void theSameNumberAnswersTheSameOrder()
    {
        Shop shop;
        const auto first = shop.placed();
        const auto again = await(shop.checkout.place(shop.wanted()));
        QVERIFY(again && !again->isNew);
        QCOMPARE(again->order.codeUrl, first.codeUrl);
        QCOMPARE(shop.wechat.calls.size(), 1);
    }
    void anotherAmountUnderTheSameNumberConflicts()
    {
        Shop shop;
        (void)shop.placed();
        QCOMPARE(await(shop.checkout.place(shop.wanted("T00001", 5))).error().code, ErrorCode::Conflict);
        auto renamed = shop.wanted();
        renamed.description = "coffee";
        QCOMPARE(await(shop.checkout.place(renamed)).error().code, ErrorCode::Conflict);
        QCOMPARE(shop.now().total.fen(), 1990);
    }
    void aSecondAskerJoinsTheFirst()
    {
        Shop shop;
        shop.wechat.creates.hold = true;
        const auto one = shop.checkout.place(shop.wanted());
        const auto two = shop.checkout.place(shop.wanted());
        QTRY_COMPARE(shop.wechat.calls.size(), 1);
        shop.settleDown();
        QCOMPARE(shop.wechat.calls.size(), 1);
        shop.wechat.creates.release(QStringLiteral("weixin://x"));
        QVERIFY(await(one)->isNew);
        const auto second = await(two);
        QVERIFY(!second->isNew);
        QCOMPARE(second->order.codeUrl, QStringLiteral("weixin://x"));
    }
    void aNumberWeChatKnowsOtherwiseIsAskedAbout_data()
    {
        QTest::addColumn<TradeState>("there");
        QTest::addColumn<bool>("isAnswer");
        QTest::newRow("paid") << TradeState::Success << true;
        QTest::newRow("closed") << TradeState::Closed << true;
        QTest::newRow("open, with other parameters") << TradeState::NotPay << false;
    }
    void aNumberWeChatKnowsOtherwiseIsAskedAbout()
    {
        QFETCH(TradeState, there);
        QFETCH(bool, isAnswer);
        Shop shop;
        shop.wechat.creates.answers = {Error{ErrorCode::Conflict, "OUT_TRADE_NO_USED"}};
        shop.wechat.queries.answers = {Orders::saying(there)};
        const auto placed = await(shop.checkout.place(shop.wanted()));
        QCOMPARE(shop.wechat.calls, (QStringList{"create T00001", "query T00001"}));
        QCOMPARE(placed.has_value(), isAnswer);
        QCOMPARE(shop.now().state, there);
    }
    void whatWasPaidOtherwiseUnderItsNumberIsACase()
    {
        Shop shop;
        const QSignalSpy cases(&shop.checkout, &Checkout::caseOpened);
        shop.wechat.creates.answers = {Error{ErrorCode::OrderPaid, {}}};
        auto seen = Orders::payment("T00001", 5);
        seen.witness = Witness::Query;
        shop.wechat.queries.answers = {seen};
        const auto placed = await(shop.checkout.place(shop.wanted()));
        QVERIFY(placed);
        QCOMPARE(placed->order.openCase, CaseKind::AmountMismatch);
        QCOMPARE(shop.told, (QStringList{"CREATED 1", "CASE 2"}));
        QCOMPARE(cases.size(), 1);
    }
    void aSecondAttemptOfASaleWaitsForTheFirst()
    {
        Shop shop;
        (void)shop.placed();
        auto second = shop.wanted("T00002");
        second.sale = "T00001";
        QCOMPARE(await(shop.checkout.place(second)).error().code, ErrorCode::AttemptOpen);
        QCOMPARE(shop.wechat.calls, QStringList("create T00001")); // WeChat has not heard of it
        QVERIFY(await(shop.checkout.settle(Orders::payment())));
        QCOMPARE(await(shop.checkout.place(second)).error().code, ErrorCode::OrderPaid);
    }
    void aRefusedOrderIsClosedAndSaysSo()
    {
        Shop shop;
        shop.wechat.creates.answers = {Error{ErrorCode::ProviderRefused, "NO_AUTH"}};
        QCOMPARE(await(shop.checkout.place(shop.wanted())).error().code, ErrorCode::ProviderRefused);
        QCOMPARE(shop.now().state, TradeState::Closed);
        QCOMPARE(shop.told, (QStringList{"CREATED 1", "CLOSED 2"}));
    }
};

QTEST_GUILESS_MAIN(PlaceTest)
#include "tst_place.moc"
