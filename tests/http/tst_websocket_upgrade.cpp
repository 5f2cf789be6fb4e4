// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/RawClient.h"
#include "tests/http/TestListener.h"

#include <QPointer>
#include <QSignalSpy>
#include <QWebSocket>

namespace {

struct Upgraded
{
    std::unique_ptr<QWebSocket> socket;
    HttpRequest request;
};

const QByteArray upgradeFields =
    "Connection: keep-alive, Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

class WebSocketListener : public TestListener
{
public:
    explicit WebSocketListener(const HttpLimits &limits = {}) : TestListener(limits)
    {
        http.webSocket(QStringLiteral("/watch"),
                       [this](std::unique_ptr<QWebSocket> socket, const HttpRequest &request) {
                           upgraded.push_back({std::move(socket), request});
                       });
    }
    bool waitForUpgraded(size_t count)
    {
        return pumpUntil([this, count] { return upgraded.size() >= count; });
    }
    QUrl url(const QString &query = {}) const
    {
        return QUrl(QStringLiteral("ws://127.0.0.1:%1/watch%2").arg(port).arg(query));
    }

    std::vector<Upgraded> upgraded;
};

} // namespace

class WebSocketUpgradeTest : public QObject
{
    Q_OBJECT
private slots:
    void talksBothWays()
    {
        WebSocketListener listener;
        QWebSocket client;
        QSignalSpy heard(&client, &QWebSocket::textMessageReceived);
        TestTls::open(client, listener.url(QStringLiteral("?a=1")));
        QVERIFY(listener.waitForUpgraded(1));
        auto &upgraded = listener.upgraded[0];
        QCOMPARE(upgraded.request.path, "/watch");
        QCOMPARE(upgraded.request.query.queryItemValue(QStringLiteral("a")), "1");
        QVERIFY(upgraded.request.connection);

        QSignalSpy heardBack(upgraded.socket.get(), &QWebSocket::textMessageReceived);
        upgraded.socket->sendTextMessage(QStringLiteral("paid"));
        QVERIFY(pumpUntil([&] { return heard.count() == 1; }));
        client.sendTextMessage(QString(60'000, u'x'));
        QVERIFY(pumpUntil([&] { return heardBack.count() == 1; }));
        QCOMPARE(heardBack[0][0].toString().size(), 60'000);

        listener.clock->advance(std::chrono::hours(1)); // no deadline of ours is left
        QCOMPARE(client.state(), QAbstractSocket::ConnectedState);
        QCOMPARE(listener.http.connectionCount(), 1);
        client.close();
        QVERIFY(pumpUntil([&] { return upgraded.socket->state() == QAbstractSocket::UnconnectedState; }));
        listener.upgraded.clear();
        QVERIFY(listener.waitForConnections(0));
    }
    void endsTheConnectionWithItsWebSocket()
    {
        WebSocketListener listener;
        QWebSocket client;
        TestTls::open(client, listener.url());
        QVERIFY(listener.waitForUpgraded(1));
        const QPointer<QObject> connection = listener.upgraded[0].request.connection;
        QVERIFY(connection);
        listener.upgraded.clear();
        QVERIFY(!connection);
        QVERIFY(pumpUntil([&] { return client.state() == QAbstractSocket::UnconnectedState; }));
        QVERIFY(listener.waitForConnections(0));
    }
    void refusesByTheGate()
    {
        WebSocketListener listener;
        listener.http.setGate([](const HttpRequest &request) -> std::optional<HttpReply> {
            if (request.headers.value("Origin").isEmpty())
                return std::nullopt;
            return HttpReply::json(403, QJsonObject{{"code", "FORBIDDEN"}});
        });
        RawClient client(listener.port);
        client.get("/watch", upgradeFields + "Origin: http://evil\r\n");
        const auto reply = client.reply();
        QCOMPARE(reply.status, 403);
        QCOMPARE(reply.headers.value("Connection"), "close");
        QVERIFY(client.waitForClose());
        QVERIFY(listener.upgraded.empty());
        QVERIFY(listener.waitForConnections(0));
    }
    void refusesWhatIsNoUpgrade_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        const QByteArray key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
        const QByteArray both = "Connection: Upgrade\r\nUpgrade: websocket\r\n";
        const QByteArray line = "GET /watch HTTP/1.1\r\nHost: till\r\n";
        QTest::newRow("plain GET") << line + "\r\n" << 426;
        QTest::newRow("no Connection") << line + "Upgrade: websocket\r\n" + key + "\r\n" << 426;
        QTest::newRow("other path") << "GET /hello HTTP/1.1\r\nHost: till\r\n" + upgradeFields + "\r\n" << 404;
        QTest::newRow("POST") << "POST /watch HTTP/1.1\r\nHost: till\r\n" + upgradeFields + "\r\n" << 400;
        QTest::newRow("with a body") << line + upgradeFields + "Content-Length: 1\r\n\r\nx" << 400;
        QTest::newRow("no key") << line + both + "Sec-WebSocket-Version: 13\r\n\r\n" << 400;
        QTest::newRow("bad key") << line + both + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: abc\r\n\r\n" << 400;
        QTest::newRow("other version") << line + both + key + "Sec-WebSocket-Version: 8\r\n\r\n" << 426;
        QTest::newRow("almost upgrade") << line + "Connection: xupgradex\r\nUpgrade: websocket\r\n" + key + "\r\n"
                                        << 400;
        QTest::newRow("two upgrades") << line + upgradeFields + "Upgrade: websocket\r\n\r\n" << 400;
        QTest::newRow("bytes behind") << line + upgradeFields + "\r\nGET / HTTP/1.1\r\n" << 400;
    }
    void refusesWhatIsNoUpgrade()
    {
        QFETCH(QByteArray, request);
        WebSocketListener listener;
        RawClient client(listener.port);
        client.send(request);
        QTEST(client.reply().status, "status");
        client.socket.disconnectFromHost();
        QVERIFY(listener.waitForConnections(0));
        QVERIFY(listener.upgraded.empty());
    }
    void ignoresAnotherUpgrade()
    {
        WebSocketListener listener;
        RawClient client(listener.port);
        client.get("/hello", "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQ\r\n");
        QCOMPARE(client.reply().body, "hello");
        client.get("/hello");
        QCOMPARE(client.reply().body, "hello");
    }
    void pairsManyAtOnce()
    {
        constexpr int clients = 200;
        WebSocketListener listener;
        std::vector<std::unique_ptr<QWebSocket>> sockets;
        QHash<QString, QString> heard;
        for (int i = 0; i < clients; ++i) {
            auto &socket = sockets.emplace_back(std::make_unique<QWebSocket>());
            const QString name = QString::number(i);
            connect(socket.get(), &QWebSocket::textMessageReceived, this,
                    [&heard, name](const QString &text) { heard.insert(name, text); });
            TestTls::open(*socket, listener.url(QStringLiteral("?n=%1").arg(i)));
            if (i % 3 == 0)
                listener.http.webSocket(QStringLiteral("/other%1").arg(i), {}); // the table may grow meanwhile
        }
        QVERIFY(listener.waitForUpgraded(clients));
        for (const auto &upgraded : listener.upgraded)
            upgraded.socket->sendTextMessage(upgraded.request.query.queryItemValue(QStringLiteral("n")));
        QVERIFY(pumpUntil([&] { return heard.size() == clients; }));
        for (auto it = heard.cbegin(); it != heard.cend(); ++it)
            QCOMPARE(it.value(), it.key());
        QCOMPARE(listener.http.connectionCount(), clients);
        sockets.clear();
        listener.upgraded.clear();
        QVERIFY(listener.waitForConnections(0));
    }
    void closesOnTooLargeAFrame()
    {
        WebSocketListener listener;
        QWebSocket client;
        TestTls::open(client, listener.url());
        QVERIFY(listener.waitForUpgraded(1));
        QVERIFY(pumpUntil([&] { return client.state() == QAbstractSocket::ConnectedState; }));
        client.sendTextMessage(QString(64 * 1024 + 1, u'x'));
        QVERIFY(pumpUntil([&] { return client.state() == QAbstractSocket::UnconnectedState; }));
        QCOMPARE(client.closeCode(), QWebSocketProtocol::CloseCodeTooMuchData);
    }
    void closesOnTheHeaderOfTooLargeAFrame()
    {
        WebSocketListener listener;
        RawClient client(listener.port);
        client.get("/watch", upgradeFields);
        QCOMPARE(client.reply().status, 101);
        client.send(QByteArray::fromHex("81ff0000000000010001") + "mask"); // of 65537 bytes, of which none comes
        QVERIFY(client.waitForClose());
        QCOMPARE(client.received().left(1).toHex(), "88");
        QCOMPARE(client.received().mid(2, 2).toHex(), QByteArray("03f1")); // 1009
    }
    void doesNotWaitForAClientThatDoesNotRead()
    {
        WebSocketListener listener;
        RawClient client(listener.port);
        client.socket.setReadBufferSize(1);
        client.get("/watch", upgradeFields);
        QVERIFY(listener.waitForUpgraded(1));
        auto &socket = *listener.upgraded[0].socket;
        socket.sendTextMessage(QString(20'000'000, u'x'));
        socket.close();
        QTest::qWait(50);
        QCOMPARE(socket.state(), QAbstractSocket::ClosingState);
        listener.clock->advance(std::chrono::seconds(3));
        QCOMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    }
    void survivesTheListener()
    {
        auto listener = std::make_unique<WebSocketListener>();
        QWebSocket client;
        QSignalSpy heard(&client, &QWebSocket::textMessageReceived);
        TestTls::open(client, listener->url());
        QVERIFY(listener->waitForUpgraded(1));
        const auto clock = listener->clock; // goes last
        auto upgraded = std::move(listener->upgraded);
        listener.reset();
        upgraded[0].socket->sendTextMessage(QStringLiteral("still here"));
        QVERIFY(pumpUntil([&] { return heard.count() == 1; }));
        upgraded.clear();
        QVERIFY(pumpUntil([&] { return client.state() == QAbstractSocket::UnconnectedState; }));
    }
    void forgetsWhoLeavesDuringTheHandshake()
    {
        WebSocketListener listener;
        for (int i = 0; i < 50; ++i) {
            RawClient client(listener.port);
            client.get("/watch", upgradeFields);
            client.socket.flush();
            if (i % 2)
                client.socket.abort();
        }
        QVERIFY(pumpUntil([&] {
            std::erase_if(listener.upgraded, [](const Upgraded &upgraded) {
                return upgraded.socket->state() == QAbstractSocket::UnconnectedState;
            });
            return listener.http.connectionCount() == 0;
        }));
    }
};

QTEST_GUILESS_MAIN(WebSocketUpgradeTest)
#include "tst_websocket_upgrade.moc"
