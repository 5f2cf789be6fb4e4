// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/RunningServer.h"

#include <QTcpSocket>

/// A client that goes away in the middle of anything harms nobody.
class HangUpTest : public QObject
{
    Q_OBJECT
private slots:
    void hundredsOfWatchersVanish()
    {
        RunningServer server;
        const auto number = server.place()["out_trade_no"].toString();
        for (int round = 0; round < 5; ++round) {
            std::vector<std::unique_ptr<WatchClient>> clients;
            for (int i = 0; i < 40; ++i) {
                clients.push_back(std::make_unique<WatchClient>(server));
                clients.back()->say({{"action", "create"}, {"outTradeNo", number}, {"after", 0}});
            }
            for (auto &client : clients)
                client->socket.abort();
        }
        WatchClient stays(server);
        stays.say({{"action", "create"}, {"outTradeNo", number}});
        stays.settle();
        QCOMPARE(server.pay(number).status, 200);
        QTRY_COMPARE(stays.heard.size(), 1);
    }
    void askersVanishBeforeTheAnswer()
    {
        RunningServer server;
        const QUrl url(server.at().http);
        for (int i = 0; i < 100; ++i) {
            QTcpSocket client;
            client.connectToHost(url.host(), quint16(url.port()));
            QVERIFY(client.waitForConnected());
            const QByteArray body =
                "{\"amount\":5,\"description\":\"tea\",\"out_trade_no\":\"GONE-" + QByteArray::number(1000 + i) + "\"}";
            client.write("POST /api/v1/orders HTTP/1.1\r\nHost: " + url.authority().toUtf8()
                         + "\r\nAuthorization: Bearer " + server.at().terminalToken
                         + "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size())
                         + "\r\n\r\n" + body);
            QVERIFY(client.waitForBytesWritten());
            client.abort();
            QCoreApplication::processEvents();
        }
        QCOMPARE(server.place()["trade_state"].toString(), QStringLiteral("NOTPAY"));
        // Who got as far as being written down is whole: the order is there, and payable or still without its code.
        const auto kept = server.get("/api/v1/orders?limit=200");
        QCOMPARE(kept.status, 200);
    }
};

QTEST_GUILESS_MAIN(HangUpTest)
#include "tst_server_hang_up.moc"
