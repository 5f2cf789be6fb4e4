// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/push/WatchRig.h"

#include <QSignalSpy>
#include <QWebSocket>

using namespace std::chrono_literals;

/// Every 20 s a ping; who misses two, or does not read, is dropped, and nobody else is.
class WebSocketHeartbeatTest : public QObject
{
    Q_OBJECT

    static void open(QWebSocket &client, const WatchRig &rig)
    {
        client.open(rig.url());
        QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
    }
    /// A push of about 100 kB.
    static void announceMuch(WatchRig &rig, qint64 seq)
    {
        auto order = ScriptedPast::orderAt(seq);
        order.description = QString(100'000, u'x');
        rig.watchers.announce(order, ScriptedPast::event(seq));
        QCoreApplication::processEvents();
    }
    static QByteArray watchMessage() { return R"({"action":"create","outTradeNo":"T00001","after":0})"; }

private slots:
    void pingsEveryTwentySeconds()
    {
        WatchRig rig;
        SilentClient client(rig);
        QTRY_COMPARE(rig.watch.count(), 1);
        const auto pings = [&] { return client.socket.peek(4096).count(QByteArray("\x89\x00", 2)); };
        const auto moved = [&](std::chrono::milliseconds span, int expected) {
            rig.clock.advance(span);
            return QTest::qWaitFor([&] { return pings() == expected; });
        };
        QVERIFY(moved(19'999ms, 0));
        QVERIFY(moved(1ms, 1));
        QVERIFY(moved(19'999ms, 1));
        QVERIFY(moved(1ms, 2));
    }
    void whoMissesTwoIsDropped()
    {
        WatchRig rig;
        SilentClient client(rig);
        QTRY_COMPARE(rig.watch.count(), 1);
        client.say(watchMessage());
        QTRY_COMPARE(rig.watchers.count(), 1);
        rig.clock.advance(59'999ms);
        QCOMPARE(rig.watch.count(), 1);
        rig.clock.advance(1ms);
        QCOMPARE(rig.watch.count(), 0);
        QTRY_COMPARE(client.socket.state(), QAbstractSocket::UnconnectedState);
        QTRY_COMPARE(rig.watchers.count(), 0);
    }
    void whoAnswersStays()
    {
        WatchRig rig;
        QWebSocket client;
        open(client, rig);
        QTRY_COMPARE(rig.watch.count(), 1);
        QSignalSpy closed(&client, &QWebSocket::disconnected);
        for (int i = 0; i < 10; ++i) {
            rig.clock.advance(20s);
            // The client's own ping is answered after it has answered ours.
            QSignalSpy pong(&client, &QWebSocket::pong);
            client.ping();
            QTRY_COMPARE(pong.size(), 1);
        }
        QCOMPARE(rig.watch.count(), 1);
        QCOMPARE(closed.size(), 0);
    }
    void whoDoesNotReadIsDropped()
    {
        WatchRig rig;
        SilentClient client(rig);
        QTRY_COMPARE(rig.watch.count(), 1);
        client.say(watchMessage());
        QTRY_COMPARE(rig.watchers.count(), 1);
        // What the kernel takes on its way is not ours to count; beyond it 256 KiB are kept and no more.
        qint64 seq = 0;
        while (rig.watch.count() == 1 && seq < 1000)
            announceMuch(rig, ++seq);
        QVERIFY2(seq > 3 && seq < 1000, qPrintable(QString::number(seq)));
        QTRY_COMPARE(rig.watchers.count(), 0);
    }
    void whoReadsMayGetAsMuch()
    {
        WatchRig rig;
        QWebSocket client;
        open(client, rig);
        QTRY_COMPARE(rig.watch.count(), 1);
        client.sendTextMessage(QString::fromLatin1(watchMessage()));
        QTRY_COMPARE(rig.watchers.count(), 1);
        QSignalSpy heard(&client, &QWebSocket::textMessageReceived);
        for (int seq = 1; seq <= 100; ++seq) {
            announceMuch(rig, seq);
            QTRY_COMPARE(heard.size(), seq);
        }
        QCOMPARE(rig.watch.count(), 1);
    }
    void theServersEndClosesThem()
    {
        QWebSocket client;
        {
            WatchRig rig;
            open(client, rig);
            QTRY_COMPARE(rig.watch.count(), 1);
        }
        QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(client.closeCode(), QWebSocketProtocol::CloseCodeGoingAway);
    }
};

QTEST_GUILESS_MAIN(WebSocketHeartbeatTest)
#include "tst_websocket_heartbeat.moc"
