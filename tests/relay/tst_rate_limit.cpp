// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/relay/RateLimit.h"
#include "tests/support/VirtualClock.h"

#include <QTest>

using namespace std::chrono_literals;

/// A burst, then so many a second, for each key by itself.
class RateLimitTest : public QObject
{
    Q_OBJECT

    static int admittedOf(RateLimit &limit, const QByteArray &key, int tries)
    {
        int admitted = 0;
        for (int i = 0; i < tries; ++i)
            admitted += limit.admits(key);
        return admitted;
    }

private slots:
    void aBurstAndThenARate()
    {
        VirtualClock clock;
        RateLimit limit({5, 2}, clock);
        QCOMPARE(admittedOf(limit, "a", 10), 5);
        clock.advance(499ms);
        QCOMPARE(admittedOf(limit, "a", 10), 0);
        clock.advance(1ms);
        QCOMPARE(admittedOf(limit, "a", 10), 1);
        clock.advance(10s);
        QCOMPARE(admittedOf(limit, "a", 10), 5); // no more than the burst is saved up
    }
    void eachByItself()
    {
        VirtualClock clock;
        RateLimit limit({2, 1}, clock);
        QCOMPARE(admittedOf(limit, "a", 10), 2);
        QCOMPARE(admittedOf(limit, "b", 10), 2);
    }
    void aFloodOfKeysCostsThemAndNobodyElse()
    {
        VirtualClock clock;
        RateLimit limit({2, 1}, clock);
        QVERIFY(limit.admits("known"));
        int admitted = 0;
        for (int i = 0; i < RateLimit::maxKeys + 1000; ++i)
            admitted += limit.admits(QByteArray::number(i));
        QCOMPARE(admitted, int(RateLimit::maxKeys) - 1 + 2); // the last thousand share a bucket
        QVERIFY(limit.admits("known"));
        clock.advance(10s); // all are full again, and forgotten
        QCOMPARE(admittedOf(limit, "new", 10), 2);
    }
};

QTEST_GUILESS_MAIN(RateLimitTest)
#include "tst_rate_limit.moc"
