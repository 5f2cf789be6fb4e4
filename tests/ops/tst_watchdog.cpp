// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ops/Watchdog.h"
#include "server/store/Database.h"
#include "tests/support/Await.h"
#include "tests/support/VirtualClock.h"

#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;

/// The watchdog is fed only while the server's thread and the store's both answer.
class WatchdogTest : public QObject
{
    Q_OBJECT

    struct Rig
    {
        /// Time goes on, and the store gets the chance to answer each time.
        void pass(std::chrono::seconds span)
        {
            for (; span > 0s; span -= 1s) {
                clock.advance(1s);
                QTest::qWait(5);
            }
        }

        QTemporaryDir folder;
        VirtualClock clock;
        std::unique_ptr<Database> database = Database::open(folder.filePath("books.sqlite")).value();
        int fed = 0;
        Watchdog watchdog{30s, [this] { return database->reached(); }, [this] { ++fed; }, clock};
    };

private slots:
    void isFedTwiceWithinItsTime()
    {
        Rig rig;
        QTRY_COMPARE(rig.fed, 1); // at once
        rig.pass(14s);
        QCOMPARE(rig.fed, 1);
        rig.pass(1s);
        QTRY_COMPARE(rig.fed, 2);
        for (int fed = 3; fed <= 4; ++fed) {
            rig.pass(15s);
            QTRY_COMPARE(rig.fed, fed);
        }
    }
    void aStoreThatHangsLetsItBite()
    {
        Rig rig;
        QTRY_COMPARE(rig.fed, 1);
        QSemaphore release;
        (void)rig.database->run<void>([&release](SqlConnection &) -> Result<void> {
            release.acquire();
            return {};
        });
        rig.pass(90s);
        QCOMPARE(rig.fed, 1);
        release.release();
        QTRY_COMPARE(rig.fed, 2); // once: the questions did not pile up
        rig.pass(15s);
        QTRY_COMPARE(rig.fed, 3);
    }
    void aStoreThatFailsLives()
    {
        Rig rig;
        for (int i = 0; i < 3; ++i)
            (void)await(rig.database->run<void>(
                [](SqlConnection &) -> Result<void> { return because(ErrorCode::StoreFailure, "the disk is full"); }));
        rig.pass(15s);
        QTRY_COMPARE(rig.fed, 2); // to start anew would not empty the disk
    }
};

QTEST_GUILESS_MAIN(WatchdogTest)
#include "tst_watchdog.moc"
