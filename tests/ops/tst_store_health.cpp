// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ops/StoreHealth.h"
#include "server/store/BooksState.h"
#include "server/store/Database.h"
#include "tests/support/Await.h"
#include "tests/support/VirtualClock.h"

#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;

/// Whether the books can be written is found out by writing; a store that hangs keeps nobody waiting.
class StoreHealthTest : public QObject
{
    Q_OBJECT

    struct Rig
    {
        /// The store's thread is busy with one thing until the semaphore is free.
        void hang()
        {
            (void)database->run<void>([this](SqlConnection &) -> Result<void> {
                release.acquire();
                return {};
            });
        }

        QTemporaryDir folder;
        VirtualClock clock;
        QSemaphore release;
        std::unique_ptr<Database> database = Database::open(folder.filePath("books.sqlite")).value();
        int writes = 0;
        StoreHealth health{[this] {
                               ++writes;
                               return BooksState::write(*database);
                           },
                           clock};
    };
    static void turn() { QCoreApplication::processEvents(); }

private slots:
    void aWriteThatGoesThrough()
    {
        Rig rig;
        const auto commits = [&rig] {
            const auto counts = rig.database->commits().read().counts;
            return std::accumulate(counts.begin(), counts.end(), qint64(0));
        };
        const auto before = commits();
        const auto state = await(rig.health.look());
        QVERIFY(state.isReady);
        QCOMPARE(state.state, QString("written"));
        QCOMPARE(commits(), before + 1);
    }
    void askingOftenWritesOnceASecond()
    {
        Rig rig;
        for (int i = 0; i < 20; ++i)
            QVERIFY(await(rig.health.look()).isReady);
        QCOMPARE(rig.writes, 1);
        rig.clock.advance(StoreHealth::writtenLately);
        const auto one = rig.health.look(), two = rig.health.look();
        QVERIFY(await(one).isReady && await(two).isReady);
        QCOMPARE(rig.writes, 2);
    }
    void aStoreThatHangsIsNotWaitedFor()
    {
        Rig rig;
        rig.hang();
        const auto first = rig.health.look();
        rig.clock.advance(1s);
        const auto second = rig.health.look();
        turn();
        QVERIFY(!first.isFinished());
        rig.clock.advance(500ms); // the first one's patience; the second has waited with it
        QVERIFY(first.isFinished() && second.isFinished());
        QCOMPARE(first.result().state, QString("no_answer"));
        QVERIFY(!second.result().isReady);
        // From then on the answer is known, and the write that hangs is not joined by others.
        QVERIFY(rig.health.look().isFinished());
        QVERIFY(!rig.health.look().result().isReady);
        QCOMPARE(rig.writes, 1);
        rig.release.release();
        QTRY_VERIFY(rig.health.look().isFinished() && rig.health.look().result().isReady);
    }
    void aStoreThatFails()
    {
        VirtualClock clock;
        StoreHealth health([] { return ready(Result<void>(because(ErrorCode::StoreFailure, "the disk is full"))); },
                           clock);
        const auto state = await(health.look());
        QVERIFY(!state.isReady);
        QCOMPARE(state.state, QString("failed"));
        QVERIFY(!await(health.look()).isReady); // a failure is not remembered, nor taken for a success
    }
};

QTEST_GUILESS_MAIN(StoreHealthTest)
#include "tst_store_health.moc"
