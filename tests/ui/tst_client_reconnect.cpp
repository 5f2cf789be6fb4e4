// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Await.h"
#include "tests/support/ClientRig.h"

using namespace std::chrono_literals;

class ClientReconnectTest : public QObject
{
    Q_OBJECT
private slots:
    void itComesBackWithGrowingPauses()
    {
        ClientRig rig;
        QTRY_COMPARE(rig.server.clients.size(), 1);
        rig.client.watch(ClientRig::number());
        rig.server.vanish();
        ClientRig::settle();
        rig.clock.advance(1000ms);
        ClientRig::settle();
        QCOMPARE(rig.online, QList<bool>{false});
        for (int i = 0; i < 10; ++i) {
            rig.clock.advance(5s);
            ClientRig::settle();
        }
        QCOMPARE(rig.online, QList<bool>{false});
        const int before = rig.server.upgrades;
        rig.server.listen();
        rig.clock.advance(6250ms); // 5 s and a quarter
        QTRY_COMPARE(rig.server.upgrades, before + 1);
        QTRY_COMPARE(rig.online, (QList<bool>{false, true}));
    }
    void aServerThatHasGoneSilentIsDropped()
    {
        ClientRig rig;
        rig.server.silentSockets = true;
        rig.server.dropSockets();
        QTRY_COMPARE(rig.server.upgrades, 1);
        ClientRig::settle();
        rig.clock.advance(5s); // a ping
        ClientRig::settle();
        QCOMPARE(rig.server.upgrades, 1);
        rig.server.silentSockets = false;
        rig.clock.advance(5s); // no pong
        ClientRig::settle();
        rig.clock.advance(400ms);
        QTRY_COMPARE(rig.server.upgrades, 2);
    }
    void aServerThatAnswersPingsIsKept()
    {
        ClientRig rig;
        QTRY_COMPARE(rig.server.clients.size(), 1);
        for (int i = 0; i < 5; ++i) {
            rig.clock.advance(5s);
            ClientRig::settle();
        }
        QCOMPARE(rig.server.upgrades, 1);
        QVERIFY(rig.online.isEmpty());
    }
    void aServerThatIsNotThereIsSaidAtTheStart()
    {
        LoopbackServer gone;
        gone.vanish();
        VirtualClock clock;
        SeededRandom random;
        TillClient client(gone.url(), "t", clock, random);
        QList<bool> online;
        connect(&client, &PaymentDesk::onlineChanged, &client, [&online](bool is) { online.append(is); });
        client.start();
        ClientRig::settle();
        clock.advance(1s);
        QCOMPARE(online, QList<bool>{false});
    }
    void thePausesDoubleUpToFiveSeconds()
    {
        QTcpServer unfriendly; // takes everybody and throws them out
        int knocks = 0;
        connect(&unfriendly, &QTcpServer::newConnection, this, [&] {
            ++knocks;
            unfriendly.nextPendingConnection()->abort();
        });
        QVERIFY(unfriendly.listen(QHostAddress::LocalHost));
        VirtualClock clock;
        SeededRandom random;
        ServerSocket socket(QUrl(QString("ws://127.0.0.1:%1").arg(unfriendly.serverPort())), "terminal-token", clock,
                            random);
        socket.open();
        QTRY_COMPARE(knocks, 1);
        for (int loss = 0; loss < 8; ++loss) {
            ClientRig::settle();
            const std::chrono::milliseconds plain(std::min<qint64>(250LL << loss, 5'000));
            clock.advance(plain - 1ms);
            ClientRig::settle();
            QCOMPARE(knocks, loss + 1);
            clock.advance(plain / 4 + 1ms); // the jitter is a quarter at most
            QTRY_COMPARE(knocks, loss + 2);
        }
    }
};

QTEST_GUILESS_MAIN(ClientReconnectTest)
#include "tst_client_reconnect.moc"
