// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/runtime/LoopThread.h"

#include <QAbstractEventDispatcher>
#include <QElapsedTimer>
#include <QTest>

/// Our loop's timers do what those of Qt's own do.
class LoopTimersTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { LoopThread::addLoops(); }

    void theyFireInOrderAndNotBeforeTheirTime()
    {
        onLoop([] {
            QString order;
            QElapsedTimer since;
            since.start();
            qint64 lateAfterMs = 0;
            QObject context;
            QTimer::singleShot(std::chrono::milliseconds(200), Qt::PreciseTimer, &context, [&] {
                order += u'c';
                lateAfterMs = since.elapsed();
            });
            QTimer::singleShot(std::chrono::milliseconds(2), Qt::PreciseTimer, &context, [&] { order += u'a'; });
            QTimer::singleShot(std::chrono::milliseconds(100), Qt::PreciseTimer, &context, [&] { order += u'b'; });
            QVERIFY(turnUntil([&] { return order.size() == 3; }));
            QCOMPARE(order, QStringLiteral("abc"));
            QVERIFY(lateAfterMs >= 200);
        });
    }

    void oneThatRepeatsGoesOnUntilItIsStopped()
    {
        onLoop([] {
            int fired = 0;
            QTimer timer;
            QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
                if (++fired == 3)
                    timer.stop();
            });
            timer.start(1);
            QVERIFY(turnUntil([&] { return fired == 3; }));
            bool later = false;
            QTimer::singleShot(5, &timer, [&] { later = true; });
            QVERIFY(turnUntil([&] { return later; }));
            QCOMPARE(fired, 3);
        });
    }

    void aZeroTimerFiresOnceATurn()
    {
        onLoop([] {
            int fired = 0;
            QTimer timer;
            QObject::connect(&timer, &QTimer::timeout, &timer, [&] { ++fired; });
            timer.start(0);
            turnAFewTimes();
            QCOMPARE(fired, 5);
        });
    }

    void oneRestartedInItsOwnEventWaitsForAnotherTurn()
    {
        onLoop([] {
            int fired = 0;
            QTimer timer;
            timer.setSingleShot(true);
            QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
                ++fired;
                timer.start(0);
            });
            timer.start(0);
            turnAFewTimes();
            QCOMPARE(fired, 5);
        });
    }

    void oneMovedLaterDoesNotFireAtItsOldTime()
    {
        onLoop([] {
            bool moved = false;
            bool other = false;
            QTimer timer;
            timer.setSingleShot(true);
            QObject::connect(&timer, &QTimer::timeout, &timer, [&] { moved = true; });
            timer.start(1);
            timer.start(60'000);
            QTimer::singleShot(10, &timer, [&] { other = true; });
            QVERIFY(turnUntil([&] { return other; }));
            QVERIFY(!moved);
            QVERIFY(timer.remainingTime() > 30'000 && timer.remainingTime() <= 63'000);
        });
    }

    void oneWhoseObjectGoesInTheSameTurnDoesNotFire()
    {
        onLoop([] {
            int fired = 0;
            auto one = std::make_unique<QTimer>();
            auto other = std::make_unique<QTimer>();
            QObject::connect(one.get(), &QTimer::timeout, one.get(), [&] {
                ++fired;
                other.reset();
                one->stop();
            });
            QObject::connect(other.get(), &QTimer::timeout, other.get(), [&] {
                ++fired;
                one.reset();
                other->stop();
            });
            one->start(0);
            other->start(0);
            turnAFewTimes();
            QCOMPARE(fired, 1);
        });
    }

    void oneDoesNotFireInsideItsOwnEvent()
    {
        onLoop([] {
            int depth = 0;
            int deepest = 0;
            int others = 0;
            QTimer own;
            QTimer another;
            QObject::connect(&another, &QTimer::timeout, &another, [&] { ++others; });
            QObject::connect(&own, &QTimer::timeout, &own, [&] {
                deepest = std::max(deepest, ++depth);
                another.start(0);
                turnAFewTimes();
                another.stop();
                --depth;
            });
            own.start(0);
            QThread::currentThread()->eventDispatcher()->processEvents(QEventLoop::AllEvents);
            QVERIFY(others >= 4);
            QCOMPARE(deepest, 1);
        });
    }

    void theLoopKnowsItsTimers()
    {
        onLoop([] {
            auto *dispatcher = QThread::currentThread()->eventDispatcher();
            QObject object;
            const int id = object.startTimer(60'000, Qt::PreciseTimer);
            const auto known = dispatcher->registeredTimers(&object);
            QCOMPARE(known.size(), 1);
            QCOMPARE(known[0].timerId, id);
            QCOMPARE(int(known[0].interval), 60'000);
            QCOMPARE(known[0].timerType, Qt::PreciseTimer);
            QVERIFY(dispatcher->remainingTime(id) > 30'000);
            object.killTimer(id);
            QVERIFY(dispatcher->registeredTimers(&object).isEmpty());
            QVERIFY(!dispatcher->unregisterTimers(&object));
        });
    }

    void veryCoarseOnesFire()
    {
        onLoop([] {
            bool fired = false;
            QTimer timer;
            timer.setTimerType(Qt::VeryCoarseTimer);
            timer.setSingleShot(true);
            QObject::connect(&timer, &QTimer::timeout, &timer, [&] { fired = true; });
            timer.start(1000);
            QVERIFY(timer.remainingTime() >= 0 && timer.remainingTime() <= 2000);
            QVERIFY(turnUntil([&] { return fired; }));
        });
    }
};

QTEST_GUILESS_MAIN(LoopTimersTest)
#include "tst_loop_timers.moc"
