// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/Connections.h"
#include "tests/support/VirtualClock.h"

#include <QTest>

class PeerCapTest : public QObject
{
    Q_OBJECT
private slots:
    void countsEachPeerByItself()
    {
        VirtualClock clock;
        HttpLimits limits;
        limits.maxConnectionsPerPeer = 2;
        Connections connections(limits, clock);
        const QHostAddress one(QStringLiteral("192.0.2.1"));
        const QHostAddress other(QStringLiteral("2001:db8::1"));
        connections.add(one, 1, nullptr);
        QVERIFY(connections.hasRoomFor(one));
        connections.add(one, 2, nullptr);
        QVERIFY(!connections.hasRoomFor(one));
        QVERIFY(connections.hasRoomFor(other));
        connections.remove(one, 1, nullptr);
        QVERIFY(connections.hasRoomFor(one));
        QCOMPARE(connections.count(), 1);
    }
    void doesNotCountLoopback()
    {
        VirtualClock clock;
        HttpLimits limits;
        limits.maxConnectionsPerPeer = 1;
        Connections connections(limits, clock);
        for (const char *text : {"127.0.0.1", "127.0.0.9", "::1"}) {
            const QHostAddress peer{QString::fromLatin1(text)};
            connections.add(peer, 1, nullptr);
            QVERIFY(connections.hasRoomFor(peer));
        }
    }
    void countsAV6NetworkAsOne()
    {
        VirtualClock clock;
        HttpLimits limits;
        limits.maxConnectionsPerPeer = 1;
        Connections connections(limits, clock);
        connections.add(QHostAddress(QStringLiteral("2001:db8::1")), 1, nullptr);
        QVERIFY(!connections.hasRoomFor(QHostAddress(QStringLiteral("2001:db8::2"))));
        QVERIFY(connections.hasRoomFor(QHostAddress(QStringLiteral("2001:db8:0:1::1"))));
        connections.remove(QHostAddress(QStringLiteral("2001:db8::1")), 1, nullptr);
        QVERIFY(connections.hasRoomFor(QHostAddress(QStringLiteral("2001:db8::2"))));
    }
    void doesNotCountTrustedProxies()
    {
        VirtualClock clock;
        HttpLimits limits;
        limits.maxConnectionsPerPeer = 1;
        limits.rates.connectionsPerPeer = 1;
        Connections connections(limits, clock);
        connections.proxies.trusted = TrustedProxies::parse({QStringLiteral("192.0.2.1")}).value();
        for (quint16 port = 1; port < 9; ++port) {
            QVERIFY(connections.admits(QHostAddress(QStringLiteral("192.0.2.1"))));
            connections.add(QHostAddress(QStringLiteral("192.0.2.1")), port, nullptr);
        }
    }
    void admitsSoManyAMinute()
    {
        VirtualClock clock;
        HttpLimits limits;
        limits.rates.connectionsPerPeer = 2;
        limits.rates.connections = 3;
        Connections connections(limits, clock);
        const QHostAddress one(QStringLiteral("192.0.2.1"));
        const QHostAddress other(QStringLiteral("192.0.2.2"));
        QVERIFY(connections.admits(one) && connections.admits(one));
        QVERIFY(!connections.admits(one));
        QVERIFY(connections.admits(other));
        QVERIFY(!connections.admits(other)); // the third of all
        QVERIFY(connections.admits(QHostAddress(QHostAddress::LocalHost)));
        clock.advance(std::chrono::seconds(30));
        QVERIFY(connections.admits(one));
    }
    void mayTakeProxiesOnly()
    {
        VirtualClock clock;
        Connections connections({}, clock);
        connections.proxies = {TrustedProxies::parse({QStringLiteral("192.0.2.1")}).value(), true};
        QVERIFY(connections.admits(QHostAddress(QStringLiteral("192.0.2.1"))));
        QVERIFY(connections.admits(QHostAddress(QHostAddress::LocalHost)));
        QVERIFY(!connections.admits(QHostAddress(QStringLiteral("192.0.2.2"))));
    }
    void knowsAnIpv4PeerOnADualStackSocket()
    {
        QCOMPARE(Connections::plain(QHostAddress(QStringLiteral("::ffff:192.0.2.1"))),
                 QHostAddress(QStringLiteral("192.0.2.1")));
        QVERIFY(Connections::plain(QHostAddress(QStringLiteral("::ffff:127.0.0.1"))).isLoopback());
        QCOMPARE(Connections::plain(QHostAddress(QStringLiteral("::1"))), QHostAddress(QHostAddress::LocalHostIPv6));
    }
};

QTEST_GUILESS_MAIN(PeerCapTest)
#include "tst_peer_cap.moc"
