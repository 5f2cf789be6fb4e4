// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/RunningServer.h"

namespace {

QList<qint64> seqsOf(const QList<QJsonObject> &heard, const QString &event)
{
    QList<qint64> seqs;
    for (const QJsonObject &message : heard) {
        if (message["event"] == event)
            seqs << message["seq"].toInteger();
    }
    return seqs;
}

} // namespace

/// Whoever says the last event they saw gets the rest, each once, also when the server was another process meanwhile.
class ResumeOverRestartTest : public QObject
{
    Q_OBJECT
private slots:
    void aWatchGoesOnWhereItStood()
    {
        RunningServer server;
        const auto placed = server.place();
        const auto number = placed["out_trade_no"].toString();
        const auto watch = [&](qint64 after) {
            return QJsonObject{
                {"action", "create"}, {"outTradeNo", number}, {"token", placed["watch_token"]}, {"after", after}};
        };
        {
            WatchClient till(server);
            till.say(watch(0));
            QTRY_COMPARE(seqsOf(till.heard, "CODE_READY"), QList<qint64>{2});
        }
        server.stop();
        server.start();
        QCOMPARE(server.pay(number).status, 200);
        QTRY_COMPARE(server.state(number), QString("SUCCESS"));
        server.stop();
        server.start();
        WatchClient till(server);
        till.say(watch(2));
        QTRY_COMPARE(seqsOf(till.heard, "SUCCESS"), QList<qint64>{3});
        till.settle();
        QCOMPARE(seqsOf(till.heard, "CODE_READY"), QList<qint64>());
        QCOMPARE(seqsOf(till.heard, "SNAPSHOT"), QList<qint64>{3});
        WatchClient knows(server);
        knows.say(watch(3));
        QTRY_COMPARE(seqsOf(knows.heard, "SNAPSHOT"), QList<qint64>{3});
        knows.settle();
        QCOMPARE(seqsOf(knows.heard, "SUCCESS"), QList<qint64>());
    }
    void aLongPollGoesOnWhereItStood()
    {
        RunningServer server;
        const auto number = server.place()["out_trade_no"].toString();
        QCOMPARE(server.pay(number).status, 200);
        QTRY_COMPARE(server.state(number), QString("SUCCESS"));
        server.stop();
        server.start();
        const auto next = [&](int after) {
            return server.get(QStringLiteral("/scan/%1?after=%2&timeout=1").arg(number).arg(after));
        };
        const auto told = next(2);
        QCOMPARE(told.status, 200);
        QCOMPARE(RunningServer::json(told)["event"].toString(), QString("SUCCESS"));
        QCOMPARE(RunningServer::json(told)["seq"].toInteger(), 3);
        QCOMPARE(RunningServer::json(next(1))["seq"].toInteger(), 2);
        QCOMPARE(next(3).status, 204);
    }
};

QTEST_GUILESS_MAIN(ResumeOverRestartTest)
#include "tst_resume_over_restart.moc"
