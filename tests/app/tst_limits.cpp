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
        ServerConfig config;
        HttpLimits &limits = config.limits;
        WatchLimits &watch = config.watchLimits;
        QVERIFY(applyLimit("waiters=5", config));
        QCOMPARE(watch.maxWaiters, 5);
        QCOMPARE(watch.maxWaitersPerPeer, WatchLimits().maxWaitersPerPeer);
        QVERIFY(applyLimit("waiters-per-peer=3", config));
        QCOMPARE(watch.maxWaiters, 5);
        QCOMPARE(watch.maxWaitersPerPeer, 3);
        QCOMPARE(limits.maxConnectionsPerPeer, HttpLimits().maxConnectionsPerPeer);
    }
    void setsWhatConnectionsMayCost()
    {
        ServerConfig config;
        HttpLimits &limits = config.limits;
        WatchLimits &watch = config.watchLimits;
        QVERIFY(applyLimit("connections=5", config));
        QVERIFY(applyLimit("idle-deadline-ms=7", config));
        QCOMPARE(limits.maxConnections, 5);
        QCOMPARE(limits.idleDeadline, std::chrono::milliseconds(7));
        QCOMPARE(watch.maxWaiters, WatchLimits().maxWaiters);
    }
    void setsEachOfThem()
    {
        ServerConfig config;
        HttpLimits &limits = config.limits;
        WatchLimits &watch = config.watchLimits;
        const auto refused = applyLimit("patience=5", config);
        const auto names = refused.error().message.section(": ", -1).split(", ");
        QCOMPARE(names.size(), 27);
        int value = 1'000;
        for (const auto &name : names)
            QVERIFY2(applyLimit(QStringLiteral("%1=%2").arg(name).arg(++value), config), qPrintable(name));
        // No two of them are the same one.
        const QList<int> all{limits.maxHeaderBytes,
                             limits.maxHeaderFields,
                             limits.maxBodyBytes,
                             limits.maxLargeBytes,
                             int(limits.headerDeadline.count()),
                             int(limits.handshakeDeadline.count()),
                             int(limits.bodyDeadline.count()),
                             int(limits.idleDeadline.count()),
                             int(limits.lingerDeadline.count()),
                             limits.maxConnections,
                             limits.maxConnectionsPerPeer,
                             limits.maxWebSocketFrameBytes,
                             limits.rates.connectionsPerPeer,
                             limits.rates.connections,
                             limits.rates.requestsPerPeer,
                             limits.rates.requests,
                             limits.rates.wrongTokensPerPeer,
                             limits.rates.wrongTokens,
                             limits.rates.wrongNotificationsPerPeer,
                             limits.rates.wrongNotifications,
                             watch.maxWaiters,
                             watch.maxWaitersPerPeer,
                             watch.maxKeysPerSocket,
                             watch.maxMessagesAMinute,
                             watch.maxUnreadBytes,
                             int(watch.pingInterval.count()),
                             config.queriesPerSecond};
        QCOMPARE(all.size(), names.size());
        QCOMPARE(QSet<int>(all.begin(), all.end()).size(), names.size());
        QVERIFY(*std::min_element(all.begin(), all.end()) > 1'000);
    }
    void namesThemAll()
    {
        ServerConfig config;
        const auto refused = applyLimit("patience=5", config);
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains("waiters, waiters-per-peer"), qPrintable(refused.error().message));
    }
};

QTEST_GUILESS_MAIN(LimitsTest)
#include "tst_limits.moc"
