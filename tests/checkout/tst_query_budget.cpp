// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/checkout/QueryBudget.h"
#include "tests/support/VirtualClock.h"

#include <QTest>

using namespace std::chrono_literals;

/// No second holds more questions than the budget, and whoever waits is served in turn.
class QueryBudgetTest : public QObject
{
    Q_OBJECT
private slots:
    void noSecondHoldsMore()
    {
        VirtualClock clock(0);
        QueryBudget budget(clock, 5);
        QList<qint64> asked;
        for (int i = 0; i < 400; ++i) { // somebody always wants one, at uneven times
            clock.advance(std::chrono::milliseconds(7 + 13 * (i % 3)));
            while (budget.hasSpare()) {
                budget.take();
                asked << clock.steadyMs();
            }
        }
        QVERIFY(asked.size() > 30);
        for (int i = 5; i < asked.size(); ++i)
            QVERIFY(asked[i] - asked[i - 5] >= 1000);
    }
    void whoWaitsIsServedInTurn()
    {
        VirtualClock clock(0);
        QueryBudget budget(clock, 2);
        QStringList served;
        for (int i = 0; i < 5; ++i) {
            const auto note = [&served, &clock, i] {
                served << QStringLiteral("%1 at %2").arg(i).arg(clock.steadyMs());
            };
            QVERIFY(budget.inTurn(this, note));
        }
        QVERIFY(!budget.hasSpare());
        clock.advance(3s);
        QCOMPARE(served, (QStringList{"0 at 0", "1 at 0", "2 at 1000", "3 at 1000", "4 at 2000"}));
        QVERIFY(budget.hasSpare());
    }
    void whoHasGoneTakesNone()
    {
        VirtualClock clock(0);
        QueryBudget budget(clock, 1);
        budget.take();
        auto gone = std::make_unique<QObject>();
        int calls = 0;
        QVERIFY(budget.inTurn(gone.get(), [&calls] { calls += 100; }));
        QVERIFY(budget.inTurn(this, [&calls] { ++calls; }));
        gone.reset();
        clock.advance(1s);
        QCOMPARE(calls, 1);
    }
    void saysWhenThereIsOne()
    {
        VirtualClock clock(0);
        QueryBudget budget(clock, 2);
        QCOMPARE(budget.spareAtMs(), 0);
        budget.take();
        clock.advance(300ms);
        budget.take();
        QCOMPARE(budget.spareAtMs(), 1000);
        clock.advance(700ms);
        QVERIFY(budget.hasSpare());
        QCOMPARE(budget.spareAtMs(), 1000);
    }
    void whatIsKeptBackCountsUntilItIsUsedOrGivenBack()
    {
        VirtualClock clock(0);
        QueryBudget budget(clock, 1);
        budget.reserve();
        QVERIFY(!budget.hasSpare());
        clock.advance(5s);
        QVERIFY(!budget.hasSpare() && budget.spareAtMs() > 5000);
        budget.useReserved(); // it counts from now on
        clock.advance(999ms);
        QVERIFY(!budget.hasSpare());
        clock.advance(1ms);
        QVERIFY(budget.hasSpare());
        budget.reserve();
        budget.giveBack();
        QVERIFY(budget.hasSpare());
    }
    void theQueueHasALimit()
    {
        VirtualClock clock(0);
        QueryBudget budget(clock, 1);
        budget.take();
        for (size_t i = 0; i < QueryBudget::mostWaiting; ++i)
            QVERIFY(budget.inTurn(this, [] {}));
        QVERIFY(!budget.inTurn(this, [] {}));
    }
};

QTEST_GUILESS_MAIN(QueryBudgetTest)
#include "tst_query_budget.moc"
