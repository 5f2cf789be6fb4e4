// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/RawClient.h"
#include "tests/http/TestListener.h"
#include "tests/support/SeededRandom.h"

namespace {

/// Pieces that lead deep into a reader, and bytes that lead out of it.
QByteArray almostRequest(SeededRandom &random)
{
    static const QList<QByteArray> pieces{
        "GET ",
        "POST ",
        "/hello",
        "/echo",
        " HTTP/1.1\r\n",
        "Host: till",
        "\r\n",
        "\r\n\r\n",
        "\n",
        "Content-Length: ",
        "7",
        "Transfer-Encoding: chunked",
        "Connection: Upgrade\r\n",
        "Upgrade: websocket\r\n",
        ": ",
        "%2F%zz",
        "Expect: 100-continue\r\n",
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n",
        "GET /hello HTTP/1.1\r\nHost: till\r\n\r\n",
        "GET /watch HTTP/1.1\r\nHost: till\r\n"};
    QByteArray text;
    const QByteArray drawn = random.bytes(1 + uchar(random.bytes(1)[0]) % 24);
    for (const char byte : drawn) {
        if (uchar(byte) >= 240)
            text += random.bytes(uchar(byte) - 239);
        else
            text += pieces[uchar(byte) % pieces.size()];
    }
    return text;
}

} // namespace

class GarbageTest : public QObject
{
    Q_OBJECT
private slots:
    void servesAfterRandomBytes()
    {
        survives([](SeededRandom &random) { return random.bytes(1 + 8 * uchar(random.bytes(1)[0])); });
    }
    void servesAfterAlmostRequests() { survives(almostRequest); }

private:
    template <class Make> void survives(Make make)
    {
        TestListener listener;
        listener.http.webSocket(QStringLiteral("/watch"), [](std::unique_ptr<QWebSocket>, const HttpRequest &) {});
        SeededRandom random(7);
        for (int round = 0; round < 20; ++round) {
            std::vector<std::unique_ptr<RawClient>> clients;
            for (int i = 0; i < 20; ++i) {
                clients.push_back(std::make_unique<RawClient>(listener.port));
                auto &client = *clients.back();
                client.send(make(random));
                client.socket.flush();
                QCoreApplication::processEvents();
                client.send(make(random)); // in a second piece
                if (random.bytes(1)[0] & 1)
                    client.socket.disconnectFromHost();
            }
            QTest::qWait(5);
            if (round % 4 == 0)
                listener.clock->advance(std::chrono::seconds(15));
        }
        RawClient client(listener.port);
        client.post("/echo", "still here");
        QCOMPARE(client.reply().body, "still here");
        client.socket.disconnectFromHost();
        // Over TLS some are cut off in the middle of their end; those are gone by their deadline.
        QVERIFY(pumpUntil([&listener] {
            if (TestTls::isOn)
                listener.clock->advance(std::chrono::seconds(1));
            return listener.http.connectionCount() == 0;
        }));
    }
};

QTEST_GUILESS_MAIN(GarbageTest)
#include "tst_garbage.moc"
