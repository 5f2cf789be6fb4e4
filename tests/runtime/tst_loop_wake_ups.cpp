// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/runtime/LoopThread.h"

#include <QPointer>
#include <QTest>
#include <atomic>
#include <thread>

/// Posted events, wake-ups from other threads and nested loops on our loop and on Qt's.
class LoopWakeUpsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { LoopThread::addLoops(); }

    void whatIsPostedHereIsSentWithoutWaiting()
    {
        onLoop([] {
            QEventLoop loop;
            int sent = 0;
            const std::function<void()> next = [&] {
                if (++sent == 100)
                    return loop.quit();
                QMetaObject::invokeMethod(&loop, next, Qt::QueuedConnection);
            };
            QMetaObject::invokeMethod(&loop, next, Qt::QueuedConnection);
            QCOMPARE(runInTime(loop), 0);
        });
    }

    void whatAHandlerPostsIsSentNextEvenIfNothingElseHappens()
    {
        onLoop([] {
            Pair pair;
            QEventLoop loop;
            QSocketNotifier notifier(pair[0], QSocketNotifier::Read);
            QObject::connect(&notifier, &QSocketNotifier::activated, &notifier, [&] {
                pair.read(0);
                QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
            });
            pair.say(1);
            QCOMPARE(runInTime(loop), 0);
        });
    }

    void whatWaitsToBeDeletedIsDeleted()
    {
        onLoop([] {
            QPointer<QObject> object = new QObject;
            QEventLoop loop;
            QMetaObject::invokeMethod(
                &loop,
                [&] {
                    object->deleteLater();
                    QObject::connect(object, &QObject::destroyed, &loop, &QEventLoop::quit);
                },
                Qt::QueuedConnection);
            QCOMPARE(runInTime(loop), 0);
            QVERIFY(!object);
        });
    }

    void everyPostFromOtherThreadsArrives()
    {
        onLoop([] {
            constexpr int threads = 4;
            constexpr int each = 2000;
            QEventLoop loop;
            int arrived = 0;
            const auto arrive = [&] {
                if (++arrived == threads * each)
                    loop.quit();
            };
            std::vector<std::thread> posters;
            for (int i = 0; i < threads; ++i) {
                posters.emplace_back([&] {
                    for (int n = 0; n < each; ++n) {
                        QMetaObject::invokeMethod(&loop, arrive, Qt::QueuedConnection);
                        if (n % 16 == 0)
                            std::this_thread::yield(); // so that the loop is found asleep and awake
                    }
                });
            }
            const int outcome = runInTime(loop);
            for (auto &poster : posters)
                poster.join();
            QCOMPARE(outcome, 0);
        });
    }

    void aBareWakeUpEndsTheWait()
    {
        onLoop([] {
            auto *dispatcher = QThread::currentThread()->eventDispatcher();
            std::atomic<bool> asked = false;
            std::thread other([&] {
                asked = true;
                dispatcher->wakeUp();
            });
            QVERIFY(turnUntil([&] { return asked.load(); }));
            other.join();
        });
    }

    void interruptFromAnotherThreadEndsTheTurn()
    {
        onLoop([] {
            QEventLoop loop;
            std::thread other;
            QTimer::singleShot(0, &loop, [&] { other = std::thread([&loop] { loop.exit(7); }); });
            QCOMPARE(runInTime(loop), 7);
            other.join();
        });
    }

    void loopsNest()
    {
        onLoop([] {
            QString story;
            QEventLoop outer;
            QTimer::singleShot(0, &outer, [&] {
                QEventLoop inner;
                QTimer::singleShot(1, &inner, [&] {
                    story += u'i';
                    inner.quit();
                });
                inner.exec();
                story += u'o';
                outer.quit();
            });
            QCOMPARE(runInTime(outer), 0);
            QCOMPARE(story, QStringLiteral("io"));
        });
    }

    void itSaysWhenItSleepsAndWakes()
    {
        onLoop([] {
            auto *dispatcher = QThread::currentThread()->eventDispatcher();
            int blocks = 0;
            int wakes = 0;
            QObject context;
            QObject::connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, &context, [&] { ++blocks; });
            QObject::connect(dispatcher, &QAbstractEventDispatcher::awake, &context, [&] { ++wakes; });
            bool fired = false;
            QTimer::singleShot(2, &context, [&] { fired = true; });
            while (!fired)
                dispatcher->processEvents(QEventLoop::WaitForMoreEvents);
            QVERIFY(blocks >= 1);
            QVERIFY(wakes >= 1);
            const int before = blocks;
            dispatcher->processEvents(QEventLoop::AllEvents);
            QCOMPARE(blocks, before); // that turn does not wait
        });
    }
};

QTEST_GUILESS_MAIN(LoopWakeUpsTest)
#include "tst_loop_wake_ups.moc"
