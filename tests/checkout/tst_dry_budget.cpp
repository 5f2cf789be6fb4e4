// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/checkout/OpenShop.h"

using namespace std::chrono_literals;

/// More QRs than the budget reaches for: the newest keep their pace, and nobody is forgotten.
class DryBudgetTest : public QObject
{
    Q_OBJECT

    static constexpr int perSecond = 4;
    static constexpr int orders = 40; ///< the budget keeps twelve at 3 s

    static QByteArray number(int i) { return QStringLiteral("T%1").arg(i, 5, 10, QLatin1Char('0')).toLatin1(); }

    /// One a second, so that each is newer than the one before.
    static void fill(OpenShop &shop)
    {
        for (int i = 0; i < orders; ++i) {
            shop.place(number(i).constData());
            shop.pass(1s);
        }
    }
    static qint64 longestWait(const OpenShop &shop, const char *number, qint64 fromMs)
    {
        qint64 longest = 0;
        qint64 last = fromMs;
        for (const auto atMs : shop.wechat.times(QStringLiteral("query ") + number)) {
            if (atMs >= fromMs)
                longest = std::max(longest, atMs - std::exchange(last, atMs));
        }
        return std::max(longest, shop.elapsedMs() - last);
    }

private slots:
    void theNewestKeepTheirPaceAndTheOldestTheSlowOne()
    {
        OpenShop shop(perSecond);
        fill(shop);
        const qint64 fullMs = shop.elapsedMs();
        shop.pass(60s);
        for (int i = orders - 8; i < orders; ++i)
            QVERIFY2(longestWait(shop, number(i), fullMs) <= 4000, number(i).constData());
        for (int i = 0; i < 8; ++i) {
            const qint64 wait = longestWait(shop, number(i), fullMs);
            QVERIFY2(wait > 10'000, number(i).constData()); // it has fallen back
            QVERIFY2(wait < 150'000, number(i).constData());
        }
    }
    void noSecondHoldsMoreThanTheBudget()
    {
        OpenShop shop(perSecond);
        fill(shop);
        for (int i = 0; i < 10; ++i) // those who press F5 and cancel are counted too
            (void)shop.checkout->query(Orders::number(number(i).constData()));
        (void)shop.checkout->close(Orders::number("T00011"));
        shop.pass(300s, 300ms);
        QList<qint64> asked;
        for (const auto &call : shop.wechat.calls) {
            if (call.what.startsWith("query"))
                asked << call.atMs;
        }
        QVERIFY(asked.size() > 1000);
        for (int i = perSecond; i < asked.size(); ++i)
            QVERIFY(asked[i] - asked[i - perSecond] >= 1000);
    }
    void everyOrderEndsAllTheSame()
    {
        OpenShop shop(perSecond);
        fill(shop);
        shop.wechat.pay("T00000");
        shop.pass(330s, 500ms);
        QCOMPARE(shop.now("T00000").state, TradeState::Success);
        QVERIFY(await(shop.store.unfinished())->isEmpty());
    }
    void whoStandsAtTheTillDoesNotWaitForTheRest()
    {
        OpenShop shop(perSecond);
        fill(shop);
        const auto asked = shop.checkout->query(Orders::number("T00000"));
        shop.pass(1100ms);
        QVERIFY(asked.isFinished());
    }
};

QTEST_GUILESS_MAIN(DryBudgetTest)
#include "tst_dry_budget.moc"
