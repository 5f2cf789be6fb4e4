// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/RawClient.h"
#include "tests/http/TestListener.h"

/// Heads that two readers could understand in two ways.
class SmugglingTest : public QObject
{
    Q_OBJECT
private slots:
    void refuses_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        const QByteArray post = "POST /echo HTTP/1.1\r\nHost: till\r\n";
        const QByteArray get = "GET /hello HTTP/1.1\r\n";
        const auto row = [](const char *name, const QByteArray &request, int status = 400) {
            QTest::newRow(name) << request << status;
        };
        row("two lengths", post + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nx");
        row("two equal lengths", post + "Content-Length: 1\r\ncontent-length: 1\r\n\r\nx");
        row("list of lengths", post + "Content-Length: 1, 1\r\n\r\nx");
        row("signed length", post + "Content-Length: +1\r\n\r\nx");
        row("negative length", post + "Content-Length: -1\r\n\r\nx");
        row("hex length", post + "Content-Length: 0x1\r\n\r\nx");
        row("empty length", post + "Content-Length:\r\n\r\n");
        row("length with a blank inside", post + "Content-Length: 1 0\r\n\r\nx");
        row("length beyond 64 bits", post + "Content-Length: 99999999999999999999\r\n\r\nx");
        row("length that wraps to 1", post + "Content-Length: 18446744073709551617\r\n\r\nx");
        row("length and chunks", post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        row("chunks and length", post + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n");
        row("length and identity", post + "Content-Length: 1\r\nTransfer-Encoding: identity\r\n\r\nx");
        row("unknown coding", post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n");
        row("coding list", post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n");
        row("two codings", post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n");
        row("chunks in 1.0", "POST /echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        row("chunks", post + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 411);
        row("two hosts", get + "Host: till\r\nHost: evil\r\n\r\n");
        row("no host", get + "\r\n");
        row("target of another host", "GET http://evil/hello HTTP/1.1\r\nHost: till\r\n\r\n");
        row("two authorizations", get + "Host: till\r\nAuthorization: Bearer a\r\nAuthorization: Bearer b\r\n\r\n");
        row("two serials", post + "Wechatpay-Serial: a\r\nWECHATPAY-SERIAL: b\r\nContent-Length: 0\r\n\r\n");
        row("two signatures", post + "Wechatpay-Signature: a\r\nWechatpay-Signature: a\r\n\r\n");
        row("two origins", get + "Host: till\r\nOrigin: null\r\nOrigin: http://till\r\n\r\n");
        row("bare LF after the request line", "GET /hello HTTP/1.1\nHost: till\r\n\r\n");
        row("bare LF after a field", get + "Host: till\nX: y\r\n\r\n");
        row("bare LF as blank line", get + "Host: till\r\n\n");
        row("bare LF in a value", get + "Host: till\r\nX: a\nContent-Length: 5\r\n\r\n");
        row("bare CR in a value", get + "Host: till\r\nX: a\rY: b\r\n\r\n");
        row("CR CR LF", get + "Host: till\r\r\n\r\n");
        row("folded field", get + "Host: till\r\nX: a\r\n b\r\n\r\n");
        row("folded at once", get + " Host: till\r\n\r\n");
        row("folded length", post + "Content-Length:\r\n 5\r\n\r\nhello");
        row("blank before the colon", post + "Content-Length : 5\r\n\r\nhello");
        row("tab before the colon", post + "Transfer-Encoding\t: chunked\r\n\r\n0\r\n\r\n");
        row("no colon", get + "Host: till\r\nContent-Length 5\r\n\r\n");
        row("no name", get + "Host: till\r\n: x\r\n\r\n");
        row("NUL in a value", get + "Host: till\r\nX: a" + QByteArray(1, '\0') + "\r\n\r\n");
        row("NUL in a name", get + "Host: till\r\nX" + QByteArray(1, '\0') + ": a\r\n\r\n");
        row("NUL in the target", "GET /he" + QByteArray(1, '\0') + " HTTP/1.1\r\nHost: till\r\n\r\n");
        row("control character in the target", "GET /he\x01 HTTP/1.1\r\nHost: till\r\n\r\n");
        row("raw UTF-8 in the target", "GET /\xe6\x94\xaf HTTP/1.1\r\nHost: till\r\n\r\n");
        row("fragment", "GET /hello#x HTTP/1.1\r\nHost: till\r\n\r\n");
        row("no slash", "GET hello HTTP/1.1\r\nHost: till\r\n\r\n");
        row("two blanks", "GET  /hello HTTP/1.1\r\nHost: till\r\n\r\n");
        row("tab for blank", "GET\t/hello HTTP/1.1\r\nHost: till\r\n\r\n");
        row("trailing blank", "GET /hello HTTP/1.1 \r\nHost: till\r\n\r\n");
        row("leading blank", " GET /hello HTTP/1.1\r\nHost: till\r\n\r\n");
        row("no version", "GET /hello\r\nHost: till\r\n\r\n");
        row("odd version", "GET /hello HTTP/1.x\r\nHost: till\r\n\r\n");
        row("long version", "GET /hello HTTP/1.10\r\nHost: till\r\n\r\n");
        row("not a method", "G(T /hello HTTP/1.1\r\nHost: till\r\n\r\n");
        row("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        row("HTTP/2 with a path", "GET /hello HTTP/2.0\r\nHost: till\r\n\r\n", 505);
        row("TLS", QByteArray::fromHex("16030100c8010000c40303") + "\r\n");
    }
    void refuses()
    {
        QFETCH(QByteArray, request);
        TestListener listener;
        RawClient client(listener.port);
        client.send(request);
        const auto reply = client.reply();
        QTEST(reply.status, "status");
        QCOMPARE(reply.headers.value("Connection"), "close");
        QVERIFY(reply.body.startsWith("{\"code\":\""));
        QVERIFY(client.waitForClose());
        QCOMPARE(client.received(), QByteArray());
        QCOMPARE(listener.handled, 0);
        QVERIFY(listener.waitForConnections(0));
    }
    void refusesByteByByteToo()
    {
        // Qt reads a bare LF as the end of a line; it must not get the chance.
        TestListener listener;
        RawClient client(listener.port);
        const QByteArray request = "GET /hello HTTP/1.1\r\nHost: till\n\n";
        for (const char byte : request) {
            client.send(QByteArray(1, byte));
            client.socket.flush();
            QTest::qWait(1);
        }
        QCOMPARE(client.reply().status, 400);
        QCOMPARE(listener.handled, 0);
    }
    void takesWhatIsOdd_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::newRow("no blank after the colon") << QByteArray("X:y\r\n");
        QTest::newRow("empty value") << QByteArray("X:\r\n");
        QTest::newRow("tabs around") << QByteArray("X:\t y \t\r\n");
        QTest::newRow("Latin-1 in a value") << QByteArray("X: \xe4\r\n");
        QTest::newRow("two Accept") << QByteArray("Accept: a\r\nAccept: b\r\n");
        QTest::newRow("length 0") << QByteArray("Content-Length: 0\r\n");
        QTest::newRow("length 00") << QByteArray("Content-Length: 00\r\n");
    }
    void takesWhatIsOdd()
    {
        QFETCH(QByteArray, fields);
        TestListener listener;
        RawClient client(listener.port);
        client.get("/hello", fields);
        QCOMPARE(client.reply().body, "hello");
        client.get("/hello");
        QCOMPARE(client.reply().body, "hello");
    }
};

QTEST_GUILESS_MAIN(SmugglingTest)
#include "tst_smuggling.moc"
