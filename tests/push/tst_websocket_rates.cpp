// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/push/WatchRig.h"

#include <QSignalSpy>
#include <QWebSocket>

/// A WebSocket that talks too much, or tries too many tokens, is closed; the others hear nothing of it.
class WebSocketRatesTest : public QObject
{
    Q_OBJECT

    static constexpr auto unknownKeyRemoved = R"({"action":"remove","outTradeNo":"1234"})";

    class Client
    {
    public:
        explicit Client(const WatchRig &rig)
        {
            QObject::connect(&socket, &QWebSocket::textMessageReceived, &socket, [this] { ++heard; });
            socket.open(rig.url());
            if (!QTest::qWaitFor([this] { return socket.isValid(); }))
                qFatal("the WebSocket did not open");
        }
        void say(int count, const QByteArray &message)
        {
            for (int i = 0; i < count; ++i)
                socket.sendTextMessage(QString::fromLatin1(message));
        }
        /// Returns once the server has read all that was said before.
        void ping()
        {
            QSignalSpy pong(&socket, &QWebSocket::pong);
            socket.ping();
            QVERIFY(pong.wait());
        }
        bool isClosedFor(QWebSocketProtocol::CloseCode code)
        {
            return QTest::qWaitFor([this] { return socket.state() == QAbstractSocket::UnconnectedState; })
                   && socket.closeCode() == code;
        }

        QWebSocket socket;
        int heard = 0;
    };

private slots:
    void messagesOnOneConnection()
    {
        WatchRig rig({.maxMessagesAMinute = 20});
        Client client(rig);
        client.say(20, unknownKeyRemoved);
        client.ping();
        QVERIFY(client.socket.isValid());
        rig.clock.advance(std::chrono::seconds(3));
        client.say(1, unknownKeyRemoved);
        client.ping();
        QVERIFY(client.socket.isValid());
        Client other(rig);
        client.say(1, unknownKeyRemoved);
        QVERIFY(client.isClosedFor(QWebSocketProtocol::CloseCodePolicyViolated));
        other.say(1, "no JSON");
        QTRY_COMPARE(other.heard, 1);
    }
    void aRefusedOneCountsForTen()
    {
        WatchRig rig({.maxMessagesAMinute = 20});
        Client client(rig);
        client.say(2, "no JSON");
        QTRY_COMPARE(client.heard, 2);
        rig.clock.advance(std::chrono::seconds(30));
        client.say(1, "no JSON");
        QTRY_COMPARE(client.heard, 3);
        client.say(2, "no JSON");
        QVERIFY(client.isClosedFor(QWebSocketProtocol::CloseCodePolicyViolated));
        QCOMPARE(client.heard, 3);
    }
    void refusalsNobodyReads()
    {
        WatchRig rig({.maxMessagesAMinute = 60'000'000});
        SilentClient client(rig);
        QTRY_COMPARE(rig.watch.count(), 1);
        // What the kernel takes on its way is not ours to count; beyond it 16 KiB are kept and no more.
        for (int batch = 0; batch < 400 && rig.watch.count() == 1; ++batch) {
            for (int i = 0; i < 500; ++i)
                client.say(R"({"action":"none","outTradeNo":"1234567890123456789012345678901234567890"})");
            QTest::qWait(1);
        }
        QCOMPARE(rig.watch.count(), 0);
    }
    void wrongTokens()
    {
        QList<QHostAddress> asked;
        WatchRig rig({}, [&asked](const QHostAddress &peer) {
            asked.append(peer);
            return asked.size() < 3;
        });
        Client client(rig);
        client.say(1, R"({"action":"create","outTradeNo":"1234","token":"right"})");
        client.say(5, R"({"action":"create","outTradeNo":"1234","token":"wrong"})");
        QVERIFY(client.isClosedFor(QWebSocketProtocol::CloseCodePolicyViolated));
        QCOMPARE(client.heard, 2); // two refusals; to the third wrong one there is no answer
        QCOMPARE(asked.size(), 3);
        QVERIFY(asked.first().isLoopback());
    }
};

QTEST_GUILESS_MAIN(WebSocketRatesTest)
#include "tst_websocket_rates.moc"
