// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ScriptedTimelineDesk.h"
#include "tests/support/VirtualClock.h"
#include "ui/TillRecorder.h"

#include <QTest>

using namespace std::chrono_literals;

/// What the till saw is sent when there is time, a bounded lot of it, each once.
class TillRecorderTest : public QObject
{
    Q_OBJECT
private slots:
    void nothingIsSentWhileASaleIsUnderWay()
    {
        Rig rig;
        rig.recorder.setBusy(true);
        rig.recorder.mark(number("A"), "key");
        rig.clock.advance(40ms);
        rig.recorder.mark(number("A"), "qr_painted");
        rig.clock.advance(60s);
        QVERIFY(rig.desk.sent.isEmpty());
        rig.recorder.setBusy(false);
        rig.clock.advance(1s);
        QCOMPARE(rig.desk.sent.size(), 1);
        QCOMPARE(rig.desk.sent[0].number, number("A"));
        QCOMPARE(rig.desk.sent[0].names(), QStringList({"key", "qr_painted"}));
        QCOMPARE(rig.desk.sent[0].marks[0].at.msecsTo(rig.desk.sent[0].marks[1].at), 40);
        QCOMPARE(rig.recorder.waiting(), 0);
    }
    void eachOrderHasItsOwnCallAndOneIsUnderWayAtATime()
    {
        Rig rig;
        rig.recorder.mark(number("A"), "key");
        rig.recorder.mark(number("B"), "key");
        rig.recorder.mark(number("A"), "sound");
        rig.clock.advance(1s);
        QCOMPARE(rig.desk.sent.size(), 1);
        QCOMPARE(rig.desk.sent[0].names(), QStringList({"key", "sound"}));
        rig.clock.advance(10s);
        QCOMPARE(rig.desk.sent.size(), 1);
        rig.desk.answer({});
        rig.clock.advance(1s);
        QCOMPARE(rig.desk.sent.size(), 2);
        QCOMPARE(rig.desk.sent[1].number, number("B"));
    }
    void aMarkIsSentOnceWhateverTheAnswer()
    {
        Rig rig;
        rig.recorder.mark(number("A"), "key");
        rig.clock.advance(1s);
        rig.desk.answer(Error{ErrorCode::Unknown, "NO_ANSWER"});
        rig.clock.advance(60s);
        QCOMPARE(rig.desk.sent.size(), 1);
    }
    void theOldestMakesRoom()
    {
        Rig rig;
        rig.recorder.setBusy(true);
        for (int i = 0; i < TillRecorder::mostWaiting + 10; ++i)
            rig.recorder.mark(number(i < 10 ? "OLD" : "NEW"), "key");
        QCOMPARE(rig.recorder.waiting(), TillRecorder::mostWaiting);
        QVERIFY(rig.recorder.take(number("OLD")).isEmpty());
        QCOMPARE(rig.recorder.take(number("NEW")).size(), TimelineDesk::mostInCall);
        QCOMPARE(rig.recorder.waiting(), TillRecorder::mostWaiting - TimelineDesk::mostInCall);
    }

private:
    struct Rig
    {
        VirtualClock clock;
        ScriptedTimelineDesk desk;
        TillRecorder recorder{desk, clock};
    };
    static OutTradeNo number(const char *tail)
    {
        return *OutTradeNo::parse(QStringLiteral("NUMBER-") + QLatin1String(tail));
    }
};

QTEST_GUILESS_MAIN(TillRecorderTest)
#include "tst_till_recorder.moc"
