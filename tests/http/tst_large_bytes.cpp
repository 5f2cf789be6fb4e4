// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/RawClient.h"
#include "tests/http/TestListener.h"

#include <QWebSocket>

using namespace std::chrono_literals;

namespace {

HttpLimits roomFor(int bytes)
{
    HttpLimits limits;
    limits.maxLargeBytes = bytes;
    return limits;
}

QByteArray headFor(int bodyBytes)
{
    return "POST /echo HTTP/1.1\r\nHost: till\r\nContent-Length: " + QByteArray::number(bodyBytes) + "\r\n\r\n";
}

/// A whole text frame's head, masked with zeros, for so many bytes of payload.
QByteArray frameHead(quint16 payload)
{
    return QByteArray("\x81\xfe") + char(payload >> 8) + char(payload & 0xff) + QByteArray(4, '\0');
}

} // namespace

/// What is large and not whole yet is bounded in all, and in the way of nothing that is small.
class LargeBytesTest : public QObject
{
    Q_OBJECT

    class WebSocketListener : public TestListener
    {
    public:
        explicit WebSocketListener(const HttpLimits &limits) : TestListener(limits)
        {
            http.webSocket(QStringLiteral("/watch"), [this](std::unique_ptr<QWebSocket> socket, const HttpRequest &) {
                QObject::connect(socket.get(), &QWebSocket::textMessageReceived, socket.get(), [this] { ++messages; });
                sockets.push_back(std::move(socket));
            });
        }
        std::unique_ptr<RawClient> open()
        {
            auto client = std::make_unique<RawClient>(port);
            client->get("/watch", "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                                  "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
            const auto before = sockets.size();
            if (!pumpUntil([&] { return sockets.size() > before; }))
                qFatal("no WebSocket");
            return client;
        }
        std::vector<std::unique_ptr<QWebSocket>> sockets;
        int messages = 0;
    };

private slots:
    void bodiesShareTheRoom()
    {
        TestListener listener(roomFor(150'000));
        RawClient first(listener.port), second(listener.port), third(listener.port), small(listener.port);
        first.send(headFor(100'000));
        QVERIFY(first.waitForReady() && listener.waitForConnections(4));
        letBothWork();
        second.send(headFor(100'000));
        const auto refused = second.reply();
        QCOMPARE(refused.status, 503);
        QCOMPARE(refused.headers.value("Connection"), "close");
        small.post("/echo", "small");
        QCOMPARE(small.reply().body, "small");
        small.post("/echo", QByteArray(HttpLimits::smallBytes, 'x'));
        QCOMPARE(small.reply().status, 200);
        first.send(QByteArray(100'000, 'x'));
        QCOMPARE(first.reply().body.size(), 100'000);
        third.send(headFor(100'000) + QByteArray(100'000, 'y')); // there is room again
        QCOMPARE(third.reply().body.size(), 100'000);
    }
    void whoGoesGivesItsRoomBack()
    {
        TestListener listener(roomFor(150'000));
        for (int i = 0; i < 3; ++i) {
            RawClient client(listener.port);
            client.send(headFor(100'000) + QByteArray(50'000, 'x'));
            QVERIFY(client.waitForReady() && listener.waitForConnections(1));
            letBothWork();
            client.socket.abort();
            QVERIFY(listener.waitForConnections(0));
        }
        RawClient late(listener.port);
        late.send(headFor(100'000));
        QVERIFY(late.waitForReady() && listener.waitForConnections(1));
        letBothWork();
        listener.clock->advance(11s);
        QCOMPARE(late.reply().status, 408);
        QVERIFY(late.waitForClose());
        RawClient next(listener.port);
        next.post("/echo", QByteArray(100'000, 'x'));
        QCOMPARE(next.reply().status, 200);
    }
    void framesShareItToo()
    {
        WebSocketListener listener(roomFor(150'000)); // for one
        const auto first = listener.open();
        const auto second = listener.open();
        const auto small = listener.open();
        first->send(frameHead(60'000) + QByteArray(59'999, 'x'));
        letBothWork();
        second->send(frameHead(60'000) + QByteArray(59'999, 'x'));
        QVERIFY(second->waitForClose());
        small->send(frameHead(10'000) + QByteArray(10'000, 'x'));
        QVERIFY(pumpUntil([&] { return listener.messages == 1; }));
        first->send("x");
        QVERIFY(pumpUntil([&] { return listener.messages == 2; }));
        QVERIFY(first->isOpen());
        listener.clock->advance(11s); // and was not kept by the deadline of what is whole
        QTest::qWait(20);
        QVERIFY(first->isOpen());
        const auto third = listener.open();
        third->send(frameHead(60'000) + QByteArray(60'000, 'x'));
        QVERIFY(pumpUntil([&] { return listener.messages == 3; }));
    }
    void aLargeFrameHasTenSeconds()
    {
        WebSocketListener listener(roomFor(150'000));
        const auto client = listener.open();
        client->send(frameHead(60'000) + QByteArray(30'000, 'x'));
        letBothWork();
        listener.clock->advance(9s);
        QTest::qWait(10);
        QVERIFY(client->isOpen());
        listener.clock->advance(2s);
        QVERIFY(client->waitForClose());
    }
};

QTEST_GUILESS_MAIN(LargeBytesTest)
#include "tst_large_bytes.moc"
