// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/checkout/AskQueue.h"
#include "tests/support/Orders.h"

#include <QTest>

/// The newest first, and nobody forgotten.
class AskQueueTest : public QObject
{
    Q_OBJECT

    static QStringList taken(AskQueue &queue, qint64 nowMs, int most)
    {
        QStringList taken;
        for (int i = 0; i < most; ++i) {
            if (const auto number = queue.take(nowMs))
                taken << number->text();
        }
        return taken;
    }

private slots:
    void nobodyBeforeItsTime()
    {
        AskQueue queue;
        queue.put(Orders::number("ORDER1"), {0, 3000, 5000});
        QVERIFY(!queue.take(2999));
        QCOMPARE(queue.nextMs(), 3000);
        QCOMPARE(taken(queue, 3000, 9), QStringList("ORDER1"));
        QVERIFY(!queue.take(3000));
        QVERIFY(!queue.nextMs());
    }
    void theNewestOfThoseThatAreDue()
    {
        AskQueue queue;
        queue.put(Orders::number("OLDEST"), {0, 100, 9000});
        queue.put(Orders::number("NEWEST"), {50, 120, 9000});
        queue.put(Orders::number("NOTDUE"), {60, 999, 9000});
        QCOMPARE(taken(queue, 200, 9), (QStringList{"NEWEST", "OLDEST"}));
    }
    void whoIsOwedGetsAShare()
    {
        AskQueue queue;
        queue.put(Orders::number("OLDEST"), {0, 100, 200});
        for (int i = 1; i <= 9; ++i)
            queue.put(Orders::number(qPrintable(QStringLiteral("NEWER%1").arg(i))), {i, 100, 9000});
        const auto first = taken(queue, 300, AskQueue::owedShare);
        QCOMPARE(first.first(), QStringLiteral("NEWER9"));
        QCOMPARE(first.last(), QStringLiteral("OLDEST"));
    }
    void aNewTurnTakesThePlaceOfTheOld()
    {
        AskQueue queue;
        queue.put(Orders::number("ORDER1"), {0, 100, 100});
        QVERIFY(queue.hasDue(100));
        queue.put(Orders::number("ORDER1"), {0, 400, 500});
        QVERIFY(!queue.hasDue(399));
        queue.remove(Orders::number("ORDER1"));
        QVERIFY(!queue.hasDue(9999));
        QCOMPARE(queue.size(), 0);
    }
    void everybodyCanBeHurried()
    {
        AskQueue queue;
        queue.put(Orders::number("ORDER1"), {0, 100'000, 100'000});
        queue.put(Orders::number("ORDER2"), {0, 50, 50});
        queue.hurryAll(200);
        QCOMPARE(taken(queue, 199, 9), QStringList("ORDER2"));
        QCOMPARE(taken(queue, 200, 9), QStringList("ORDER1"));
        QCOMPARE(queue.size(), 0);
    }
};

QTEST_GUILESS_MAIN(AskQueueTest)
#include "tst_ask_queue.moc"
