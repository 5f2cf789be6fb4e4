// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Await.h"
#include "tests/support/ClientRig.h"

using namespace std::chrono_literals;

class ClientAnswersTest : public QObject
{
    Q_OBJECT
private slots:
    void anOrderIsPlacedAsTheWireHasIt()
    {
        ClientRig rig;
        rig.server.answer = [](const auto &) {
            return LoopbackServer::Reply{201, ClientRig::body(ClientRig::order(2))};
        };
        const auto order =
            await(rig.client.place({ClientRig::number(), "SALE1", *Money::fromFen(1250), QStringLiteral("茶")}));
        QVERIFY(order);
        QCOMPARE(order->total.fen(), 1250);
        const auto &request = rig.server.requests[0];
        QCOMPARE(request.method, QByteArray("POST"));
        QCOMPARE(request.path, QByteArray("/api/v1/orders"));
        QVERIFY(request.head.contains("Authorization: Bearer terminal-token"));
        QVERIFY(request.head.contains("Content-Type: application/json"));
        QVERIFY(request.head.contains("Connection: close"));
        const QJsonObject expected{
            {"out_trade_no", "NUMBER1"}, {"sale", "SALE1"}, {"amount", 1250}, {"description", QStringLiteral("茶")}};
        QCOMPARE(request.body, expected);
    }
    void eachCallHasItsPath()
    {
        ClientRig rig;
        rig.server.answer = [](const auto &) {
            return LoopbackServer::Reply{200, ClientRig::body(ClientRig::order(2))};
        };
        QVERIFY(await(rig.client.order(ClientRig::number())));
        QVERIFY(await(rig.client.query(ClientRig::number())));
        QVERIFY(await(rig.client.close(ClientRig::number())));
        QVERIFY(await(rig.client.mockPay(ClientRig::number())));
        QVERIFY(await(rig.client.order(*OutTradeNo::parse("A|B*C-D"))));
        QCOMPARE(rig.server.count("GET", "/api/v1/orders/NUMBER1"), 1);
        QCOMPARE(rig.server.count("POST", "/api/v1/orders/NUMBER1/query"), 1);
        QCOMPARE(rig.server.count("POST", "/api/v1/orders/NUMBER1/close"), 1);
        QCOMPARE(rig.server.count("GET", "/index/notice?outTradeNo=NUMBER1"), 1);
        QVERIFY(rig.server.count("GET", "/api/v1/orders/A%7CB%2AC-D") == 1
                || rig.server.count("GET", "/api/v1/orders/A%7CB*C-D") == 1);
        for (const auto &request : rig.server.requests)
            QVERIFY(!request.path.contains("token"));
    }
    void aStatusIsAnError_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorCode>("code");
        const QByteArray none;
        QTest::newRow("400") << 400 << QByteArray(R"({"code":"PARAM_ERROR","message":"no"})")
                             << ErrorCode::InvalidInput;
        QTest::newRow("401") << 401 << none << ErrorCode::Unauthorized;
        QTest::newRow("401 WeChat's") << 401 << QByteArray(R"({"code":"SIGN_ERROR"})") << ErrorCode::Unverified;
        QTest::newRow("403") << 403 << none << ErrorCode::Forbidden;
        QTest::newRow("404") << 404 << none << ErrorCode::NotFound;
        QTest::newRow("409") << 409 << QByteArray(R"({"code":"OUT_TRADE_NO_USED"})") << ErrorCode::Conflict;
        QTest::newRow("409 closed") << 409 << QByteArray(R"({"code":"ORDER_CLOSED"})") << ErrorCode::OrderClosed;
        QTest::newRow("429") << 429 << none << ErrorCode::RateLimited;
        QTest::newRow("500") << 500 << none << ErrorCode::Unknown;
        QTest::newRow("502") << 502 << none << ErrorCode::ProviderUnavailable;
        QTest::newRow("504") << 504 << none << ErrorCode::Unknown;
        QTest::newRow("a redirect is not followed") << 302 << none << ErrorCode::InvalidInput;
        QTest::newRow("done, but unreadable") << 200 << QByteArray("{}") << ErrorCode::Unknown;
        QTest::newRow("no JSON") << 201 << QByteArray("<html>") << ErrorCode::Unknown;
        QTest::newRow("far too long") << 200 << QByteArray(2 * 1024 * 1024, ' ') << ErrorCode::Unknown;
    }
    void aStatusIsAnError()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        ClientRig rig;
        rig.server.answer = [=](const auto &) { return LoopbackServer::Reply{status, body}; };
        const auto order = await(rig.client.place({ClientRig::number(), {}, *Money::fromFen(1), {}}));
        QVERIFY(!order);
        QTEST(order.error().code, "code");
        QVERIFY(!order.error().message.contains("terminal-token"));
        QCOMPARE(rig.server.requests.size(), 1);
    }
    void closingAPaidOrderBringsTheOrder()
    {
        ClientRig rig;
        const Order paid = ClientRig::order(3, TradeState::Success);
        rig.server.answer = [&paid](const LoopbackServer::Request &) {
            const QJsonObject body{{"code", "ORDER_PAID"}, {"message", "paid"}, {"order", Json::fromOrder(paid)}};
            return LoopbackServer::Reply{409, QJsonDocument(body).toJson()};
        };
        const auto order = await(rig.client.close(ClientRig::number()));
        QVERIFY(order);
        QCOMPARE(order->state, TradeState::Success);
    }
    void aCloseThatDoesNotBringTheOrderIsLookedUp()
    {
        ClientRig rig;
        rig.server.answer = [](const LoopbackServer::Request &request) {
            Order order = ClientRig::order(2);
            order.closing = true;
            return request.method == "GET" ? LoopbackServer::Reply{200, ClientRig::body(order)}
                                           : LoopbackServer::Reply{202, R"({"closing":true})"};
        };
        const auto order = await(rig.client.close(ClientRig::number()));
        QVERIFY(order);
        QVERIFY(order->closing);
        QCOMPARE(rig.server.requests.size(), 2);
    }
    void nobodyThereIsSaid()
    {
        ClientRig rig;
        rig.server.vanish();
        const auto order = await(rig.client.order(ClientRig::number()));
        QVERIFY(!order);
        QCOMPARE(order.error().code, ErrorCode::ProviderUnavailable);
    }
    void silenceIsUnknown()
    {
        ClientRig rig;
        rig.server.answer = [](const auto &) { return LoopbackServer::Reply{0, {}}; };
        const auto order = await(rig.client.order(ClientRig::number()), 2 * OrdersApi::timeoutMs);
        QVERIFY(!order);
        QCOMPARE(order.error().code, ErrorCode::Unknown);
    }
    void goingAwayInMidCallHurtsNobody()
    {
        auto rig = std::make_unique<ClientRig>();
        rig->server.answer = [](const auto &) { return LoopbackServer::Reply{0, {}}; };
        rig->client.watch(ClientRig::number());
        auto order = rig->client.order(ClientRig::number());
        auto close = rig->client.close(ClientRig::number());
        QTRY_COMPARE(rig->server.requests.size(), 2);
        rig.reset();
        ClientRig::settle();
    }
};

QTEST_GUILESS_MAIN(ClientAnswersTest)
#include "tst_client_answers.moc"
