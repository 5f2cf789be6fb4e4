// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommandLine.h"

#include <QTest>

/// --limit NAME=VALUE sets the limit of that name and no other.
class LimitsTest : public QObject
{
    Q_OBJECT
private slots:
    void setsWhoMayWait()
    {
        HttpLimits limits;
        WatchLimits watch;
        QVERIFY(applyLimit("waiters=5", limits, watch));
        QCOMPARE(watch.maxWaiters, 5);
        QCOMPARE(watch.maxWaitersPerPeer, WatchLimits().maxWaitersPerPeer);
        QVERIFY(applyLimit("waiters-per-peer=3", limits, watch));
        QCOMPARE(watch.maxWaiters, 5);
        QCOMPARE(watch.maxWaitersPerPeer, 3);
        QCOMPARE(limits.maxConnectionsPerPeer, HttpLimits().maxConnectionsPerPeer);
    }
    void setsWhatConnectionsMayCost()
    {
        HttpLimits limits;
        WatchLimits watch;
        QVERIFY(applyLimit("connections=5", limits, watch));
        QVERIFY(applyLimit("idle-deadline-ms=7", limits, watch));
        QCOMPARE(limits.maxConnections, 5);
        QCOMPARE(limits.idleDeadline, std::chrono::milliseconds(7));
        QCOMPARE(watch.maxWaiters, WatchLimits().maxWaiters);
    }
    void namesThemAll()
    {
        HttpLimits limits;
        WatchLimits watch;
        const auto refused = applyLimit("patience=5", limits, watch);
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains("waiters, waiters-per-peer"), qPrintable(refused.error().message));
    }
};

QTEST_GUILESS_MAIN(LimitsTest)
#include "tst_limits.moc"
