// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/push/ScriptedPast.h"

#include <QTest>

/// Not more may wait than the limits say, in all and from one address; who goes makes room.
class WatchLimitsTest : public QObject
{
    Q_OBJECT

    const WatchKey m_key{Orders::number()};
    const QHostAddress m_near{QHostAddress::LocalHost};
    const QHostAddress m_far{"192.0.2.7"};
    const QHostAddress m_other{"192.0.2.8"};

    static WatchKey key(int number) { return *WatchKey::parse(QString::number(number)); }

    /// Waits for one key more.
    static ErrorCode addTo(Watchers &watchers, const WatchKey &key, QObject &connection, const QHostAddress &peer)
    {
        const auto watched = watchers.watch(key, 0, {&connection, peer}, [](const Push &) {});
        return watched ? ErrorCode::Internal : watched.error().code; // Internal: none
    }

private slots:
    void inAll()
    {
        ScriptedPast past;
        past.hold = false;
        Watchers watchers(past.recall());
        QObject crowd, late;
        for (int i = 0; i < 20'000; ++i)
            QCOMPARE(addTo(watchers, key(i), crowd, m_near), ErrorCode::Internal);
        QCOMPARE(addTo(watchers, m_key, late, m_near), ErrorCode::Busy);
        QCOMPARE(addTo(watchers, m_key, late, m_far), ErrorCode::Busy);
        QCOMPARE(watchers.count(), 20'000);
        QCOMPARE(addTo(watchers, key(7), crowd, m_near), ErrorCode::Internal); // replaces its own
        watchers.unwatch(key(7), &crowd);
        QCOMPARE(addTo(watchers, m_key, late, m_far), ErrorCode::Internal);
    }
    void fromOneAddress()
    {
        ScriptedPast past;
        past.hold = false;
        Watchers watchers(past.recall());
        QObject one, two, three;
        for (int i = 0; i < 256; ++i)
            QCOMPARE(addTo(watchers, key(i), i % 2 ? one : two, m_far), ErrorCode::Internal);
        QCOMPARE(addTo(watchers, m_key, three, m_far), ErrorCode::RateLimited);
        QCOMPARE(addTo(watchers, m_key, three, m_other), ErrorCode::Internal);
        QCOMPARE(addTo(watchers, key(1), one, m_far), ErrorCode::Internal); // replaces its own
        QCOMPARE(addTo(watchers, key(1), three, m_far), ErrorCode::RateLimited);
        watchers.unwatch(key(1), &one);
        QCOMPARE(addTo(watchers, key(1), three, m_far), ErrorCode::Internal);
    }
    void whoGoesOrFailsMakesRoom()
    {
        ScriptedPast past;
        Watchers watchers(past.recall(), {.maxWaiters = 2, .maxWaitersPerPeer = 1});
        auto one = std::make_unique<QObject>();
        QObject two;
        QCOMPARE(addTo(watchers, m_key, *one, m_far), ErrorCode::Internal);
        QCOMPARE(addTo(watchers, m_key, two, m_far), ErrorCode::RateLimited);
        one.reset();
        QCOMPARE(addTo(watchers, m_key, two, m_far), ErrorCode::Internal);
        past.answer(); // of the one that has gone
        past.answer(Error{ErrorCode::StoreFailure, "disk full"});
        QCOMPARE(watchers.count(), 0);
        QCOMPARE(addTo(watchers, m_key, two, m_far), ErrorCode::Internal);
    }
    void loopbackIsNotCounted_data()
    {
        QTest::addColumn<QHostAddress>("peer");
        QTest::newRow("IPv4") << QHostAddress("127.0.0.1");
        QTest::newRow("another of its block") << QHostAddress("127.3.2.1");
        QTest::newRow("IPv6") << QHostAddress("::1");
    }
    void loopbackIsNotCounted()
    {
        QFETCH(QHostAddress, peer);
        ScriptedPast past;
        past.hold = false;
        Watchers watchers(past.recall(), {.maxWaiters = 20, .maxWaitersPerPeer = 1});
        QObject balancer;
        for (int i = 0; i < 20; ++i)
            QCOMPARE(addTo(watchers, key(i), balancer, peer), ErrorCode::Internal);
        QCOMPARE(addTo(watchers, m_key, balancer, peer), ErrorCode::Busy);
    }
};

QTEST_GUILESS_MAIN(WatchLimitsTest)
#include "tst_watch_limits.moc"
