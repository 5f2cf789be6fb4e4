// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/checkout/OpenShop.h"

using namespace std::chrono_literals;

/// Past its deadline an order is asked about until WeChat says the end, slower and slower.
class AfterTheDeadlineTest : public QObject
{
    Q_OBJECT

    static constexpr qint64 deadlineMs = 300'000;

    /// When a round began, since the deadline.
    static QList<qint64> rounds(const OpenShop &shop)
    {
        QList<qint64> rounds;
        for (const auto atMs : shop.wechat.times("close T00001"))
            rounds << (atMs - deadlineMs) / 1000;
        return rounds;
    }

private slots:
    void slowerAndSlower()
    {
        OpenShop shop;
        shop.place();
        shop.wechat.takesCloses = false;
        shop.pass(300s + 3h, 1s);
        QCOMPARE(rounds(shop), (QList<qint64>{0, 2, 6, 14, 30, 62, 126, 254, 510, 1022, 2046, 3846, 5646, 7446, 9246}));
        QVERIFY(shop.now().closing);
        QCOMPARE(shop.now().state, TradeState::NotPay);
    }
    void untilWeChatSaysTheEnd_data()
    {
        QTest::addColumn<TradeState>("end");
        QTest::addColumn<TradeState>("inTheBooks");
        QTest::newRow("closed") << TradeState::Closed << TradeState::Closed;
        QTest::newRow("paid after all") << TradeState::Success << TradeState::Success;
    }
    void untilWeChatSaysTheEnd()
    {
        QFETCH(TradeState, end);
        QFETCH(TradeState, inTheBooks);
        OpenShop shop;
        shop.place();
        shop.wechat.takesCloses = false;
        shop.pass(2h, 10s);
        shop.wechat.states["T00001"] = end;
        shop.pass(30min + 1s, 10s);
        QCOMPARE(shop.now().state, inTheBooks);
        const auto asked = shop.wechat.calls.size();
        shop.pass(2h, 60s);
        QCOMPARE(shop.wechat.calls.size(), asked);
    }
    void eightDaysAtMostAndAgainAfterARestart()
    {
        OpenShop shop;
        shop.place();
        shop.wechat.takesCloses = false;
        shop.pass(300s, 1s);
        shop.pass(24h * 8 + 1h, 1min);
        const auto asked = shop.wechat.calls.size();
        shop.pass(24h, 1h);
        QCOMPARE(shop.wechat.calls.size(), asked);
        shop.restart();
        QVERIFY(shop.wechat.calls.size() > asked);
    }
    void aParkedOrderIsAskedAboutQuickly()
    {
        OpenShop shop;
        shop.place();
        shop.wechat.takesCloses = false;
        shop.pass(10s);
        const auto closing = shop.checkout->close(Orders::number(), "P1");
        shop.pass(60s, 500ms);
        // Parked, its QR gone from the screen; the customer pays what is still on the phone.
        QVERIFY(closing.isFinished() && shop.now().closing);
        shop.wechat.pay("T00001");
        shop.pass(5s);
        QCOMPARE(shop.now().state, TradeState::Success);
    }
    void whoeverCancelledItIsNamedHoweverLongItTook()
    {
        OpenShop shop;
        shop.place();
        shop.wechat.takesCloses = false;
        const auto closing = shop.checkout->close(Orders::number(), "P1");
        shop.pass(400s, 1s);
        shop.wechat.takesCloses = true;
        shop.pass(300s, 1s);
        QCOMPARE(shop.now().state, TradeState::Closed);
        QCOMPARE(await(shop.store.history(Orders::number(), 2))->events.last().operatorId, QStringLiteral("P1"));
        QVERIFY(closing.isFinished());
    }
    void everythingIsAskedWhenTheLineIsBack()
    {
        OpenShop shop;
        shop.place();
        shop.place("T00002");
        shop.wechat.takesCloses = false;
        shop.wechat.isDown = true;
        shop.pass(1h, 5s);
        const auto asked = shop.wechat.calls.size();
        shop.wechat.isDown = false;
        shop.wechat.pay("T00001");
        shop.place("T00003"); // this goes through, so the line is back
        shop.pass(5s);
        QCOMPARE(shop.now().state, TradeState::Success);
        QVERIFY(shop.wechat.words().mid(asked).contains("query T00002"));
    }
    void aLineThatComesAndGoesCostsLittle()
    {
        OpenShop shop;
        shop.place();
        shop.wechat.takesCloses = false;
        shop.pass(300s + 2h, 10s);
        const auto asked = shop.wechat.calls.size();
        for (int i = 0; i < 60; ++i) { // down and up every second, with somebody pressing F5
            shop.wechat.isDown = i % 2 == 0;
            const auto one = shop.checkout->query(Orders::number());
            const auto two = shop.checkout->query(Orders::number());
            shop.pass(1s, 500ms);
        }
        QVERIFY2(shop.wechat.calls.size() - asked < 120 + 7 * 3, qPrintable(shop.wechat.words().mid(asked).join(u' ')));
    }
};

QTEST_GUILESS_MAIN(AfterTheDeadlineTest)
#include "tst_after_the_deadline.moc"
