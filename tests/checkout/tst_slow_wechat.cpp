// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Shop.h"

using namespace std::chrono_literals;

/// Silence is no answer: the asker is let go after 3 s, the asking goes on.
class SlowWechatTest : public QObject
{
    Q_OBJECT
private slots:
    void answersWithoutCodeAfterThreeSeconds()
    {
        Shop shop;
        shop.wechat.creates.hold = true;
        const auto placing = shop.checkout.place(shop.wanted());
        QTRY_COMPARE(shop.wechat.calls.size(), 1);
        shop.pass(2999ms);
        QVERIFY(!placing.isFinished());
        shop.pass(1ms);
        QVERIFY(await(placing)->order.codeUrl.isEmpty());
        shop.wechat.creates.release(QStringLiteral("weixin://late"));
        QTRY_COMPARE(shop.told.last(), QStringLiteral("CODE_READY 2"));
        QCOMPARE(shop.now().codeUrl, QStringLiteral("weixin://late"));
    }
    void asksAgainUntilThereIsACode()
    {
        Shop shop;
        shop.wechat.creates.answers = {Error{ErrorCode::Unknown, {}}, Error{ErrorCode::ProviderUnavailable, {}},
                                       QStringLiteral("weixin://third")};
        const auto placing = shop.checkout.place(shop.wanted());
        QTRY_COMPARE(shop.wechat.calls.size(), 1);
        for (int i = 0; i < 4; ++i)
            shop.pass(1s);
        QCOMPARE(shop.wechat.calls, (QStringList{"create T00001", "create T00001", "create T00001"}));
        QCOMPARE(shop.now().codeUrl, QStringLiteral("weixin://third"));
        QVERIFY(await(placing));
    }
    void stopsAskingAtTheDeadline()
    {
        Shop shop;
        shop.wechat.creates.answers = {Error{ErrorCode::Unknown, {}}};
        const auto placing = shop.checkout.place(shop.wanted());
        QTRY_COMPARE(shop.wechat.calls.size(), 1);
        for (int i = 0; i < 400; ++i)
            shop.pass(1s);
        const auto asked = shop.wechat.calls.size();
        QVERIFY2(asked > 100 && asked < 155, qPrintable(QString::number(asked)));
        shop.pass(60s);
        QCOMPARE(shop.wechat.calls.size(), asked);
        QVERIFY(await(placing));
        QCOMPARE(shop.now().state, TradeState::NotPay); // unknown is not failed
    }
    void stopsAskingOnceCancelled()
    {
        Shop shop;
        shop.wechat.creates.answers = {Error{ErrorCode::Unknown, {}}};
        shop.wechat.queries.answers = {Error{ErrorCode::NotFound, {}}};
        const auto placing = shop.checkout.place(shop.wanted());
        QTRY_COMPARE(shop.wechat.calls.size(), 1);
        const auto closing = shop.checkout.close(Orders::number());
        for (int i = 0; i < 8; ++i)
            shop.pass(1s);
        QCOMPARE(shop.now().state, TradeState::Closed);
        QCOMPARE(shop.wechat.calls.count("create T00001"), 1);
        QVERIFY(await(closing));
    }
};

QTEST_GUILESS_MAIN(SlowWechatTest)
#include "tst_slow_wechat.moc"
