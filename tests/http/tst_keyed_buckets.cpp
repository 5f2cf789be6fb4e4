// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/KeyedBuckets.h"
#include "tests/support/VirtualClock.h"

#include <QTest>

using namespace std::chrono_literals;

/// So many at once, and then evenly, for each key by itself.
class KeyedBucketsTest : public QObject
{
    Q_OBJECT

    using Buckets = KeyedBuckets<QString>;
    static int takenOf(Buckets &buckets, const QString &key, int tries = 100)
    {
        int taken = 0;
        for (int i = 0; i < tries; ++i)
            taken += buckets.take(key);
        return taken;
    }
    VirtualClock m_clock;

private slots:
    void aBurstAndThenARate()
    {
        Buckets buckets({5, 2500ms}, m_clock);
        QCOMPARE(takenOf(buckets, "a"), 5);
        m_clock.advance(499ms);
        QCOMPARE(takenOf(buckets, "a"), 0);
        QCOMPARE(buckets.lackUs("a"), 1000);
        m_clock.advance(1ms);
        QCOMPARE(takenOf(buckets, "a"), 1);
        m_clock.advance(10s);
        QCOMPARE(takenOf(buckets, "a"), 5); // no more than that is saved up
    }
    void eachByItself()
    {
        Buckets buckets({2, 2s}, m_clock);
        QCOMPARE(takenOf(buckets, "a"), 2);
        QCOMPARE(takenOf(buckets, "b"), 2);
    }
    void aFloodOfKeysCostsNoMemoryAndForgetsTheFullestFirst()
    {
        Buckets buckets({2, 2s}, m_clock);
        QCOMPARE(takenOf(buckets, "known"), 2);
        for (int i = 0; i < Buckets::maxKeys + 1000; ++i)
            QVERIFY(buckets.take(QString::number(i)));
        QCOMPARE(buckets.size(), Buckets::maxKeys);
        QCOMPARE(takenOf(buckets, "known"), 0);
        m_clock.advance(10s); // all are full again, and forgotten
        QCOMPARE(takenOf(buckets, "new"), 2);
        QCOMPARE(buckets.size(), 1);
    }
};

QTEST_GUILESS_MAIN(KeyedBucketsTest)
#include "tst_keyed_buckets.moc"
