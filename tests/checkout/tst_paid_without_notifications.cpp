// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/checkout/OpenShop.h"

using namespace std::chrono_literals;

/// With every inbound path dead a payment shows within 5 s, at whatever moment it falls (promise 1).
class PaidWithoutNotificationsTest : public QObject
{
    Q_OBJECT
private slots:
    void isFoundWithinFiveSeconds_data()
    {
        QTest::addColumn<int>("paysAfterMs");
        QTest::addColumn<int>("answerTakesMs");
        for (const int second : {2, 12, 31, 70, 181}) {
            QTest::addRow("after %d s", second) << second * 1000 << 0;
            QTest::addRow("after %d s, slow answers", second) << second * 1000 << 1500;
            QTest::addRow("just missed after %d s, slow answers", second) << second * 1000 + 1100 << 1500;
        }
    }
    void isFoundWithinFiveSeconds()
    {
        QFETCH(int, paysAfterMs);
        QFETCH(int, answerTakesMs);
        OpenShop shop;
        shop.wechat.delay = std::chrono::milliseconds(answerTakesMs);
        shop.place();
        const qint64 qrMs = shop.elapsedMs();
        shop.pass(std::chrono::milliseconds(paysAfterMs));
        QCOMPARE(shop.told.last(), QStringLiteral("CODE_READY 2"));
        shop.wechat.pay("T00001");
        qint64 waitedMs = 0;
        for (; !shop.told.contains("SUCCESS 3") && waitedMs < 10'000; waitedMs += 100)
            shop.pass(100ms);
        QVERIFY2(waitedMs <= 5000, qPrintable(QString::number(waitedMs)));
        QVERIFY(shop.elapsedMs() >= qrMs + paysAfterMs);
        QCOMPARE(shop.now().confirmedBy, Witness::Query);
        QCOMPARE(await(shop.store.history(Orders::number(), 2))->events.first().source, QStringLiteral("query"));
        QVERIFY(!shop.wechat.words().contains("close T00001"));
    }
    void inTheLastSecondToo()
    {
        OpenShop shop;
        shop.place();
        shop.pass(299'500ms);
        shop.wechat.pay("T00001");
        shop.pass(5s);
        QCOMPARE(shop.now().state, TradeState::Success);
        QVERIFY(!shop.now().closing);
    }
};

QTEST_GUILESS_MAIN(PaidWithoutNotificationsTest)
#include "tst_paid_without_notifications.moc"
