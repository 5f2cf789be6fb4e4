// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/Server.h"
#include "server/domain/Clock.h"
#include "server/domain/Random.h"
#include "tests/server/ServerTalk.h"
#include "tests/server/SignedNotify.h"

#include <QTcpSocket>
#include <QTest>
#include <QWebSocket>

namespace {

const QByteArray stranger = "198.51.100.7";

/// A training server behind a proxy on this machine, with few wrong tokens and notifications a minute.
class ProxiedServer : public ServerTalk
{
public:
    explicit ProxiedServer(int requestsPerPeer = 40, int requestsInAll = 60'000)
    {
        ServerConfig given = config();
        given.trustedProxies = TrustedProxies::parse({"127.0.0.1"}).value();
        given.limits.rates.requestsPerPeer = requestsPerPeer;
        given.limits.rates.requests = requestsInAll;
        given.limits.rates.wrongTokensPerPeer = 3;
        given.limits.rates.wrongNotificationsPerPeer = 3;
        auto server = Server::start(given, m_clock, m_random, m_providerTransport);
        started(server ? Result<ServerAddresses>((*server)->addresses()) : Result<ServerAddresses>(server.error()));
        m_server = std::move(server).value();
    }
    HttpHeaders with(HttpHeaders headers, const QByteArray &client = stranger) const
    {
        headers.add("X-Forwarded-For", client);
        return headers;
    }
    HttpAnswer getAs(const QByteArray &client, const HttpHeaders &headers, const QString &path = "/api/v1/orders")
    {
        return send("GET", at().http + path, {}, with(headers, client));
    }

private:
    SystemClock m_clock;
    SystemRandom m_random;
    NetworkTransport m_providerTransport;
    std::unique_ptr<Server> m_server;
};

} // namespace

/// A whole server refuses what is too much from one address, and never a payment.
class ServerRatesTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<ProxiedServer> m_server;

    /// The status that an upgrade is answered with.
    int upgrade(const QByteArray &client, const QByteArray &token = {}) const
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), quint16(QUrl(m_server->at().http).port()));
        socket.write("GET /websocket/myHandler HTTP/1.1\r\nHost: 127.0.0.1:"
                     + QByteArray::number(QUrl(m_server->at().http).port()) + "\r\nX-Forwarded-For: " + client
                     + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                       "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                     + (token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n") + "\r\n");
        const auto end = [&socket] { return socket.canReadLine(); };
        return QTest::qWaitFor(end, 20'000) ? socket.readLine().split(' ').value(1).toInt() : 0;
    }

private slots:
    void init() { m_server = std::make_unique<ProxiedServer>(); }
    void cleanup() { m_server.reset(); }

    void wrongTokensAreLimitedAndRightOnesGoOn()
    {
        const HttpHeaders wrong{{"Authorization", "Bearer guessed"}};
        for (int i = 0; i < 3; ++i)
            QCOMPARE(m_server->getAs(stranger, wrong).status, 401);
        const auto refused = m_server->getAs(stranger, wrong);
        QCOMPARE(refused.status, 429);
        QVERIFY(refused.headers.value("Retry-After").toInt() > 0);
        QCOMPARE(m_server->getAs("198.51.100.8", wrong).status, 401);
        QCOMPARE(m_server->getAs(stranger, m_server->terminal()).status, 200); // the till beside it
        QCOMPARE(m_server->send("GET", m_server->at().http + "/api/v1/orders", {}, wrong).status, 401); // not counted
    }
    void wrongNotificationsAreLimitedAndTheGenuineOneGoesOn()
    {
        SignedNotify gateway(*m_server);
        const auto order = m_server->place(1990);
        const auto body = gateway.body(gateway.content(order));
        auto forged = gateway.headers(body);
        forged.set("Wechatpay-Signature", QByteArray(256, 'x').toBase64());
        for (int i = 0; i < 3; ++i)
            QCOMPARE(gateway.send(*m_server, body, m_server->with(forged)).status, 401);
        for (int i = 0; i < 60; ++i) {
            const auto refused = gateway.send(*m_server, body, m_server->with(forged));
            QCOMPARE(refused.status, 429);
            QVERIFY(refused.headers.has("Retry-After"));
        }
        QCOMPARE(m_server->state(order["out_trade_no"].toString()), QStringLiteral("NOTPAY"));
        QCOMPARE(gateway.send(*m_server, body, m_server->with(gateway.headers(body))).status, 204);
        QCOMPARE(m_server->state(order["out_trade_no"].toString()), QStringLiteral("SUCCESS"));
    }
    void requestsAreLimitedAndTillsAreNot()
    {
        for (int i = 0; i < 40; ++i)
            QCOMPARE(m_server->getAs(stranger, {}, "/healthz").status, 200);
        QCOMPARE(m_server->getAs(stranger, {}, "/healthz").status, 429);
        QCOMPARE(m_server->getAs("198.51.100.8", {}, "/healthz").status, 200);
        for (int i = 0; i < 60; ++i)
            QCOMPARE(m_server->getAs(stranger, m_server->terminal(), "/api/v1/people").status, 200);
    }
    void aFloodOfStrangersKeepsNoTillFromItsWebSocket()
    {
        m_server = std::make_unique<ProxiedServer>(40, 5);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(m_server->getAs("198.51.100." + QByteArray::number(100 + i), {}, "/healthz").status, 200);
        QCOMPARE(upgrade(stranger), 429);
        QCOMPARE(upgrade(stranger, "guessed"), 429);
        for (int i = 0; i < 10; ++i)
            QCOMPARE(upgrade(stranger, m_server->at().terminalToken), 101);
        QCOMPARE(upgrade(stranger), 429);
    }
    void aTillsUpgradesAreNotCountedForItsNeighbours()
    {
        m_server = std::make_unique<ProxiedServer>(5);
        for (int i = 0; i < 10; ++i)
            QCOMPARE(upgrade(stranger, m_server->at().terminalToken), 101);
        for (int i = 0; i < 5; ++i) // all that the address has
            QCOMPARE(upgrade(stranger), 101);
        QCOMPARE(upgrade(stranger), 429);
    }
    void aWrongWatchTokenCountsToo()
    {
        const auto number = m_server->place()["out_trade_no"].toString();
        QNetworkRequest request(QUrl("ws:" + m_server->at().http.mid(5) + "/websocket/myHandler"));
        request.setRawHeader("X-Forwarded-For", stranger);
        QWebSocket socket;
        int refusals = 0;
        connect(&socket, &QWebSocket::textMessageReceived, &socket, [&refusals] { ++refusals; });
        socket.open(request);
        QTRY_VERIFY(socket.isValid());
        for (int i = 0; i < 4; ++i)
            socket.sendTextMessage(
                QStringLiteral(R"({"action":"create","outTradeNo":"%1","token":"guessed"})").arg(number));
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(refusals, 3);
        QCOMPARE(socket.closeCode(), QWebSocketProtocol::CloseCodePolicyViolated);
        QCOMPARE(m_server->getAs(stranger, {{"Authorization", "Bearer guessed"}}).status, 429);
    }
    void theHostMustStillBeOurs()
    {
        const QString url = m_server->at().http + "/healthz";
        QCOMPARE(m_server->send("GET", url, {}, m_server->with({{"Host", "evil.example"}})).status, 403);
        QCOMPARE(m_server->send("GET", url, {}, m_server->with({{"X-Forwarded-Host", "evil.example"}})).status, 200);
        QCOMPARE(m_server->send("GET", url, {}, m_server->with({{"Origin", "https://evil.example"}})).status, 403);
    }
};

QTEST_GUILESS_MAIN(ServerRatesTest)
#include "tst_rate_limits.moc"
