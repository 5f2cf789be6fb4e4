// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/RawClient.h"
#include "tests/http/TestListener.h"

#include <QWebSocket>

/// What handlers are told of a request that came by a proxy, over sockets.
class ProxiedRequestsTest : public QObject
{
    Q_OBJECT

    /// A listener whose one trusted proxy is on this machine.
    class Rig : public TestListener
    {
    public:
        Rig()
        {
            http.setProxies({TrustedProxies::parse({"127.0.0.1"}).value()});
            http.route("GET", QStringLiteral("/who"), [](const HttpRequest &request) {
                return ready(HttpReply::text(200, "text/plain",
                                             request.peer.toString().toLatin1() + (request.byProxy ? " by proxy" : "")
                                                 + (request.countsPerPeer ? "" : " uncounted")
                                                 + (request.isLocal() ? " local" : "")));
            });
            http.webSocket(QStringLiteral("/socket"), [this](std::unique_ptr<QWebSocket>, const HttpRequest &request) {
                upgradedFrom = request.peer;
            });
        }
        QHostAddress upgradedFrom;
    };

    static QByteArray who(Rig &rig, const QByteArray &fields = {})
    {
        RawClient client(rig.port);
        client.get("/who", fields);
        return client.reply().body;
    }

private slots:
    void tellsTheClient()
    {
        Rig rig;
        QCOMPARE(who(rig, "X-Forwarded-For: 198.51.100.7\r\n"), "198.51.100.7 by proxy");
        QCOMPARE(who(rig, "Forwarded: for=\"[2001:db8::7]:80\"\r\n"), "2001:db8::7 by proxy");
        QCOMPARE(who(rig), "127.0.0.1 by proxy uncounted");
        QCOMPARE(who(rig, "X-Forwarded-For: 127.0.0.1\r\n"), "127.0.0.1 by proxy");
    }
    void eachRequestOfAConnectionHasItsOwn()
    {
        Rig rig;
        RawClient client(rig.port);
        client.get("/who", "X-Forwarded-For: 198.51.100.7\r\n");
        QCOMPARE(client.reply().body, "198.51.100.7 by proxy");
        client.get("/who", "X-Forwarded-For: 198.51.100.8\r\n");
        QCOMPARE(client.reply().body, "198.51.100.8 by proxy");
        client.get("/who");
        QCOMPARE(client.reply().body, "127.0.0.1 by proxy uncounted");
    }
    void disagreementIsRefused()
    {
        Rig rig;
        RawClient client(rig.port);
        client.get("/who", "X-Forwarded-For: 198.51.100.7\r\nForwarded: for=198.51.100.8\r\n");
        QCOMPARE(client.reply().status, 400);
        QVERIFY(client.waitForClose());
    }
    void withoutATrustedOneNobodyIsBelieved()
    {
        TestListener listener;
        HttpRequest seen;
        listener.http.setGate([&seen](const HttpRequest &request) {
            seen = request;
            return std::nullopt;
        });
        RawClient client(listener.port);
        client.get("/hello", "X-Forwarded-For: 198.51.100.7\r\nForwarded: for=198.51.100.8\r\n");
        QCOMPARE(client.reply().status, 200);
        QVERIFY(seen.peer.isLoopback() && seen.byProxy && !seen.isLocal());
        client.get("/hello");
        QCOMPARE(client.reply().status, 200);
        QVERIFY(seen.isLocal());
    }
    void aWebSocketHasItToo()
    {
        Rig rig;
        QNetworkRequest request(QUrl(QStringLiteral("ws://127.0.0.1:%1/socket").arg(rig.port)));
        request.setRawHeader("X-Forwarded-For", "198.51.100.7");
        QWebSocket socket;
        socket.open(request);
        QVERIFY(pumpUntil([&rig] { return !rig.upgradedFrom.isNull(); }));
        QCOMPARE(rig.upgradedFrom, QHostAddress("198.51.100.7"));
    }
    void aReviewMayAnswerInstead()
    {
        TestListener listener;
        QByteArray told;
        listener.http.setReview([&told](const HttpRequest &request, int status) {
            told = request.path.toLatin1() + ' ' + QByteArray::number(status);
            return std::optional(HttpReply::text(429, "text/plain", "instead"));
        });
        RawClient client(listener.port);
        client.get("/nowhere?x");
        QCOMPARE(client.reply().body, "instead");
        QCOMPARE(told, "/nowhere 404");
        client.get("/hello");
        QCOMPARE(client.reply().body, "hello"); // of what is well it is not told
    }
};

QTEST_GUILESS_MAIN(ProxiedRequestsTest)
#include "tst_proxied_requests.moc"
