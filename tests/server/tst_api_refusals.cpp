// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/RunningServer.h"

#include <QJsonArray>

/// Every bad request gets {"code","message"} with a fitting status, and changes nothing.
class ApiRefusalsTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { m_server = std::make_unique<RunningServer>(); }
    void cleanupTestCase() { m_server.reset(); }

    void refusesABody_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const char *body, int status = 400) {
            QTest::newRow(name) << QByteArray(body) << status;
        };
        row("empty", "");
        row("no JSON", "amount=1");
        row("an array", "[]");
        row("no amount", R"({"description":"tea"})");
        row("nothing to pay", R"({"amount":0,"description":"tea"})");
        row("below nothing", R"({"amount":-1,"description":"tea"})");
        row("half a fen", R"({"amount":1.5,"description":"tea"})");
        row("text", R"({"amount":"12","description":"tea"})");
        row("huge", R"({"amount":1e300,"description":"tea"})");
        row("above all", R"({"amount":10000000001,"description":"tea"})");
        row("no description", R"({"amount":1})");
        row("blank description", R"({"amount":1,"description":"  "})");
        row("emoji", "{\"amount\":1,\"description\":\"\xF0\x9F\x8D\xB5\"}");
        row("short number", R"({"amount":1,"description":"tea","out_trade_no":"12345"})");
        row("odd number", R"({"amount":1,"description":"tea","out_trade_no":"1234 67"})");
        row("null number", R"({"amount":1,"description":"tea","out_trade_no":null})");
        row("unknown member", R"({"amount":1,"description":"tea","price":1})");
    }
    void refusesABody()
    {
        QFETCH(QByteArray, body);
        const auto answer = m_server->send("POST", m_server->at().http + "/api/v1/orders", body, m_server->terminal());
        QTEST(answer.status, "status");
        const auto json = RunningServer::json(answer);
        QCOMPARE(json.keys(), (QStringList{"code", "message"}));
        QCOMPARE(RunningServer::json(m_server->get("/api/v1/orders"))["orders"].toArray().size(), 0);
    }
    void refusesARequest_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const char *method, const char *path, const char *header,
                            const char *value, int status) {
            QTest::newRow(name) << QByteArray(method) << QString(path) << QByteArray(header) << QByteArray(value)
                                << status;
        };
        row("no token", "GET", "/api/v1/orders", "Authorization", "", 401);
        row("wrong token", "GET", "/api/v1/orders", "Authorization", "Bearer guess", 401);
        row("not bearer", "GET", "/api/v1/orders", "Authorization", "Basic Z3Vlc3M=", 401);
        row("foreign host", "GET", "/api/v1/orders", "Host", "evil.example", 403);
        row("foreign port", "GET", "/api/v1/orders", "Host", "127.0.0.1:1", 403);
        row("foreign origin", "GET", "/api/v1/orders", "Origin", "http://evil.example", 403);
        row("null origin", "GET", "/api/v1/orders", "Origin", "null", 403);
        row("cross-site", "GET", "/api/v1/orders", "Sec-Fetch-Site", "cross-site", 403);
        row("cross-site mock", "GET", "/index/notice?outTradeNo=1234", "Sec-Fetch-Site", "cross-site", 403);
        row("a form", "POST", "/api/v1/orders", "Content-Type", "application/x-www-form-urlencoded", 415);
        row("no such order", "GET", "/api/v1/orders/T0000001", "", "", 404);
        row("bad number", "GET", "/api/v1/orders/x", "", "", 400);
        row("bad state", "GET", "/api/v1/orders?state=PAID", "", "", 400);
        row("bad time", "GET", "/api/v1/orders?from=yesterday", "", "", 400);
        row("bad limit", "GET", "/api/v1/orders?limit=0", "", "", 400);
        row("close nothing", "POST", "/api/v1/orders/T0000001/close", "", "", 404);
        row("query nothing", "POST", "/api/v1/orders/T0000001/query", "", "", 404);
        row("no such path", "GET", "/api/v1/nothing", "", "", 404);
        row("wrong method", "DELETE", "/api/v1/orders", "", "", 405);
        row("bad key", "GET", "/index/notice?outTradeNo=a%20b", "", "", 400);
    }
    void refusesARequest()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, value);
        auto headers = m_server->terminal();
        if (!header.isEmpty())
            headers.set(header, value);
        const auto answer = m_server->send(method, m_server->at().http + path, {}, headers);
        QTEST(answer.status, "status");
        const auto json = RunningServer::json(answer);
        QVERIFY2(json.contains("code") && json.contains("message"), answer.body.constData());
    }
    void ourOwnPageMayAsk()
    {
        auto headers = m_server->terminal();
        headers.set("Origin", m_server->at().http.toUtf8());
        headers.set("Sec-Fetch-Site", "same-origin");
        QCOMPARE(m_server->send("GET", m_server->at().http + "/api/v1/orders", {}, headers).status, 200);
    }
    void aForeignPageGetsNoWebSocket()
    {
        QWebSocket socket("http://evil.example");
        socket.open(QUrl(QString(m_server->at().http).replace("http:", "ws:") + "/websocket/myHandler"));
        QTRY_VERIFY(socket.error() != QAbstractSocket::UnknownSocketError
                    || socket.state() == QAbstractSocket::UnconnectedState);
        QVERIFY(socket.state() != QAbstractSocket::ConnectedState);
    }
    void thePhonesPortServesPhonesOnly()
    {
        const auto phone = m_server->at().phone;
        QCOMPARE(m_server->send("GET", phone + "/api/v1/orders", {}, m_server->terminal()).status, 404);
        QCOMPARE(m_server->send("GET", phone + "/sim/orders", {}, {}).status, 404);
        QCOMPARE(m_server->send("GET", phone + "/index/notice?outTradeNo=1234", {}, {}).status, 404);
    }

private:
    std::unique_ptr<RunningServer> m_server;
};

QTEST_GUILESS_MAIN(ApiRefusalsTest)
#include "tst_api_refusals.moc"
