// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/RawClient.h"
#include "tests/http/TestListener.h"

class RoutesTest : public QObject
{
    Q_OBJECT
private slots:
    void capturesWholeSegments_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("captures");
        QTest::newRow("one") << QByteArray("/orders/A1/close") << 200 << "A1";
        QTest::newRow("escaped slash stays inside") << QByteArray("/orders/a%2Fb/close") << 200 << "a/b";
        QTest::newRow("UTF-8") << QByteArray("/orders/%E6%94%AF%E4%BB%98/close") << 200 << QStringLiteral("支付");
        QTest::newRow("plus is a plus") << QByteArray("/orders/a+b%20c/close") << 200 << "a+b c";
        QTest::newRow("order number's charset") << QByteArray("/orders/_-|*/close") << 200 << "_-|*";
        QTest::newRow("query aside") << QByteArray("/orders/A1/close?x=/y") << 200 << "A1";
        QTest::newRow("absolute form") << QByteArray("http://till/orders/A1/close") << 200 << "A1";
        QTest::newRow("literal before argument") << QByteArray("/orders/latest/close") << 200 << "literal";
        QTest::newRow("empty segment") << QByteArray("/orders//close") << 404 << QString();
        QTest::newRow("one segment more") << QByteArray("/orders/A1/close/") << 404 << QString();
        QTest::newRow("one less") << QByteArray("/orders/A1") << 404 << QString();
        QTest::newRow("dots mean nothing") << QByteArray("/orders/A1/../A1/close") << 404 << QString();
        QTest::newRow("broken escape") << QByteArray("/orders/%zz/close") << 400 << QString();
        QTest::newRow("cut escape") << QByteArray("/orders/x/close%2") << 400 << QString();
        QTest::newRow("broken UTF-8") << QByteArray("/orders/%ff%fe/close") << 400 << QString();
        QTest::newRow("NUL") << QByteArray("/orders/a%00b/close") << 400 << QString();
    }
    void capturesWholeSegments()
    {
        QFETCH(QByteArray, target);
        QFETCH(QString, captures);
        TestListener listener;
        listener.http.route("POST", QStringLiteral("/orders/<arg>/close"), [](const HttpRequest &request) {
            return ready(HttpReply::text(200, "text/plain", request.captures.join(u',').toUtf8()));
        });
        listener.http.route("POST", QStringLiteral("/orders/latest/close"),
                            [](const HttpRequest &) { return ready(HttpReply::text(200, "text/plain", "literal")); });
        RawClient client(listener.port);
        client.post(target, {});
        const auto reply = client.reply();
        QTEST(reply.status, "status");
        if (reply.status == 200)
            QCOMPARE(QString::fromUtf8(reply.body), captures);
        else
            QVERIFY(reply.isError(reply.status == 404 ? "NOT_FOUND" : "BAD_REQUEST"));
    }
    void tellsTheMethodsOfAPath()
    {
        TestListener listener;
        listener.http.route("PUT", QStringLiteral("/hello"),
                            [](const HttpRequest &) { return ready(HttpReply{.status = 204}); });
        RawClient client(listener.port);
        client.post("/hello", {});
        auto reply = client.reply();
        QCOMPARE(reply.status, 405);
        QCOMPARE(reply.headers.value("Allow"), "GET, PUT, HEAD");
        QVERIFY(reply.isError("METHOD_NOT_ALLOWED"));
        client.send("BREW /hello HTTP/1.1\r\nHost: till\r\n\r\n");
        QCOMPARE(client.reply().status, 501);
        client.send("get /hello HTTP/1.1\r\nHost: till\r\n\r\n");
        QCOMPARE(client.reply().status, 501);
        QCOMPARE(listener.handled, 0);
    }
    void answersHeadWithoutTheBody()
    {
        TestListener listener;
        RawClient client(listener.port);
        client.send("HEAD /hello HTTP/1.1\r\nHost: till\r\n\r\n");
        const auto reply = client.reply(true);
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.headers.value("Content-Length"), "5");
        client.get("/hello"); // what follows is not mixed with a body
        QCOMPARE(client.reply().body, "hello");
    }
    void handsOverTheWholeRequest()
    {
        TestListener listener;
        std::optional<HttpRequest> seen;
        listener.http.route("PUT", QStringLiteral("/thing"), [&seen](const HttpRequest &request) {
            seen = request;
            return ready(HttpReply{.status = 204});
        });
        RawClient client(listener.port);
        client.send(
            "PUT /thing?a=%20b&c=d HTTP/1.1\r\nhost: till\r\nX-One:  1 \r\nx-one: 2\r\nContent-Length: 4\r\n\r\n"
            + QByteArray("\0\r\n\xff", 4));
        const auto reply = client.reply();
        QCOMPARE(reply.status, 204);
        QVERIFY(!reply.headers.has("Content-Length"));
        QVERIFY(seen.has_value());
        QCOMPARE(seen->method, "PUT");
        QCOMPARE(seen->target, "/thing?a=%20b&c=d");
        QCOMPARE(seen->path, "/thing");
        QCOMPARE(seen->query.queryItemValue(QStringLiteral("a"), QUrl::FullyDecoded), " b");
        QCOMPARE(seen->headers.count("X-One"), 2);
        QCOMPARE(seen->headers.value("X-One"), "1");
        QCOMPARE(seen->body, QByteArray("\0\r\n\xff", 4));
        QVERIFY(seen->peer.isLoopback());
        QVERIFY(seen->connection);
    }
    void asksTheGateFirst()
    {
        TestListener listener;
        listener.http.setGate([](const HttpRequest &request) -> std::optional<HttpReply> {
            if (request.headers.value("Host") == "till")
                return std::nullopt;
            return HttpReply::json(403, QJsonObject{{"code", "FORBIDDEN"}});
        });
        RawClient client(listener.port);
        for (const QByteArray target : {"/hello", "/nowhere"}) {
            client.send("GET " + target + " HTTP/1.1\r\nHost: evil\r\n\r\n");
            QCOMPARE(client.reply().status, 403);
        }
        QCOMPARE(listener.handled, 0);
        client.get("/hello");
        QCOMPARE(client.reply().status, 200);
    }
    void writesSafeHeaders()
    {
        TestListener listener;
        listener.http.route("GET", QStringLiteral("/headers"), [](const HttpRequest &) {
            HttpReply reply = HttpReply::text(299, "text/plain", "body");
            reply.headers.add("X-Evil", "a\r\nX-Injected: 1");
            reply.headers.add("X-Evil: 1\r\nX-Injected", "1");
            reply.headers.add("Content-Length", "999");
            reply.headers.add("X-Good", "1");
            return ready(reply);
        });
        RawClient client(listener.port);
        client.get("/headers");
        const auto reply = client.reply();
        QCOMPARE(reply.status, 299);
        QCOMPARE(reply.body, "body");
        QVERIFY(!reply.headers.has("X-Injected"));
        QVERIFY(!reply.headers.has("X-Evil"));
        QCOMPARE(reply.headers.value("X-Good"), "1");
        QCOMPARE(reply.headers.count("Content-Length"), 1);
        QCOMPARE(reply.headers.value("X-Content-Type-Options"), "nosniff");
        QCOMPARE(reply.headers.value("Cache-Control"), "no-store");
        QCOMPARE(reply.headers.value("Date"), "Thu, 01 Jan 2026 00:00:00 GMT");
    }
    void answersACancelledFutureWith500()
    {
        TestListener listener;
        RawClient cancelled(listener.port);
        cancelled.get("/hold");
        QVERIFY(listener.waitForHeld(1));
        listener.held.clear(); // a promise that dies is cancelled
        QCOMPARE(cancelled.reply().status, 500);
    }
    void saysThatThePortIsTaken()
    {
        TestListener listener;
        VirtualClock clock;
        HttpListener second({}, clock);
        const auto refused = second.listen(QHostAddress::LocalHost, listener.port);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::AddressInUse);
        const auto elsewhere = second.listen(QHostAddress(QStringLiteral("192.0.2.1")), 0);
        QVERIFY(!elsewhere);
        QCOMPARE(elsewhere.error().code, ErrorCode::Configuration);
        QVERIFY(second.listen(QHostAddress::LocalHost, 0).has_value());
    }
    void stopsListening()
    {
        TestListener listener;
        RawClient held(listener.port);
        held.get("/hold");
        QVERIFY(listener.waitForHeld(1));
        listener.http.stopListening();
        RawClient late(listener.port);
        QVERIFY(late.waitForClose());
        listener.held[0].answer({.status = 204}); // what was open goes on
        QCOMPARE(held.reply().status, 204);
    }
};

QTEST_GUILESS_MAIN(RoutesTest)
#include "tst_routes.moc"
