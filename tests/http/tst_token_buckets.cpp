// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/TokenBuckets.h"
#include "tests/support/VirtualClock.h"

#include <QTest>

using namespace std::chrono_literals;

namespace {

int takenAtOnce(TokenBuckets &buckets, const QString &peer, int tries = 1000)
{
    int taken = 0;
    for (int i = 0; i < tries; ++i)
        taken += buckets.take(QHostAddress(peer)) ? 0 : 1;
    return taken;
}

} // namespace

class TokenBucketsTest : public QObject
{
    Q_OBJECT
    VirtualClock m_clock;

private slots:
    void holdsAMinutesWorth()
    {
        TokenBuckets buckets(30, 1000, m_clock);
        QCOMPARE(takenAtOnce(buckets, "192.0.2.1"), 30);
        QCOMPARE(takenAtOnce(buckets, "192.0.2.2"), 30);
    }
    void fillsUpEvenly()
    {
        TokenBuckets buckets(30, 1000, m_clock);
        takenAtOnce(buckets, "192.0.2.1");
        m_clock.advance(1'999ms);
        QCOMPARE(takenAtOnce(buckets, "192.0.2.1"), 0);
        m_clock.advance(1ms);
        QCOMPARE(takenAtOnce(buckets, "192.0.2.1"), 1);
        m_clock.advance(20s);
        QCOMPARE(takenAtOnce(buckets, "192.0.2.1"), 10);
        m_clock.advance(1h);
        QCOMPARE(takenAtOnce(buckets, "192.0.2.1"), 30);
    }
    void saysHowLong()
    {
        TokenBuckets buckets(30, 1000, m_clock);
        const QHostAddress peer(QStringLiteral("192.0.2.1"));
        QCOMPARE(buckets.wait(peer), std::nullopt);
        takenAtOnce(buckets, "192.0.2.1");
        QCOMPARE(buckets.wait(peer), std::optional(2'000ms));
        m_clock.advance(500ms);
        QCOMPARE(buckets.take(peer), std::optional(1'500ms));
        m_clock.advance(1'500ms);
        QCOMPARE(buckets.take(peer), std::nullopt);
    }
    void anEmptyBucketOfAllEmptiesNobodysOwn()
    {
        TokenBuckets buckets(30, 40, m_clock);
        QCOMPARE(takenAtOnce(buckets, "192.0.2.1"), 30);
        QCOMPARE(takenAtOnce(buckets, "192.0.2.2"), 10);
        m_clock.advance(30s);
        QCOMPARE(takenAtOnce(buckets, "192.0.2.2"), 20); // all that came into the bucket of all
        QCOMPARE(takenAtOnce(buckets, "192.0.2.3"), 0);
    }
    void aV6NetworkIsOnePeer()
    {
        TokenBuckets buckets(30, 1000, m_clock);
        QCOMPARE(takenAtOnce(buckets, "2001:db8:1:2::1"), 30);
        QCOMPARE(takenAtOnce(buckets, "2001:db8:1:2:ffff::9"), 0);
        QCOMPARE(takenAtOnce(buckets, "2001:db8:1:3::1"), 30);
        QCOMPARE(buckets.peers(), 2);
    }
    void aV4PeerIsTheSameOnADualStackSocket()
    {
        TokenBuckets buckets(30, 1000, m_clock);
        QCOMPARE(takenAtOnce(buckets, "192.0.2.1"), 30);
        QCOMPARE(takenAtOnce(buckets, "::ffff:192.0.2.1"), 0);
    }
    void manyAddressesCostNoMemory()
    {
        TokenBuckets buckets(30, 10'000'000, m_clock);
        QCOMPARE(takenAtOnce(buckets, "192.0.2.1"), 30);
        for (quint32 i = 0; i < 100'000; ++i)
            QVERIFY(!buckets.take(QHostAddress(0x0a000000 + i)));
        QCOMPARE(buckets.peers(), KeyedBuckets<quint64>::maxKeys);
        QCOMPARE(takenAtOnce(buckets, "192.0.2.1"), 0); // whoever used up most is remembered longest
    }
    void forgetsWhoHasAFullOne()
    {
        TokenBuckets buckets(30, 1000, m_clock);
        takenAtOnce(buckets, "192.0.2.1", 1);
        takenAtOnce(buckets, "192.0.2.2", 30);
        m_clock.advance(2s);
        takenAtOnce(buckets, "192.0.2.3", 1);
        QCOMPARE(buckets.peers(), 2);
    }
};

QTEST_GUILESS_MAIN(TokenBucketsTest)
#include "tst_token_buckets.moc"
