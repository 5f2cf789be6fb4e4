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
