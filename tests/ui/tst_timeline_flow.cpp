// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FileModes.h"
#include "tests/support/ScriptedTimelineDesk.h"
#include "tests/support/VirtualClock.h"
#include "ui/TimelineFlow.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

namespace {

using Say = TimelineView::Say;

const QJsonObject told{
    {"out_trade_no", "NUMBER|1*"},
    {"marks",
     QJsonArray{QJsonObject{{"at", "2026-01-01T08:00:00.000+08:00"}, {"ms", 0}, {"source", "till"}, {"what", "key"}},
                QJsonObject{{"at", "2026-01-01T08:00:03.000+08:00"},
                            {"ms", 3000},
                            {"source", "wechat"},
                            {"what", "query"},
                            {"outcome", "NOTPAY"},
                            {"took_ms", 64},
                            {"count", 12},
                            {"last_at", "2026-01-01T08:00:36.000+08:00"}}}}};

struct Rig
{
    QTemporaryDir folder;
    VirtualClock clock;
    ScriptedTimelineDesk desk;
    TillRecorder recorder{desk, clock};
    TimelineFlow flow{desk, recorder, folder.filePath("data/exports")};

    const TimelineView &view() const { return flow.view(); }
    void shown()
    {
        flow.open("NUMBER|1*");
        desk.answerTimeline(told);
    }
};

} // namespace

/// F12 shows one order's timeline, with what this till has not told yet, and saves it as one file.
class TimelineFlowTest : public QObject
{
    Q_OBJECT
private slots:
    void itShowsWhatTheServerTells()
    {
        Rig rig;
        rig.flow.open("NUMBER|1*");
        QVERIFY(rig.view().open);
        QCOMPARE(rig.view().say, Say::Loading);
        QCOMPARE(rig.desk.asked, QStringList{"NUMBER|1*"});
        rig.desk.answerTimeline(told);
        QCOMPARE(rig.view().say, Say::Nothing);
        QCOMPARE(rig.view().rows.size(), 2);
        QCOMPARE(rig.view().rows[0].what, QString("key"));
        const auto run = rig.view().rows[1];
        QCOMPARE(run.ms, 3000);
        QCOMPARE(run.outcome, QString("NOTPAY"));
        QCOMPARE(run.tookMs, 64);
        QCOMPARE(run.count, 12);
        QCOMPARE(run.lastMs, 36'000);
        rig.flow.wish({Wish::Kind::Cancel});
        QVERIFY(!rig.flow.isOpen());
    }
    void whatThisTillSawGoesThereFirst()
    {
        Rig rig;
        rig.recorder.setBusy(true);
        rig.recorder.mark(*OutTradeNo::parse("NUMBER|1*"), "qr_painted");
        rig.flow.open("NUMBER|1*");
        QCOMPARE(rig.desk.sent.size(), 1);
        QVERIFY(rig.desk.asked.isEmpty());
        rig.desk.answer(Error{ErrorCode::Unknown, "NO_ANSWER"}); // the rest is worth seeing all the same
        QCOMPARE(rig.desk.asked.size(), 1);
    }
    void whatCannotBeReadIsSaidAndAskedAgain()
    {
        Rig rig;
        rig.flow.open("NUMBER|1*");
        rig.desk.answerTimeline(Error{ErrorCode::ProviderUnavailable, "SERVER_GONE"});
        QCOMPARE(rig.view().say, Say::NotRead);
        rig.flow.wish({Wish::Kind::Query});
        QCOMPARE(rig.desk.asked.size(), 2);
        rig.desk.answerTimeline(Error{ErrorCode::NotFound, "ORDER_NOT_EXIST"});
        QCOMPARE(rig.view().say, Say::NoOrder);
    }
    void beforeTheFirstSaleThereIsNothingToAsk()
    {
        Rig rig;
        rig.flow.open({});
        QCOMPARE(rig.view().say, Say::NoOrder);
        QVERIFY(rig.desk.asked.isEmpty());
        rig.flow.wish({Wish::Kind::Export});
        QVERIFY(!QDir(rig.folder.filePath("data")).exists());
    }
    void itIsSavedAsOneFileOfItsOwner()
    {
        Rig rig;
        rig.shown();
        rig.flow.wish({Wish::Kind::Export});
        QCOMPARE(rig.view().say, Say::Exported);
        QCOMPARE(rig.view().file, QString("exports/timeline-NUMBER_1_.json"));
        QFile file(rig.folder.filePath("data/" + rig.view().file));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QJsonDocument::fromJson(file.readAll()).object(), told);
        QVERIFY(!isOpenToOthers(file.fileName()));
    }
    void aFolderThatCannotBeMadeIsSaid()
    {
        Rig rig;
        QFile inTheWay(rig.folder.filePath("data"));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        rig.shown();
        rig.flow.wish({Wish::Kind::Export});
        QCOMPARE(rig.view().say, Say::NotExported);
    }
    void anAnswerToAnOlderQuestionIsNotShown()
    {
        Rig rig;
        rig.flow.open("NUMBER|1*");
        rig.flow.wish({Wish::Kind::Diagnostics});
        rig.desk.answerTimeline(told);
        QVERIFY(!rig.flow.isOpen());
        QVERIFY(rig.view().rows.isEmpty());
    }
    void theSalesKeysDoNothingOnIt()
    {
        Rig rig;
        rig.shown();
        rig.flow.wish({Wish::Kind::Pay});
        rig.flow.wish({Wish::Kind::Type, "5"});
        QVERIFY(rig.flow.isOpen());
        QCOMPARE(rig.desk.asked.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TimelineFlowTest)
#include "tst_timeline_flow.moc"
