// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/runtime/WorkPool.h"
#include "tests/support/Await.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

/// Work that blocks runs on a few threads of its own, as much as may wait and no more, and ends when it is told to.
class WorkPoolTest : public QObject
{
    Q_OBJECT

    using Future = QFuture<Result<int>>;
    using Work = std::function<int(const std::stop_token &)>;

    /// Work that blocks until the gate has a permit for it, or for good until it is told to stop.
    struct Gate
    {
        Work work(int answer)
        {
            return [this, answer](const std::stop_token &stop) {
                begun.release();
                const std::stop_callback onStop(stop, [this] { open.release(everyone); });
                open.acquire();
                return stop.stop_requested() ? -1 : answer;
            };
        }
        static constexpr int everyone = 100; ///< one that stops may take the permit of another
        QSemaphore begun;
        QSemaphore open;
    };

private slots:
    void runsElsewhereAndAnswers()
    {
        WorkPool pool(1, 0);
        const auto answer =
            await(pool.run<Qt::HANDLE>([](const std::stop_token &) { return QThread::currentThreadId(); }));
        QVERIFY(answer);
        QVERIFY(*answer != QThread::currentThreadId());
    }
    void continuesInTheThreadOfItsAsker()
    {
        WorkPool pool(1, 0);
        QThread *where = nullptr;
        const Work work = [](const std::stop_token &) { return 7; };
        const auto answer = await(pool.run(work).then(this, [&](const Result<int> &seven) {
            where = QThread::currentThread();
            return *seven;
        }));
        QCOMPARE(answer, 7);
        QCOMPARE(where, thread());
    }
    void refusesWhatIsTooMuch()
    {
        Gate gate;
        WorkPool pool(2, 3);
        QList<Future> taken;
        for (int i = 0; i < 5; ++i)
            taken << pool.run(gate.work(i));
        gate.begun.acquire(2); // both threads are at work, three wait
        const auto sixth = pool.run(gate.work(5));
        QVERIFY(sixth.isFinished());
        QCOMPARE(sixth.resultAt(0).error().code, ErrorCode::Busy);
        gate.open.release(1);
        gate.begun.acquire(1); // so one has ended, and the next has begun
        const auto again = pool.run(gate.work(6));
        QCOMPARE(pool.run(gate.work(7)).resultAt(0).error().code, ErrorCode::Busy);
        gate.open.release(6);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(*await(taken[i]), i);
        QCOMPARE(*await(again), 6);
    }
    void runsNoMoreAtOnceThanItHasThreads()
    {
        Gate gate;
        WorkPool pool(2, 3);
        QList<Future> taken;
        for (int i = 0; i < 5; ++i)
            taken << pool.run(gate.work(i));
        gate.begun.acquire(2);
        QCOMPARE(gate.begun.available(), 0);
        for (int ended = 0; ended < 3; ++ended) {
            gate.open.release(1);
            gate.begun.acquire(1);
            QCOMPARE(gate.begun.available(), 0);
        }
        gate.open.release(2);
        for (auto &future : taken)
            QVERIFY(await(future));
    }
    void itsEndStopsWhatRunsAndDropsWhatWaits()
    {
        Gate gate;
        Future running, waiting;
        {
            WorkPool pool(1, 1);
            running = pool.run(gate.work(1));
            waiting = pool.run(gate.work(2));
            gate.begun.acquire(1);
        } // returns only because the work is told to stop
        QCOMPARE(*running.resultAt(0), -1);
        QVERIFY(waiting.isCanceled());
        QVERIFY(waiting.isFinished());
        QCOMPARE(waiting.resultCount(), 0);
        QCOMPARE(gate.begun.available(), 0);
    }
};

QTEST_GUILESS_MAIN(WorkPoolTest)
#include "tst_work_pool.moc"
