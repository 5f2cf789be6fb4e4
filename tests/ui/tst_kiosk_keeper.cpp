// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/KeptLine.h"
#include "app/KioskKeeper.h"
#include "app/OneTill.h"
#include "tests/support/VirtualClock.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>

using namespace std::chrono_literals;
using Face = CoverView::Face;

/// A kiosk's keeper over tills that are a few words of shell: what it does with their ends, and what is on the screen
/// meanwhile.
class KioskKeeperTest : public QObject
{
    Q_OBJECT

    struct Rig
    {
        static constexpr int patienceMs = 20'000; ///< for a shell to come and go

        /// Each life of the till leaves a line in $lives.
        explicit Rig(const QString &till, Language::Tongue tongue = Language::Tongue::English)
            : one(*OneTill::claim(folder.path())),
              keeper({"/bin/sh", {"-c", "lives=" + lives() + "; echo $$ >> $lives; " + till}, folder.path()}, tongue,
                     clock)
        {
            if (!keeper.start())
                qFatal("not started");
        }
        QString lives() const { return folder.filePath("lives"); }
        qsizetype born() const
        {
            QFile file(lives());
            return file.open(QIODevice::ReadOnly) ? file.readAll().count('\n') : 0;
        }
        pid_t pid() const ///< of the one that lives
        {
            QFile file(lives());
            return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().split('\n').last().toInt() : -1;
        }
        KioskCover &cover() const
        {
            for (QWidget *each : QApplication::topLevelWidgets())
                if (auto *cover = qobject_cast<KioskCover *>(each))
                    return *cover;
            qFatal("no cover");
        }
        QString words(const char *name) const { return cover().findChild<QLabel *>(QLatin1String(name))->text(); }
        bool comesTo(Face face) const
        {
            return QTest::qWaitFor([&] { return cover().isVisible() && cover().view().face == face; }, patienceMs);
        }
        bool lives(qsizetype times) const
        {
            return QTest::qWaitFor([&] { return born() == times; }, patienceMs);
        }
        QPushButton *again() const { return cover().findChild<QPushButton *>("coverAgainButton"); }

        VirtualClock clock;
        QTemporaryDir folder;
        std::unique_ptr<OneTill> one;
        KioskKeeper keeper;
        QSignalSpy finished{&keeper, &KioskKeeper::finished};
    };

private slots:
    void aTillThatEndsInPeaceEndsItToo()
    {
        Rig rig("exit 0");
        QCOMPARE(rig.cover().view().face, Face::Starting);
        QTRY_COMPARE(rig.finished.size(), 1);
        rig.clock.advance(1h);
        QCOMPARE(rig.born(), 1);
    }
    void oneThatIsKilledComesBackAfterAPause_data()
    {
        QTest::addColumn<QString>("till");
        QTest::newRow("killed") << "kill -9 $$";
        QTest::newRow("crashed") << "kill -SEGV $$";
        QTest::newRow("failed") << "exit 1";
    }
    void oneThatIsKilledComesBackAfterAPause()
    {
        QFETCH(QString, till);
        Rig rig(till);
        QVERIFY(rig.comesTo(Face::Again));
        QVERIFY(rig.cover().isFullScreen());
        QCOMPARE(rig.born(), 1);
        rig.clock.advance(999ms);
        QTest::qWait(50);
        QCOMPARE(rig.born(), 1);
        rig.clock.advance(1ms);
        QVERIFY(rig.lives(2));
        QCOMPARE(rig.finished.size(), 0);
    }
    void aTillThatSaysItCannotStartIsTold()
    {
        Rig rig("echo 'scantill: first' >&2; echo 'scantill: the profile <b>is</b> broken' >&2; exit 2");
        QVERIFY(rig.comesTo(Face::Trouble));
        QCOMPARE(rig.words("coverTitle"), QString("The till does not start"));
        QCOMPARE(rig.words("coverWords"), QString("scantill: the profile <b>is</b> broken"));
        QVERIFY(rig.again()->isVisible());
        rig.again()->click();
        QVERIFY(rig.lives(2));
        QVERIFY(rig.comesTo(Face::Trouble));
        rig.clock.advance(60s); // and by itself
        QVERIFY(rig.lives(3));
        QTest::keyClick(&rig.cover(), Qt::Key_Return);
        QTRY_COMPARE(rig.cover().view().face, Face::Trouble);
    }
    void aFewEndsAtOnceAreToldAndNothingFlickers()
    {
        Rig rig("exit 1");
        for (const auto pause : {1s, 2s, 4s}) {
            QTRY_COMPARE(rig.clock.pendingCalls(), 1);
            QCOMPARE(rig.cover().view().face, Face::Again);
            QVERIFY(rig.cover().isVisible());
            rig.clock.advance(pause);
        }
        QVERIFY(rig.comesTo(Face::Trouble));
        QCOMPARE(rig.born(), RestartPlan::triesAtOnce);
    }
    void theCoverIsThereUntilTheTillIs()
    {
        Rig rig("exec sleep 100", Language::Tongue::Chinese);
        QVERIFY(rig.lives(1));
        QVERIFY(rig.cover().isVisible());
        QCOMPARE(rig.words("coverTitle"), QString::fromUtf8("请稍候"));
        KeptLine line(rig.folder.path());
        QVERIFY(line.isUp());
        line.sayUp("en");
        QTRY_VERIFY(!rig.cover().isVisible());
        QSignalSpy front(&line, &KeptLine::frontWished);
        rig.keeper.bringToFront();
        QTRY_COMPARE(front.size(), 1);
        QCOMPARE(::kill(rig.pid(), SIGKILL), 0);
        QVERIFY(rig.comesTo(Face::Again)); // over the desktop, at once
        QVERIFY(rig.words("coverDetail").startsWith("The till has stopped"));
    }
    void theSessionsEndIsTheTillsToo()
    {
        Rig rig("exec sleep 100");
        QVERIFY(rig.lives(1));
        QTest::qWait(100); // until it is sleep that gets the signal
        rig.keeper.stop();
        QTRY_COMPARE(rig.finished.size(), 1);
        rig.clock.advance(1h);
        QCOMPARE(rig.born(), 1);
    }
    void aTillThatDoesNotEndIsKilled()
    {
        Rig rig("trap '' TERM; echo $$ >> $lives; while :; do sleep 0.05; done");
        QVERIFY(rig.lives(2)); // deaf from here on
        rig.keeper.stop();
        rig.clock.advance(9999ms);
        QTest::qWait(100);
        QCOMPARE(rig.finished.size(), 0);
        rig.clock.advance(1ms);
        QTRY_COMPARE(rig.finished.size(), 1);
    }
    void aProgramThatIsNotThereIsTold()
    {
        VirtualClock clock;
        const QTemporaryDir folder;
        const auto one = OneTill::claim(folder.path());
        KioskKeeper keeper({folder.filePath("nowhere"), {}, folder.path()}, Language::Tongue::English, clock);
        QVERIFY(keeper.start());
        for (const auto pause : {1s, 2s, 4s}) {
            QTRY_COMPARE(clock.pendingCalls(), 1);
            clock.advance(pause);
        }
        const auto tops = QApplication::topLevelWidgets();
        QTRY_VERIFY(std::any_of(tops.begin(), tops.end(), [](QWidget *each) {
            const auto *cover = qobject_cast<KioskCover *>(each);
            return cover && cover->view().face == Face::Trouble && !cover->view().words.isEmpty();
        }));
    }
    void theTillHearsThatItsKeeperHasDied()
    {
        auto rig = std::make_unique<Rig>("exec sleep 100");
        KeptLine line(rig->folder.path());
        QVERIFY(line.isUp());
        QSignalSpy gone(&line, &KeptLine::keeperGone);
        rig.reset();
        QTRY_COMPARE(gone.size(), 1);
        QVERIFY(!line.isUp());
    }
    void theCoverIsNotClosed()
    {
        Rig rig("exec sleep 100");
        QVERIFY(rig.lives(1));
        QVERIFY(!rig.cover().close());
        QVERIFY(rig.cover().isVisible());
    }
};

QTEST_MAIN(KioskKeeperTest)
#include "tst_kiosk_keeper.moc"
