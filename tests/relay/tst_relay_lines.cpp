// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/relay/RelayFrames.h"
#include "server/relay/RelayPeers.h"
#include "tests/relay/RelayBooks.h"
#include "tests/relay/ShopEnd.h"
#include "tests/support/SeededRandom.h"
#include "tests/support/VirtualClock.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>
#include <QWebSocketServer>

using namespace std::chrono_literals;

namespace {

/// A relay's end on the loopback address, on a clock that stands still.
struct LinesRig
{
    LinesRig()
    {
        if (!server.listen(QHostAddress::LocalHost))
            qFatal("%s", qPrintable(server.errorString()));
        QObject::connect(&server, &QWebSocketServer::newConnection, &peers, [this] {
            std::unique_ptr<QWebSocket> socket(server.nextPendingConnection());
            socket->setParent(nullptr);
            peers.add(std::move(socket));
        });
    }

    RelayBooks books;
    VirtualClock clock;
    SeededRandom random;
    QWebSocketServer server{"test", QWebSocketServer::NonSecureMode};
    RelayPeers peers{books.store, clock, random};
};

} // namespace

/// The relay's end of the line: who may have it, what comes down it, and when it is forgotten.
class RelayLinesTest : public QObject
{
    Q_OBJECT
private slots:
    void aShopGetsItsLineInOrder()
    {
        LinesRig rig;
        for (int i = 1; i <= 20; ++i)
            rig.books.keep(i);
        ShopEnd shop(rig.server.serverUrl());
        shop.greet();
        QVERIFY(shop.hears(20));
        QCOMPARE(shop.welcomes.size(), 1);
        QCOMPARE(shop.welcomes[0].last, 20);
        for (int i = 0; i < 20; ++i) {
            QCOMPARE(shop.heard[i].seq, i + 1);
            QCOMPARE(shop.heard[i].digest(), RelayedNotes::note(i + 1).digest());
        }
        rig.books.keep(21);
        rig.peers.look("corner");
        QVERIFY(shop.hears(21));
        QCOMPARE(rig.peers.count(), 1);
    }
    void whoIsSentAwayIsToldAndHasItNextTime()
    {
        LinesRig rig;
        rig.books.keep(1);
        ShopEnd shop(rig.server.serverUrl());
        ShopEnd stranger(rig.server.serverUrl());
        shop.greet();
        QVERIFY(shop.hears(1));
        rig.peers.goAway();
        QVERIFY(shop.isClosed() && stranger.isClosed());
        QCOMPARE(int(shop.socket.closeCode()), int(QWebSocketProtocol::CloseCodeGoingAway));
        QCOMPARE(int(stranger.socket.closeCode()), int(QWebSocketProtocol::CloseCodeGoingAway));
        QTRY_COMPARE(rig.peers.count(), 0);
        QCOMPARE(rig.books.corner().waiting(), 1);
    }
    void whatGoesOverThemIsCounted()
    {
        LinesRig rig;
        for (int i = 1; i <= 3; ++i)
            rig.books.keep(i);
        for (int again = 0; again < 2; ++again) {
            ShopEnd shop(rig.server.serverUrl());
            shop.greet();
            QVERIFY(shop.hears(3));
        }
        ShopEnd shop(rig.server.serverUrl());
        shop.greet();
        QVERIFY(shop.hears(3));
        shop.acknowledge(2);
        QTRY_COMPARE(rig.peers.counts().acknowledged, 2);
        QCOMPARE(rig.peers.counts().handedDown, 9);
        shop.socket.sendBinaryMessage("x");
        QVERIFY(shop.isClosed());
        ShopEnd guesser(rig.server.serverUrl());
        guesser.greet({}, "guessed");
        QVERIFY(guesser.isClosed());
        const ShopEnd silent(rig.server.serverUrl());
        rig.clock.advance(RelayPeer::helloWithin);
        const LineCounts &counts = rig.peers.counts();
        QCOMPARE(counts.notUnderstood, 1);
        QCOMPARE(counts.strangers, 1);
        QCOMPARE(counts.lateHellos, 1);
        QCOMPARE(counts.tooMany, 0);
    }
    void whatIsAcknowledgedIsForgottenAndNothingElse()
    {
        LinesRig rig;
        for (int i = 1; i <= 3; ++i)
            rig.books.keep(i);
        ShopEnd shop(rig.server.serverUrl());
        shop.greet();
        QVERIFY(shop.hears(3));
        QCOMPARE(rig.books.corner().acknowledged, 0); // sent is not enough
        shop.acknowledge(2);
        QTRY_COMPARE(rig.books.corner().acknowledged, 2);
        QCOMPARE(rig.books.corner().waiting(), 1);
    }
    void whoComesBackGoesOnWhereItWas()
    {
        LinesRig rig;
        for (int i = 1; i <= 4; ++i)
            rig.books.keep(i);
        {
            ShopEnd first(rig.server.serverUrl());
            first.greet();
            QVERIFY(first.hears(4));
        } // it fell before it could say that it has two of them
        ShopEnd again(rig.server.serverUrl());
        again.greet({"stream-1", 2, RelayedNotes::note(2).digest()});
        QVERIFY(again.hears(2));
        QCOMPARE(again.numbers(), (QList<qint64>{3, 4}));
        QCOMPARE(rig.books.corner().acknowledged, 2);
    }
    void noMoreThanAWindowIsUnderWay()
    {
        LinesRig rig;
        for (int i = 1; i <= RelayPeer::window + 10; ++i)
            rig.books.keep(i);
        ShopEnd shop(rig.server.serverUrl());
        shop.greet();
        QVERIFY(shop.hears(RelayPeer::window));
        rig.peers.look("corner");
        QTest::qWait(0);
        QVERIFY(shop.hears(RelayPeer::window));
        shop.acknowledge(3);
        QVERIFY(shop.hears(RelayPeer::window + 3));
        shop.acknowledge(RelayPeer::window);
        QVERIFY(shop.hears(RelayPeer::window + 10));
    }
    void strangers_data()
    {
        QTest::addColumn<QString>("shop");
        QTest::addColumn<QByteArray>("token");
        QTest::newRow("another token") << "corner" << QByteArray("other!");
        QTest::newRow("another shop") << "nobody" << QByteArray("secret");
        QTest::newRow("the hash itself") << "corner" << RelayAccess::hashOf("secret");
    }
    void strangers()
    {
        QFETCH(QString, shop);
        QFETCH(QByteArray, token);
        LinesRig rig;
        rig.books.keep(1);
        ShopEnd stranger(rig.server.serverUrl());
        stranger.greet({}, token, shop);
        QVERIFY(stranger.isClosed());
        QCOMPARE(stranger.socket.closeCode(), QWebSocketProtocol::CloseCodePolicyViolated);
        QVERIFY(stranger.welcomes.isEmpty() && stranger.heard.isEmpty());
        QCOMPARE(rig.peers.count(), 0);
        QCOMPARE(rig.books.corner().waiting(), 1);
    }
    void whoDoesNotSayWhoItIs()
    {
        LinesRig rig;
        ShopEnd silent(rig.server.serverUrl());
        QTRY_COMPARE(rig.peers.findChildren<RelayPeer *>().size(), 1);
        rig.clock.advance(9'999ms);
        QVERIFY(silent.socket.isValid());
        rig.clock.advance(1ms);
        QVERIFY(silent.isClosed());
    }
    void strangersAreFew()
    {
        LinesRig rig;
        std::vector<std::unique_ptr<ShopEnd>> strangers;
        for (int i = 0; i < RelayPeers::maxStrangers; ++i)
            strangers.push_back(std::make_unique<ShopEnd>(rig.server.serverUrl(), false));
        QTRY_COMPARE(rig.peers.findChildren<RelayPeer *>().size(), qsizetype(RelayPeers::maxStrangers));
        ShopEnd oneMore(rig.server.serverUrl(), false);
        QVERIFY(oneMore.isClosed());
        QTRY_VERIFY(strangers.front()->hasOpened);
        strangers.front()->greet();
        QTRY_COMPARE(rig.peers.count(), 1); // a shop is no stranger
        ShopEnd another(rig.server.serverUrl());
        QTRY_COMPARE(rig.peers.findChildren<RelayPeer *>().size(), qsizetype(RelayPeers::maxStrangers) + 1);
        QVERIFY(another.socket.isValid());
    }
    void theNewestConnectionIsTheShops()
    {
        LinesRig rig;
        ShopEnd older(rig.server.serverUrl());
        older.greet();
        QTRY_COMPARE(older.welcomes.size(), 1);
        ShopEnd newer(rig.server.serverUrl());
        newer.greet();
        QTRY_COMPARE(newer.welcomes.size(), 1);
        QVERIFY(older.isClosed());
        QCOMPARE(int(older.socket.closeCode()), RelayFrames::replacedCode);
        QTRY_COMPARE(rig.peers.findChildren<RelayPeer *>().size(), 1);
        rig.books.keep(1);
        rig.peers.look("corner");
        QVERIFY(newer.hears(1));
        QVERIFY(older.heard.isEmpty());
        QCOMPARE(rig.peers.count(), 1);
    }
    void whatIsNotUnderstoodEndsIt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nonsense") << "nonsense";
        QTest::newRow("a second hello") << RelayFrames::text(RelayFrames::Hello{"corner", "secret", {}});
        QTest::newRow("more than was sent") << RelayFrames::text(RelayFrames::Ack{2});
    }
    void whatIsNotUnderstoodEndsIt()
    {
        QFETCH(QString, text);
        LinesRig rig;
        rig.books.keep(1);
        ShopEnd shop(rig.server.serverUrl());
        shop.greet();
        QVERIFY(shop.hears(1));
        shop.socket.sendTextMessage(text);
        QVERIFY(shop.isClosed());
        QCOMPARE(shop.socket.closeCode(), QWebSocketProtocol::CloseCodeProtocolError);
        QCOMPARE(rig.books.corner().waiting(), 1);
    }
    void anAckOfAStrangerIsNone()
    {
        LinesRig rig;
        rig.books.keep(1);
        ShopEnd stranger(rig.server.serverUrl());
        stranger.acknowledge(1);
        QVERIFY(stranger.isClosed());
        QCOMPARE(rig.books.corner().waiting(), 1);
    }
    void aShopThatIsRemovedLosesItsLine()
    {
        LinesRig rig;
        ShopEnd shop(rig.server.serverUrl());
        shop.greet();
        QTRY_COMPARE(shop.welcomes.size(), 1);
        QVERIFY(await(rig.books.store.remove("corner")));
        rig.peers.look("corner");
        QVERIFY(shop.isClosed());
        QTRY_COMPARE(rig.peers.count(), 0);
    }
    void whoDoesNotAnswerPingsIsDropped()
    {
        LinesRig rig;
        QTcpSocket silent; // opens a WebSocket by hand, greets, and answers nothing any more
        silent.connectToHost(QHostAddress::LocalHost, rig.server.serverPort());
        silent.write("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                     "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        QVERIFY(QTest::qWaitFor([&] { return silent.peek(4096).contains("\r\n\r\n"); }));
        const QByteArray hello = RelayFrames::text(RelayFrames::Hello{"corner", "secret", {}}).toUtf8();
        QVERIFY(hello.size() < 126);
        silent.write(QByteArray("\x81") + char(0x80 | hello.size()) + QByteArray(4, '\0') + hello);
        QTRY_COMPARE(rig.peers.count(), 1);
        rig.clock.advance(59'999ms);
        QCOMPARE(rig.peers.count(), 1);
        rig.clock.advance(1ms);
        QCOMPARE(rig.peers.count(), 0);
        QTRY_COMPARE(silent.state(), QAbstractSocket::UnconnectedState);
    }
    void itsEndClosesThem()
    {
        auto rig = std::make_unique<LinesRig>();
        ShopEnd shop(rig->server.serverUrl());
        shop.greet();
        QTRY_COMPARE(shop.welcomes.size(), 1);
        rig.reset();
        QVERIFY(shop.isClosed());
        QCOMPARE(shop.socket.closeCode(), QWebSocketProtocol::CloseCodeGoingAway);
    }
};

QTEST_GUILESS_MAIN(RelayLinesTest)
#include "tst_relay_lines.moc"
