// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/RunningServer.h"

#include <QJsonArray>

namespace {

QJsonArray marksOf(RunningServer &server, const QString &number)
{
    const auto answer = server.get("/api/v1/orders/" + number + "/timeline");
    if (answer.status != 200)
        qFatal("no timeline: %d", answer.status);
    return RunningServer::json(answer)["marks"].toArray();
}

QStringList namesIn(const QJsonArray &marks)
{
    QStringList names;
    for (const QJsonValue &mark : marks)
        names << mark["what"].toString();
    return names;
}

QJsonObject seenNow(const QString &what)
{
    return {{"at", QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)}, {"what", what}};
}

} // namespace

/// An order's timeline tells the whole sale in order, with every witness, and no secret.
class TimelineTest : public QObject
{
    Q_OBJECT
private slots:
    void aSaleFromTheCallToTheNotification()
    {
        RunningServer server;
        const auto placed = server.place(1234);
        const auto number = placed["out_trade_no"].toString();
        WatchClient till(server);
        till.say({{"action", "create"}, {"outTradeNo", number}, {"token", placed["watch_token"]}, {"after", 2}});
        till.settle();
        QCOMPARE(server.post("/api/v1/orders/" + number + "/query").status, 200);
        QCOMPARE(server
                     .post("/api/v1/orders/" + number + "/timeline",
                           {{"marks", QJsonArray{seenNow("qr_painted"), seenNow("key")}}})
                     .status,
                 204);
        QCOMPARE(server.pay(number).status, 200);
        QTRY_COMPARE(server.state(number), QStringLiteral("SUCCESS"));

        const QJsonArray marks = marksOf(server, number);
        const QStringList names = namesIn(marks);
        const QStringList story{"order_call",      "created", "create_asked", "create_answered",
                                "code_ready",      "query",   "qr_painted",   "notify_received",
                                "notify_verified", "success", "pushed"};
        qsizetype from = 0;
        for (const QString &chapter : story) {
            const auto at = names.indexOf(chapter, from);
            QVERIFY2(at >= 0, qPrintable(chapter + " is not after what came before it: " + names.join(' ')));
            from = at;
        }
        for (const char *also : {"key", "notify_committed", "notify_answered"})
            QVERIFY2(names.contains(also), also);
        qint64 before = 0;
        for (const QJsonValue &mark : marks) {
            QVERIFY(mark["ms"].toInteger(-1) >= before);
            before = mark["ms"].toInteger();
        }
        QCOMPARE(marks[0]["ms"].toInteger(-1), 0);
        const auto success = marks[names.indexOf("success")];
        QCOMPARE(success["source"].toString(), QString("notify"));
        QVERIFY(success["success_time"].isString());
        QCOMPARE(marks[names.indexOf("query")]["outcome"].toString(), QString("NOTPAY"));
        QCOMPARE(marks[names.indexOf("key")]["source"].toString(), QString("till"));
    }
    void noSecretIsInIt()
    {
        RunningServer server;
        const auto placed = server.place(1234);
        const auto number = placed["out_trade_no"].toString();
        QCOMPARE(server.pay(number).status, 200);
        QTRY_COMPARE(server.state(number), QStringLiteral("SUCCESS"));
        const auto order = server.order(number);
        const auto text = server.get("/api/v1/orders/" + number + "/timeline").body;
        QFile profile(server.path("merchant_profile.json"));
        QVERIFY(profile.open(QIODevice::ReadOnly));
        const auto keys = QJsonDocument::fromJson(profile.readAll()).object();
        QByteArrayList secrets{order["payer_openid"].toString().toUtf8(),
                               order["code_url"].toString().toUtf8(),
                               placed["watch_token"].toString().toUtf8(),
                               server.at().terminalToken,
                               keys["apiv3_key"].toString().toUtf8(),
                               "openid",
                               "code_url",
                               "token",
                               "/pay/"};
        QVERIFY(!secrets[0].isEmpty() && !secrets[1].isEmpty());
        for (const QByteArray &secret : secrets)
            QVERIFY2(secret.isEmpty() || !text.contains(secret), secret.constData());
    }
    void itIsStillThereAfterARestart()
    {
        RunningServer server;
        const auto number = server.place(1234)["out_trade_no"].toString();
        server.stop(); // within the second that marks may wait
        server.start();
        QVERIFY(namesIn(marksOf(server, number)).contains("create_answered"));
    }
    void whatATillMayNotSay_data()
    {
        QTest::addColumn<QJsonValue>("marks");
        const auto with = [](const char *member, const QJsonValue &value) {
            QJsonObject mark = seenNow("key");
            mark[QLatin1String(member)] = value;
            return QJsonValue(QJsonArray{mark});
        };
        QTest::newRow("nothing") << QJsonValue(QJsonArray());
        QTest::newRow("no list") << QJsonValue("key");
        QTest::newRow("no object") << QJsonValue(QJsonArray{"key"});
        QTest::newRow("a payer") << with("openid", "o1");
        QTest::newRow("another source") << with("source", "notify");
        QTest::newRow("a sentence") << with("what", "the customer said");
        QTest::newRow("no name") << with("what", 5);
        QTest::newRow("no time") << with("at", "now");
        QTest::newRow("a time without an offset") << with("at", "2026-01-01T00:00:00.000");
        QTest::newRow("two days ago") << with("at",
                                              QDateTime::currentDateTimeUtc().addDays(-2).toString(Qt::ISODateWithMs));
        QTest::newRow("tomorrow") << with("at", QDateTime::currentDateTimeUtc().addDays(1).toString(Qt::ISODateWithMs));
        QJsonArray many;
        for (int i = 0; i < 33; ++i)
            many.append(seenNow("key"));
        QTest::newRow("33") << QJsonValue(many);
    }
    void whatATillMayNotSay()
    {
        QFETCH(QJsonValue, marks);
        if (!m_shared) {
            m_shared = std::make_unique<RunningServer>();
            m_number = m_shared->place(1234)["out_trade_no"].toString();
        }
        const auto answer = m_shared->post("/api/v1/orders/" + m_number + "/timeline", {{"marks", marks}});
        QCOMPARE(answer.status, 400);
        QCOMPARE(RunningServer::json(answer)["code"].toString(), QString("PARAM_ERROR"));
    }
    void cleanupTestCase() { m_shared.reset(); } // while there is an application for it to end in
    void anOrderThatIsNotThere()
    {
        RunningServer server;
        QCOMPARE(server.get("/api/v1/orders/NOBODYS/timeline").status, 404);
        QCOMPARE(server.post("/api/v1/orders/NOBODYS/timeline", {{"marks", QJsonArray{seenNow("key")}}}).status, 404);
    }
    void onlyForTheTerminal()
    {
        RunningServer server;
        const auto number = server.place(1234)["out_trade_no"].toString();
        const auto url = server.at().http + "/api/v1/orders/" + number + "/timeline";
        QCOMPARE(server.send("GET", url, {}, {}).status, 401);
        QCOMPARE(server.send("POST", url, "{}", {{"Content-Type", "application/json"}}).status, 401);
    }

private:
    std::unique_ptr<RunningServer> m_shared; ///< of the rows that change nothing
    QString m_number;
};

QTEST_GUILESS_MAIN(TimelineTest)
#include "tst_timeline.moc"
