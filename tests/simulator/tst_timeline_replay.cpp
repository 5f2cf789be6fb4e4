// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/SimulatorRig.h"

#include <QTest>

using namespace std::chrono_literals;

namespace {

QJsonObject mark(int ms, const char *what, const QJsonObject &more = {})
{
    QJsonObject json = more;
    json["at"] = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000 + ms, Qt::UTC).toString(Qt::ISODateWithMs);
    json["ms"] = ms;
    json["what"] = QString::fromLatin1(what);
    return json;
}

QJsonObject paidAt(int ms)
{
    return {
        {"success_time", QDateTime::fromMSecsSinceEpoch(1'700'000'000'000 + ms, Qt::UTC).toString(Qt::ISODateWithMs)}};
}

/// A code after 700 ms, a lost query, the customer after 4 s, the notification 9 s later.
QJsonObject timeline()
{
    return {{"out_trade_no", "OLD0001"},
            {"marks", QJsonArray{mark(0, "key"), mark(10, "create_asked"),
                                 mark(710, "create_answered", {{"took_ms", 700}, {"outcome", "ok"}}),
                                 mark(3000, "query", {{"took_ms", 6000}, {"outcome", "no_answer"}}),
                                 mark(6000, "query", {{"took_ms", 50}, {"outcome", "NOTPAY"}, {"count", 2}}),
                                 mark(13'010, "notify_received"), mark(13'020, "success", paidAt(4010))}}};
}

QJsonObject armed(SimulatorRig &rig, const QJsonObject &timeline)
{
    const auto reply = rig.control("POST", "/sim/replay", {{"timeline", timeline}});
    return reply.status == 200 ? objectIn(reply.body) : QJsonObject();
}

QFuture<HttpReply> creating(SimulatorRig &rig, const QString &number)
{
    return rig.send(rig.merchantRequest("POST", "/v3/pay/transactions/native",
                                        QJsonDocument(SimulatorRig::order(number)).toJson()));
}

} // namespace

/// The simulator acts the provider's side of a recorded order for the next one.
class TimelineReplayTest : public QObject
{
    Q_OBJECT
private slots:
    void theNextOrderGoesAsTheOldOneWent()
    {
        SimulatorRig rig;
        const QJsonObject expected{{"replies", 4}, {"pays_after_ms", 4000}, {"notify", "once"}};
        QCOMPARE(armed(rig, timeline()), expected);
        const auto created = creating(rig, "NEW0001");
        rig.advance(699ms);
        QVERIFY(!created.isFinished());
        rig.advance(1ms);
        QVERIFY(created.isFinished());
        QCOMPARE(created.result().status, 200);

        const auto lost = rig.send(rig.merchantRequest("GET", "/v3/pay/transactions/out-trade-no/NEW0001?mchid="
                                                                  + rig.simulator->keys().mchid().toLatin1()));
        rig.advance(3299ms);
        QVERIFY(rig.transport.calls.isEmpty());
        QVERIFY(!rig.simulator->books().find("NEW0001")->isPaid());
        rig.advance(1ms);
        QVERIFY(rig.simulator->books().find("NEW0001")->isPaid());
        rig.advance(8999ms);
        QVERIFY(rig.transport.calls.isEmpty());
        rig.advance(1ms);
        QCOMPARE(rig.transport.calls.size(), 1);
        QVERIFY(!lost.isFinished());
    }
    void otherOrdersAreNotTouched()
    {
        SimulatorRig rig;
        QVERIFY(!armed(rig, timeline()).isEmpty());
        const auto first = creating(rig, "NEW0001");
        const auto second = creating(rig, "NEW0002");
        rig.advance(0ms);
        QVERIFY(!first.isFinished());
        QVERIFY(second.isFinished());
        rig.advance(60s);
        QVERIFY(!rig.simulator->books().find("NEW0002")->isPaid());
    }
    void aLostNotificationIsLostAgain()
    {
        SimulatorRig rig;
        QJsonObject lost = timeline();
        QJsonArray marks = lost["marks"].toArray();
        marks.removeAt(5);
        lost["marks"] = marks;
        QCOMPARE(armed(rig, lost)["notify"].toString(), QString("lost"));
        (void)creating(rig, "NEW0001");
        rig.advance(1h);
        QVERIFY(rig.simulator->books().find("NEW0001")->isPaid());
        QVERIFY(rig.transport.calls.isEmpty());
    }
    void whatIsNoTimelineIsRefused_data()
    {
        QTest::addColumn<QJsonObject>("what");
        QTest::newRow("nothing") << QJsonObject();
        QTest::newRow("no marks") << QJsonObject{{"marks", QJsonArray()}};
        QTest::newRow("nothing asked") << QJsonObject{{"marks", QJsonArray{mark(0, "key")}}};
        QJsonArray many;
        for (int i = 0; i <= ReplayScript::mostMarks; ++i)
            many.append(mark(i, "create_asked"));
        QTest::newRow("too many") << QJsonObject{{"marks", many}};
        QTest::newRow("numbers that are none") << QJsonObject{{"marks", QJsonArray{5, "x", QJsonArray()}}};
    }
    void whatIsNoTimelineIsRefused()
    {
        QFETCH(QJsonObject, what);
        SimulatorRig rig;
        QCOMPARE(rig.control("POST", "/sim/replay", {{"timeline", what}}).status, 400);
    }
};

QTEST_GUILESS_MAIN(TimelineReplayTest)
#include "tst_timeline_replay.moc"
