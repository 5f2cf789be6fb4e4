// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ClientRig.h"

#include <QTcpServer>

using namespace std::chrono_literals;

/// The till's WebSocket shows the terminal's token to its server, each time it opens, and to nobody else.
class SocketTokenTest : public QObject
{
    Q_OBJECT
private slots:
    void eachUpgradeCarriesIt()
    {
        ClientRig rig;
        for (int opened = 1; opened <= 2; ++opened) {
            QTRY_COMPARE(rig.server.clients.size(), 1);
            QCOMPARE(rig.server.upgrades, opened);
            const QByteArray head = rig.server.upgradeHead + "\r\n";
            QVERIFY2(head.contains("\r\nAuthorization: Bearer terminal-token\r\n"), head.constData());
            QCOMPARE(head.count("terminal-token"), 1); // not in the address, which ends in logs
            rig.server.dropSockets();
            ClientRig::settle();
            rig.clock.advance(400ms);
        }
    }
    void aRedirectIsNotFollowed()
    {
        LoopbackServer elsewhere;
        QTcpServer redirecting;
        int asked = 0;
        connect(&redirecting, &QTcpServer::newConnection, this, [&] {
            auto *socket = redirecting.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [&, socket] {
                if (!socket->readAll().endsWith("\r\n\r\n"))
                    return;
                ++asked;
                const QByteArray port = QByteArray::number(elsewhere.url().port());
                socket->write((asked % 2 ? "HTTP/1.1 307 Temporary Redirect\r\nLocation: ws://127.0.0.1:"
                                         : "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:")
                              + port + "/websocket/myHandler\r\nContent-Length: 0\r\n\r\n");
            });
        });
        QVERIFY(redirecting.listen(QHostAddress::LocalHost));
        VirtualClock clock;
        SeededRandom random;
        ServerSocket socket(QUrl(QStringLiteral("ws://127.0.0.1:%1").arg(redirecting.serverPort())), "terminal-token",
                            clock, random);
        socket.open();
        QTRY_COMPARE(asked, 1);
        ClientRig::settle();
        clock.advance(5s); // at the latest it has given up then
        ClientRig::settle();
        clock.advance(1s);
        QTRY_COMPARE(asked, 2); // it comes back to where it belongs
        ClientRig::settle();
        QVERIFY(!socket.isUp());
        QCOMPARE(elsewhere.upgrades, 0);
        QVERIFY(elsewhere.requests.isEmpty());
    }
};

QTEST_GUILESS_MAIN(SocketTokenTest)
#include "tst_socket_token.moc"
