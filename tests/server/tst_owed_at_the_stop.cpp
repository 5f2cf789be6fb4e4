// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/RunningServer.h"
#include "tests/server/SignedNotify.h"

#include <QTcpSocket>

/// A payment that comes in while the server stops is written, answered, and told to who waits, before they are sent
/// away.
class OwedAtTheStopTest : public QObject
{
    Q_OBJECT

    static QByteArray bytesOf(const RunningServer &server, const QByteArray &body, const HttpHeaders &headers)
    {
        QByteArray bytes =
            "POST /wechatpay/notify HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(QUrl(server.at().http).port())
            + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
        for (const auto &[name, value] : headers.fields())
            bytes += name + ": " + value + "\r\n";
        return bytes + "\r\n" + body;
    }

private slots:
    void aPaymentIsTold()
    {
        RunningServer server;
        SignedNotify gateway(server);
        const auto order = server.place(1990);
        WatchClient till(server);
        till.say({{"action", "create"}, {"outTradeNo", order["out_trade_no"]}});
        till.settle();
        NetworkTransport network;
        auto poll =
            network.send({.method = "GET",
                          .url = QUrl(server.at().http + "/scan/" + order["out_trade_no"].toString() + "?timeout=30"),
                          .headers = server.terminal(),
                          .body = {}});
        QTRY_VERIFY(server.ops("/metrics").body.contains("scantill_waiters{kind=\"long_poll\"} 1"));

        const auto body = gateway.body(gateway.content(order));
        const auto bytes = bytesOf(server, body, gateway.headers(body));
        QTcpSocket wechat;
        wechat.connectToHost(QHostAddress::LocalHost, quint16(QUrl(server.at().http).port()));
        QTRY_COMPARE(wechat.state(), QAbstractSocket::ConnectedState);
        wechat.write(bytes.chopped(10));
        QTRY_VERIFY(wechat.bytesToWrite() == 0);
        QVERIFY(server.ops("/readyz").status == 200); // it has come in by now

        bool stopped = false;
        connect(&server.server(), &Server::stopped, this, [&stopped] { stopped = true; });
        server.server().stop();
        QTest::qWait(50);
        QCOMPARE(till.socket.state(), QAbstractSocket::ConnectedState); // it is owed something
        QVERIFY(!poll.isFinished());
        wechat.write(bytes.right(10));
        QTRY_VERIFY(wechat.bytesAvailable() > 0);
        QVERIFY(wechat.readAll().startsWith("HTTP/1.1 204"));
        QTRY_COMPARE(till.socket.state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(till.socket.closeCode(), QWebSocketProtocol::CloseCodeGoingAway);
        QCOMPARE(till.heard.size(), 1);
        QCOMPARE(till.heard.first()["event"], QJsonValue("SUCCESS"));
        const auto told = await(poll);
        QCOMPARE(told->status, 200);
        QCOMPARE(RunningServer::json(*told)["event"], QJsonValue("SUCCESS"));
        QTRY_VERIFY(stopped);
        server.stop();
        server.start();
        QCOMPARE(server.state(order["out_trade_no"].toString()), QStringLiteral("SUCCESS"));
    }
};

QTEST_GUILESS_MAIN(OwedAtTheStopTest)
#include "tst_owed_at_the_stop.moc"
