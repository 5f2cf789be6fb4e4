// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/LongPoll.h"
#include "tests/push/WatchRig.h"

#include <QWebSocket>

using namespace std::chrono_literals;

/// A server that stops: who waits is told, behind whatever they are owed.
class GoingAwayTest : public QObject
{
    Q_OBJECT
private slots:
    void aSocketIsClosedBehindItsNews()
    {
        WatchRig rig;
        QWebSocket till;
        QStringList heard;
        connect(&till, &QWebSocket::textMessageReceived, this, [&heard](const QString &text) { heard << text; });
        till.open(rig.url());
        QTRY_COMPARE(till.state(), QAbstractSocket::ConnectedState);
        till.sendTextMessage(
            QStringLiteral("{\"action\":\"create\",\"outTradeNo\":\"%1\"}").arg(Orders::number().text()));
        QTRY_COMPARE(rig.watchers.count(), 1);
        rig.watchers.announce(ScriptedPast::orderAt(3), ScriptedPast::event(3, EventType::Success));
        rig.watch.goAway();
        QTRY_COMPARE(till.state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(heard.size(), 1);
        QVERIFY(heard.first().contains("SUCCESS"));
        QCOMPARE(till.closeCode(), QWebSocketProtocol::CloseCodeGoingAway);
        QTRY_COMPARE(rig.watch.count(), 0);
        QTRY_COMPARE(rig.watchers.count(), 0);
    }
    void aPollEndsAsItsTimeDoes()
    {
        ScriptedPast past;
        past.hold = false;
        VirtualClock clock;
        Watchers watchers(past.recall());
        LongPoll polls(watchers, clock);
        QObject connection;
        const auto wait = [&] {
            return polls.wait(WatchKey(Orders::number()), {}, 60s, {&connection, QHostAddress::LocalHost});
        };
        const auto one = wait(), two = wait();
        QCOMPARE(polls.waiting(), 2);
        polls.endAll();
        QVERIFY(one.isFinished() && two.isFinished());
        QVERIFY(one.result() && !*one.result());
        QCOMPARE(polls.waiting(), 0);
        QCOMPARE(watchers.count(), 0);
        const auto late = wait(); // one that came with the last request
        QVERIFY(late.isFinished());
        QVERIFY(!*late.result());
        QCOMPARE(polls.waiting(), 0);
    }
    void whoHasGoneWaitsNoMore()
    {
        ScriptedPast past;
        past.hold = false;
        VirtualClock clock;
        Watchers watchers(past.recall());
        LongPoll polls(watchers, clock);
        {
            QObject connection;
            (void)polls.wait(WatchKey(Orders::number()), {}, 60s, {&connection, QHostAddress::LocalHost});
            QCOMPARE(polls.waiting(), 1);
        }
        QCOMPARE(polls.waiting(), 0);
    }
};

QTEST_GUILESS_MAIN(GoingAwayTest)
#include "tst_going_away.moc"
