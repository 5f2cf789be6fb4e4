// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/RunningServer.h"
#include "tests/support/HeldBooks.h"

/// /readyz tells the truth: each part that cannot do its work says so, and is well again when it is.
class ReadyzTest : public QObject
{
    Q_OBJECT

    static QJsonObject part(const HttpAnswer &answer, const QString &name)
    {
        return RunningServer::json(answer)["parts"].toObject()[name].toObject();
    }

private slots:
    void aServerThatIsWell()
    {
        RunningServer server;
        auto answer = server.get("/readyz");
        QCOMPARE(answer.status, 200);
        QCOMPARE(RunningServer::json(answer)["ready"], QJsonValue(true));
        QCOMPARE(part(answer, "store")["state"], QJsonValue("written"));
        QCOMPARE(part(answer, "provider")["state"], QJsonValue("never_asked"));
        QCOMPARE(part(answer, "listeners")["state"], QJsonValue("listening"));
        QVERIFY(!server.place().isEmpty());
        answer = server.ops("/readyz");
        QCOMPARE(answer.status, 200);
        QCOMPARE(part(answer, "provider")["state"], QJsonValue("answered"));
        QVERIFY(!part(answer, "provider")["last_answer"].toString().isEmpty());
    }
    void booksThatCannotBeWritten()
    {
        RunningServer server;
        {
            HeldBooks held(server.path("books.sqlite"));
            const auto answer = HeldBooks::answerInTime([&] { return server.ops("/readyz"); });
            QVERIFY2(answer, "it waited for the store");
            QCOMPARE(answer->status, 503);
            QCOMPARE(RunningServer::json(*answer)["ready"], QJsonValue(false));
            QCOMPARE(part(*answer, "store")["ready"], QJsonValue(false));
            QCOMPARE(part(*answer, "server")["ready"], QJsonValue(true));
            QCOMPARE(server.ops("/healthz").status, 200);
            (void)held.letGoInTime();
        }
        QTRY_COMPARE(server.ops("/readyz").status, 200);
    }
    void aProviderThatDoesNotAnswer()
    {
        RunningServer server;
        const auto number = server.place()["out_trade_no"].toString();
        const QJsonObject down{{"api", QJsonObject{{"error_rate", 1}, {"status", 503}}}};
        QCOMPARE(server.simulator("PUT", "/sim/faults", down).status, 200);
        NetworkTransport network; // whose askers nobody waits for
        for (int i = 0; i < 2; ++i)
            (void)network.send({.method = "POST",
                                .url = QUrl(server.at().http + "/api/v1/orders/" + number + "/query"),
                                .headers = server.terminal(),
                                .body = "{}"});
        HttpAnswer answer;
        QTRY_VERIFY_WITH_TIMEOUT((answer = server.ops("/readyz")).status == 503, 20'000);
        QCOMPARE(part(answer, "provider")["state"], QJsonValue("silent"));
        QCOMPARE(part(answer, "store")["ready"], QJsonValue(true));
        QCOMPARE(server.simulator("PUT", "/sim/faults").status, 200);
        QTRY_COMPARE_WITH_TIMEOUT(server.ops("/readyz").status, 200, 20'000); // the background has asked again
    }
    void aServerThatStops()
    {
        RunningServer server;
        WatchClient till(server);
        till.settle();
        bool stopped = false;
        connect(&server.server(), &Server::stopped, this, [&stopped](bool storeAnswers) { stopped = storeAnswers; });
        server.server().stop();
        const auto answer = server.ops("/readyz");
        QCOMPARE(answer.status, 503);
        QCOMPARE(part(answer, "server")["state"], QJsonValue("stopping"));
        QCOMPARE(part(answer, "listeners")["ready"], QJsonValue(false));
        QTRY_VERIFY(stopped);
    }
};

QTEST_GUILESS_MAIN(ReadyzTest)
#include "tst_readyz.moc"
