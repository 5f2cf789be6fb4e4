// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/RunningServer.h"

#include <QJsonArray>

/// Money back over HTTP, signed calls and real notifications included, until both sides' books say the same.
class RefundApiTest : public QObject
{
    Q_OBJECT

    /// A paid order of that many fen.
    static QString paid(RunningServer &server, qint64 amount)
    {
        const auto number = server.place(amount)["out_trade_no"].toString();
        if (server.pay(number).status != 200 || !QTest::qWaitFor([&] { return server.state(number) == "SUCCESS"; }))
            qFatal("the order was not paid");
        return number;
    }
    static HttpAnswer refund(RunningServer &server, const QString &number, qint64 amount, const char *refundNo)
    {
        return server.post("/api/v1/orders/" + number + "/refunds",
                           {{"amount", amount}, {"reason", "broken"}, {"out_refund_no", refundNo}});
    }
    static QString status(RunningServer &server, const QString &refundNo)
    {
        return RunningServer::json(server.get("/api/v1/refunds/" + refundNo))["status"].toString();
    }
    static void pass(RunningServer &server, int seconds)
    {
        QCOMPARE(server.simulator("PUT", "/sim/clock", {{"advance_s", seconds}}).status, 200);
    }
    /// The refunds in the simulator's books, "amount status".
    static QStringList theirs(RunningServer &server)
    {
        QStringList found;
        for (const auto refund : RunningServer::json(server.simulator("GET", "/sim/refunds"))["refunds"].toArray())
            found << QStringLiteral("%1 %2")
                         .arg(refund.toObject()["amount"].toObject()["refund"].toInteger())
                         .arg(refund.toObject()["status"].toString());
        return found;
    }
    static QJsonArray cases(RunningServer &server)
    {
        return RunningServer::json(server.get("/api/v1/cases?state=open"))["cases"].toArray();
    }
    static HttpAnswer decide(RunningServer &server, const QJsonValue &found, const char *move)
    {
        return server.post(QStringLiteral("/api/v1/cases/%1/%2").arg(found["id"].toInteger()).arg(QLatin1String(move)),
                           {{"reason", "seen"}});
    }

private slots:
    void aPartGoesBack()
    {
        RunningServer server;
        const auto number = paid(server, 2200);
        WatchClient till(server);
        till.say({{"action", "create"}, {"outTradeNo", number}, {"token", QString()}, {"after", 3}});
        till.settle();
        const auto asked = refund(server, number, 800, "R-00000001");
        QCOMPARE(asked.status, 201);
        QCOMPARE(RunningServer::json(asked)["status"].toString(), QStringLiteral("PROCESSING"));
        QCOMPARE(server.state(number), QStringLiteral("REFUND"));
        pass(server, 5);
        QTRY_COMPARE(status(server, "R-00000001"), QStringLiteral("SUCCESS"));
        QCOMPARE(server.order(number)["refunded"].toInteger(), 800);
        QTRY_COMPARE(till.heard.size(), 3); // the snapshot and both steps
        QCOMPARE(till.heard.last()["event"].toString(), QStringLiteral("REFUND"));
        QCOMPARE(till.heard.last()["order"].toObject()["refunded"].toInteger(), 800);
        QCOMPARE(theirs(server), QStringList{"800 SUCCESS"});
        QCOMPARE(refund(server, number, 800, "R-00000001").status, 200);
        server.stop();
        server.start();
        QCOMPARE(status(server, "R-00000001"), QStringLiteral("SUCCESS"));
        QCOMPARE(server.order(number)["seq"].toInteger(), 5);
    }
    void aRefusalMovesNothing()
    {
        RunningServer server;
        const auto number = paid(server, 1293); // the shop's balance does not cover it
        const auto refused = refund(server, number, 1293, "R-00000001");
        QCOMPARE(refused.status, 502);
        QCOMPARE(RunningServer::json(refused)["code"].toString(), QStringLiteral("NOT_ENOUGH"));
        QCOMPARE(status(server, "R-00000001"), QStringLiteral("CLOSED"));
        QCOMPARE(server.state(number), QStringLiteral("SUCCESS"));
        QCOMPARE(server.order(number)["refunded"].toInteger(), 0);
    }
    void anAbnormalOneGoesToTheShopsCard()
    {
        RunningServer server;
        const auto number = paid(server, 1291); // the customer's account cannot take it
        QCOMPARE(refund(server, number, 1291, "R-00000001").status, 201);
        pass(server, 5);
        QTRY_COMPARE(status(server, "R-00000001"), QStringLiteral("ABNORMAL"));
        QCOMPARE(cases(server).size(), 1);
        QCOMPARE(server.order(number)["case"].toObject()["kind"].toString(), QStringLiteral("refund_abnormal"));
        const auto decided = decide(server, cases(server).first(), "refund");
        QCOMPARE(decided.status, 200);
        QCOMPARE(RunningServer::json(decided)["out_refund_no"].toString(), QStringLiteral("R-00000001"));
        QVERIFY(server.order(number)["case"].isNull());
        pass(server, 24 * 3600);
        QTRY_COMPARE(status(server, "R-00000001"), QStringLiteral("SUCCESS"));
        QCOMPARE(theirs(server), QStringList{"1291 SUCCESS"});
        QVERIFY(cases(server).isEmpty());
    }
    void anotherAmountGoesBackWhole()
    {
        RunningServer server;
        const auto number = server.place(1288)["out_trade_no"].toString(); // their books say one yuan more
        QCOMPARE(server.pay(number).status, 200);
        QTRY_COMPARE(cases(server).size(), 1);
        const auto found = cases(server).first();
        QCOMPARE(found["kind"].toString(), QStringLiteral("amount_mismatch"));
        QCOMPARE(found["amount"].toInteger(), 1388);
        QCOMPARE(found["expected"].toInteger(), 1288);
        const auto decided = decide(server, found, "refund");
        QCOMPARE(decided.status, 200);
        const auto refundNo = RunningServer::json(decided)["out_refund_no"].toString();
        QCOMPARE(server.state(number), QStringLiteral("CLOSED"));
        QTRY_COMPARE(theirs(server).size(), 1);
        pass(server, 5);
        QTRY_COMPARE(status(server, refundNo), QStringLiteral("SUCCESS"));
        QCOMPARE(theirs(server), QStringList{"1388 SUCCESS"});
        QCOMPARE(server.order(number)["refunded"].toInteger(), 0);
    }
};

QTEST_GUILESS_MAIN(RefundApiTest)
#include "tst_refund_api.moc"
