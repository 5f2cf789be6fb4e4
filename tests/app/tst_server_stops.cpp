// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/NetworkTransport.h"
#include "tests/app/ExportedProfile.h"
#include "tests/support/Await.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QWebSocket>
#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/// A server that is told to stop: what was begun is finished, who waits is told, and nobody new comes in. Told twice,
/// it ends at once.
class ServerStopsTest : public QObject
{
    Q_OBJECT

    static constexpr qint64 finishWithinMs = 5'000; ///< what a server grants that does not end at once

    /// A training server with an operator's port, and what a till would do with it.
    struct Rig
    {
        Rig()
        {
            if (ready.isEmpty())
                qFatal("%s", server.err.constData());
        }
        QString url(const char *listener) const { return ready[QLatin1String(listener)].toString(); }
        QFuture<Result<HttpAnswer>> send(const QByteArray &method, const QString &url, const QByteArray &body = {})
        {
            return network.send(
                {.method = method,
                 .url = QUrl(url),
                 .headers = {{"Authorization", "Bearer " + ready["terminal_token"].toString().toLatin1()},
                             {"Content-Type", "application/json"}},
                 .body = body,
                 .timeout = std::chrono::seconds(20)});
        }
        HttpAnswer ask(const QByteArray &method, const QString &url, const QByteArray &body = {})
        {
            const auto answer = await(send(method, url, body));
            return answer ? *answer : HttpAnswer{};
        }
        QString place()
        {
            const auto answer = ask("POST", url("http") + "/api/v1/orders", "{\"amount\":5,\"description\":\"tea\"}");
            return QJsonDocument::fromJson(answer.body).object()["out_trade_no"].toString();
        }
        bool metricSays(const QByteArray &line) { return ask("GET", url("ops") + "/metrics").body.contains(line); }
        void stop(int signal = SIGTERM) { ::kill(pid_t(server.pid()), signal); }

        DataDir data{"training/simulator"};
        Program server{SERVER, trainingServer(data, {"--ops-listen", "127.0.0.1:0"})};
        QJsonObject ready = server.ready();
        NetworkTransport network;
    };
    /// A request of which the rest is still to come.
    static std::unique_ptr<QTcpSocket> beginRequest(Rig &rig, const QByteArray &bytes)
    {
        auto socket = std::make_unique<QTcpSocket>();
        socket->connectToHost(QHostAddress(QHostAddress::LocalHost), quint16(QUrl(rig.url("http")).port()));
        if (!socket->waitForConnected())
            qFatal("no connection");
        socket->write(bytes);
        socket->flush();
        return socket;
    }

private slots:
    void whoWaitsIsTold_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
    }
    void whoWaitsIsTold()
    {
        QFETCH(int, signal);
        Rig rig;
        const auto number = rig.place();
        QWebSocket till;
        till.open(QUrl(rig.url("http").replace("http:", "ws:") + "/websocket/myHandler"));
        QTRY_COMPARE(till.state(), QAbstractSocket::ConnectedState);
        till.sendTextMessage(QStringLiteral("{\"action\":\"create\",\"outTradeNo\":\"%1\"}").arg(number));
        const auto poll = rig.send("GET", rig.url("http") + "/scan/" + number + "?timeout=30");
        QTRY_VERIFY(rig.metricSays("scantill_waiters{kind=\"long_poll\"} 1"));
        QTRY_VERIFY(rig.metricSays("scantill_waiters{kind=\"websocket\"} 1"));
        QElapsedTimer took;
        took.start();
        rig.stop(signal);
        const auto answer = await(poll);
        QVERIFY(answer);
        QCOMPARE(answer->status, 204);
        QTRY_COMPARE(till.state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(till.closeCode(), QWebSocketProtocol::CloseCodeGoingAway);
        QCOMPARE(rig.server.end(), 0);
        QVERIFY(took.elapsed() < finishWithinMs);
    }
    void anOrderUnderWayIsFinished()
    {
        Rig rig;
        QCOMPARE(rig.ask("PUT", rig.url("simulator") + "/sim/faults", "{\"api\":{\"delay_ms\":[1500,1500]}}").status,
                 200);
        const auto placing =
            rig.send("POST", rig.url("http") + "/api/v1/orders", "{\"amount\":5,\"description\":\"tea\"}");
        QTRY_VERIFY(rig.metricSays("scantill_open_orders 1"));
        rig.stop();
        QTRY_COMPARE(rig.ask("GET", rig.url("ops") + "/readyz").status, 503);
        QCOMPARE(rig.ask("GET", rig.url("http") + "/healthz").status, 0); // nobody new comes in
        const auto answer = await(placing);
        QVERIFY(answer);
        QCOMPARE(answer->status, 201);
        QVERIFY(answer->body.contains("code_url"));
        QCOMPARE(rig.server.end(), 0);
    }
    void aRequestThatHasBegunIsTakenIn()
    {
        Rig rig;
        const auto socket = beginRequest(rig, "POST /wechatpay/notify HTTP/1.1\r\nHost: localhost:"
                                                  + QByteArray::number(QUrl(rig.url("http")).port())
                                                  + "\r\nContent-Length: 4\r\n\r\nfo");
        QTRY_VERIFY(rig.metricSays("scantill_http_connections{listener=\"main\"} 1"));
        rig.stop();
        QTRY_COMPARE(rig.ask("GET", rig.url("ops") + "/readyz").status, 503);
        socket->write("ol");
        QTRY_VERIFY(socket->bytesAvailable() > 0);
        QVERIFY(socket->readAll().startsWith("HTTP/1.1 401")); // forged; but it was read to its end
        QCOMPARE(rig.server.end(), 0);
    }
    void toldTwiceItEndsAtOnce()
    {
        Rig rig;
        const auto socket = beginRequest(rig, "POST /wechatpay/notify HTTP/1.1\r\n");
        QTRY_VERIFY(rig.metricSays("scantill_http_connections{listener=\"main\"} 1"));
        rig.stop(SIGTERM);
        QTRY_COMPARE(rig.ask("GET", rig.url("ops") + "/readyz").status, 503);
        QElapsedTimer took;
        took.start();
        rig.stop(SIGINT);
        QCOMPARE(rig.server.end(), -2); // by the signal
        QVERIFY(took.elapsed() < finishWithinMs);
        Program again(SERVER, trainingServer(rig.data));
        QVERIFY2(!again.ready().isEmpty(), again.err.constData());
        QCOMPARE(again.terminate(), 0);
    }
    void aLogThatNobodyReadsHoldsNothingUp()
    {
        const DataDir data("training/simulator");
        const QTemporaryDir folder;
        const auto path = folder.filePath("log");
        QCOMPARE(::mkfifo(path.toLocal8Bit().constData(), 0600), 0);
        const int reader = ::open(path.toLocal8Bit().constData(), O_RDONLY | O_NONBLOCK);
        QProcess server;
        server.setStandardErrorFile(path);
        server.start(SERVER, trainingServer(data));
        QByteArray out;
        while (!out.contains('\n') && server.waitForReadyRead(20'000))
            out += server.readAllStandardOutput();
        const auto http = QJsonDocument::fromJson(out.left(out.indexOf('\n'))).object()["http"].toString();
        NetworkTransport network;
        const auto forge = [&network, &http](int count) {
            for (; count > 0; --count) { // each of them is a line in the log
                const auto answer = await(network.send(
                    {.method = "POST", .url = QUrl(http + "/wechatpay/notify"), .headers = {}, .body = "forged"}));
                QCOMPARE(answer ? answer->status : 0, 401);
            }
        };
        const int filler = ::open(path.toLocal8Bit().constData(), O_WRONLY | O_NONBLOCK);
        while (::write(filler, "x", 1) == 1) {} // until the pipe holds no more
        forge(5);
        const auto metrics =
            await(network.send({.method = "GET", .url = QUrl(http + "/metrics"), .headers = {}, .body = {}}));
        const QByteArray name = "\nscantill_log_lines_dropped_total ";
        const auto dropped = metrics->body.mid(metrics->body.indexOf(name) + name.size()).split('\n').first().toInt();
        QVERIFY(dropped >= 5);
        QByteArray log(1'000'000, '\0');
        log.truncate(std::max<ssize_t>(0, ::read(reader, log.data(), size_t(log.size()))));
        QVERIFY(!log.contains("refused:"));
        forge(1);
        log = QByteArray(10'000, '\0');
        log.truncate(std::max<ssize_t>(0, ::read(reader, log.data(), size_t(log.size()))));
        QVERIFY2(log.contains(QByteArray::number(dropped) + " lines were dropped"), log.constData());
        server.terminate();
        QVERIFY(server.waitForFinished(10'000));
        QCOMPARE(server.exitCode(), 0);
        ::close(filler);
        ::close(reader);
    }
};

QTEST_GUILESS_MAIN(ServerStopsTest)
#include "tst_server_stops.moc"
