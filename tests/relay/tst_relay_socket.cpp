// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/relay/LinkRig.h"

using namespace std::chrono_literals;

/// The link comes back by itself, neither too eagerly nor too late, and finds out when the relay is dead.
class RelaySocketTest : public QObject
{
    Q_OBJECT

    /// How long it waits before it tries again, in such steps.
    static qint64 pauseOf(LinkRig &rig, std::chrono::milliseconds step = 100ms)
    {
        const int before = rig.relay.upgrades;
        qint64 waitedMs = 0;
        while (rig.relay.upgrades == before && waitedMs < 100'000) {
            rig.clock.advance(step);
            waitedMs += step.count();
            // A connection that has begun needs real time.
            LinkRig::settle();
        }
        return waitedMs;
    }

private slots:
    void comesBackSoonAndThenLater()
    {
        LinkRig rig;
        QTRY_COMPARE(rig.relay.upgrades, 1);
        qint64 expected = RelaySocket::firstPauseMs;
        for (int loss = 0; loss < 4; ++loss) {
            QTRY_VERIFY(!rig.relay.clients.isEmpty());
            rig.relay.dropSockets();
            LinkRig::settle();
            const qint64 waited = pauseOf(rig);
            QVERIFY2(waited >= expected && waited <= expected * 5 / 4 + 200, qPrintable(QString::number(waited)));
            expected *= 2;
        }
    }
    void afterSomethingGoodItIsSoonAgain()
    {
        LinkRig rig;
        for (int loss = 0; loss < 3; ++loss) {
            QTRY_VERIFY(!rig.relay.clients.isEmpty());
            rig.relay.dropSockets();
            LinkRig::settle();
            rig.relay.messages.clear();
            pauseOf(rig);
        }
        QTRY_VERIFY(!rig.relay.messages.isEmpty());
        rig.welcome();
        rig.push(1);
        QCOMPARE(rig.ack(), 1);
        rig.relay.dropSockets();
        LinkRig::settle();
        QVERIFY(pauseOf(rig) <= RelaySocket::firstPauseMs * 5 / 4 + 200);
    }
    void aRelayThatIsAwayForANightIsStillAsked()
    {
        LinkRig rig;
        QTRY_COMPARE(rig.relay.upgrades, 1);
        QTRY_VERIFY(!rig.relay.clients.isEmpty());
        rig.relay.vanish();
        for (int i = 0; i < 15; ++i) {
            rig.clock.advance(30s);
            LinkRig::settle(); // the refusal needs real time
        }
        rig.relay.listen();
        QVERIFY(pauseOf(rig, 3s) <= RelaySocket::longestPauseMs * 5 / 4 + 3000);
    }
    void aSilentRelayIsDropped()
    {
        LinkRig rig;
        rig.relay.silentSockets = true;
        QTRY_COMPARE(rig.relay.upgrades, 1);
        rig.relay.silentSockets = false;
        LinkRig::settle(); // it is connected, and has said its hello to nobody
        rig.clock.advance(std::chrono::milliseconds(2 * RelaySocket::pingMs));
        LinkRig::settle();
        rig.clock.advance(1s);
        QTRY_COMPARE(rig.relay.upgrades, 2);
    }
};

QTEST_GUILESS_MAIN(RelaySocketTest)
#include "tst_relay_socket.moc"
