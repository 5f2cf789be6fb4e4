// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/OneTill.h"

#include <QFile>
#include <QLocalServer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

/// One till a data dir: who is first, and how the others call it.
class OneTillTest : public QObject
{
    Q_OBJECT

    /// What a second start hears, while this one's loop runs.
    static bool call(const QString &dataDir)
    {
        bool came = false;
        QThread *second = QThread::create([&] { came = OneTill::bringFirstToFront(dataDir); });
        second->start();
        (void)QTest::qWaitFor([second] { return second->isFinished(); }, 10'000);
        delete second;
        return came;
    }

private slots:
    void theFirstIsCalledByTheSecond()
    {
        const QTemporaryDir folder;
        const auto first = OneTill::claim(folder.path());
        QVERIFY(first);
        QSignalSpy again(first->get(), &OneTill::startedAgain);
        QCOMPARE(OneTill::claim(folder.path()).error().code, ErrorCode::AddressInUse);
        for (int times = 1; times <= 3; ++times) {
            QVERIFY(call(folder.path()));
            QCOMPARE(again.size(), times);
        }
    }
    void anotherDataDirIsAnotherTill()
    {
        const QTemporaryDir folder;
        const auto one = OneTill::claim(folder.filePath("one"));
        const auto other = OneTill::claim(folder.filePath("other"));
        QVERIFY(one && other);
    }
    void whatItMadeGoesWithIt()
    {
        const QTemporaryDir folder;
        const QString data = folder.filePath("a/b");
        (void)OneTill::claim(data);
        QVERIFY(!QFile::exists(folder.filePath("a")));
    }
    void nobodyIsThere()
    {
        const QTemporaryDir folder;
        QVERIFY(!OneTill::bringFirstToFront(folder.path()));
    }
    void aBusyFirstIsNotWaitedForForLong()
    {
        const QTemporaryDir folder;
        const auto first = OneTill::claim(folder.path()); // and its loop does not run
        QElapsedTimer since;
        since.start();
        QVERIFY(!OneTill::bringFirstToFront(folder.path()));
        QVERIFY(since.elapsed() < 5 * OneTill::answerMs); // a few times as long as it may, on a busy machine
    }
    void theDoorOfADeadTillIsInNobodysWay()
    {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath("window"));
        {
            QLocalServer dead; // leaves its socket behind, as one that is killed does
            QVERIFY(dead.listen(folder.filePath("window/elsewhere")));
            QVERIFY(QFile::rename(folder.filePath("window/elsewhere"), OneTill::socketIn(folder.path(), "again")));
        }
        const auto first = OneTill::claim(folder.path());
        QVERIFY(first);
        QVERIFY(call(folder.path()));
    }
};

QTEST_GUILESS_MAIN(OneTillTest)
#include "tst_one_till.moc"
