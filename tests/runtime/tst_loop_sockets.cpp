// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/runtime/LoopThread.h"

#include <QTemporaryFile>
#include <QTest>
#include <array>
#include <netinet/in.h>

/// Our loop tells of descriptors what Qt's own does, and when.
class LoopSocketsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { LoopThread::addLoops(); }

    void readsAsLongAsThereIsSomething()
    {
        onLoop([] {
            Pair pair;
            int told = 0;
            QSocketNotifier notifier(pair[0], QSocketNotifier::Read);
            QObject::connect(&notifier, &QSocketNotifier::activated, &notifier, [&] { ++told; });
            turnAFewTimes();
            QCOMPARE(told, 0);
            pair.say(1);
            turnAFewTimes();
            QCOMPARE(told, 5); // at every turn, for nobody reads
            pair.read(0);
            turnAFewTimes();
            QCOMPARE(told, 5);
        });
    }

    void writesWhileThereIsRoom()
    {
        onLoop([] {
            Pair pair;
            int told = 0;
            QSocketNotifier notifier(pair[0], QSocketNotifier::Write);
            QObject::connect(&notifier, &QSocketNotifier::activated, &notifier, [&] { ++told; });
            turnAFewTimes();
            QCOMPARE(told, 5);
            const QByteArray much(1 << 20, 'x');
            QVERIFY(::write(pair[0], much.data(), size_t(much.size())) > 0);
            turnAFewTimes();
            QCOMPARE(told, 5);
        });
    }

    void urgentDataIsExceptional()
    {
        onLoop([] {
            const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
            sockaddr_in here = {};
            here.sin_family = AF_INET;
            here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
            socklen_t size = sizeof here;
            QVERIFY(::bind(listener, reinterpret_cast<sockaddr *>(&here), size) == 0 && ::listen(listener, 1) == 0);
            QVERIFY(::getsockname(listener, reinterpret_cast<sockaddr *>(&here), &size) == 0);
            const int client = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
            QVERIFY(::connect(client, reinterpret_cast<sockaddr *>(&here), size) == 0);
            const int server = ::accept(listener, nullptr, nullptr);
            int told = 0;
            QSocketNotifier notifier(server, QSocketNotifier::Exception);
            QObject::connect(&notifier, &QSocketNotifier::activated, &notifier, [&] { ++told; });
            turnAFewTimes();
            QCOMPARE(told, 0);
            QVERIFY(::send(client, "!", 1, MSG_OOB) == 1);
            QVERIFY(turnUntil([&] { return told > 0; }));
            notifier.setEnabled(false);
            for (const int descriptor : {client, server, listener})
                ::close(descriptor);
        });
    }

    void theEndOfTheOtherSideIsTold()
    {
        onLoop([] {
            Pair pair;
            int told = 0;
            QSocketNotifier notifier(pair[0], QSocketNotifier::Read);
            QObject::connect(&notifier, &QSocketNotifier::activated, &notifier, [&] { ++told; });
            turnAFewTimes();
            pair.close(1);
            turnAFewTimes();
            QCOMPARE(told, 5);
        });
    }

    void oneThatIsSwitchedOffIsSilent()
    {
        onLoop([] {
            Pair pair;
            int reads = 0;
            int writes = 0;
            QSocketNotifier reading(pair[0], QSocketNotifier::Read);
            QSocketNotifier writing(pair[0], QSocketNotifier::Write);
            QObject::connect(&reading, &QSocketNotifier::activated, &reading, [&] { ++reads; });
            QObject::connect(&writing, &QSocketNotifier::activated, &writing, [&] { ++writes; });
            writing.setEnabled(false);
            pair.say(1);
            turnAFewTimes();
            QCOMPARE(reads, 5);
            QCOMPARE(writes, 0);
            reading.setEnabled(false);
            writing.setEnabled(true);
            turnAFewTimes();
            QCOMPARE(reads, 5);
            QCOMPARE(writes, 5);
            writing.setEnabled(false);
            turnAFewTimes();
            QCOMPARE(writes, 5);
            reading.setEnabled(true);
            turnAFewTimes();
            QCOMPARE(reads, 10);
        });
    }

    void oneThatGoesInTheSameTurnIsNotToldAnyMore()
    {
        onLoop([] {
            Pair first;
            Pair second;
            int told = 0;
            auto one = std::make_unique<QSocketNotifier>(first[0], QSocketNotifier::Read);
            auto other = std::make_unique<QSocketNotifier>(second[0], QSocketNotifier::Read);
            const auto whoeverIsFirst = [&](std::unique_ptr<QSocketNotifier> &rival) {
                ++told;
                rival.reset();
            };
            QObject::connect(one.get(), &QSocketNotifier::activated, one.get(), [&] { whoeverIsFirst(other); });
            QObject::connect(other.get(), &QSocketNotifier::activated, other.get(), [&] { whoeverIsFirst(one); });
            first.say(1);
            second.say(1);
            QThread::currentThread()->eventDispatcher()->processEvents(QEventLoop::AllEvents);
            QCOMPARE(told, 1);
        });
    }

    void aNumberThatComesBackAsAnotherFileIsThatFile()
    {
        onLoop([] {
            auto old = std::make_unique<Pair>();
            const int number = (*old)[0];
            auto gone = std::make_unique<QSocketNotifier>(number, QSocketNotifier::Read);
            turnAFewTimes();
            gone.reset(); // as sockets do: first the notifier, then the descriptor
            old.reset();
            Pair fresh;
            QCOMPARE(fresh[0], number);
            int told = 0;
            QSocketNotifier notifier(number, QSocketNotifier::Read);
            QObject::connect(&notifier, &QSocketNotifier::activated, &notifier, [&] { ++told; });
            turnAFewTimes();
            QCOMPARE(told, 0);
            fresh.say(1);
            turnAFewTimes();
            QCOMPARE(told, 5);
        });
    }

    void aNumberThatComesBackUnderItsNotifierIsTheNewNotifiers()
    {
        onLoop([] {
            auto old = std::make_unique<Pair>();
            const int number = (*old)[0];
            auto stale = std::make_unique<QSocketNotifier>(number, QSocketNotifier::Read);
            turnAFewTimes();
            old.reset();
            Pair fresh;
            QCOMPARE(fresh[0], number);
            int told = 0;
            QSocketNotifier notifier(number, QSocketNotifier::Read);
            QObject::connect(&notifier, &QSocketNotifier::activated, &notifier, [&] { ++told; });
            fresh.say(1);
            turnAFewTimes();
            QCOMPARE(told, 5);
            stale.reset();
            turnAFewTimes();
            QCOMPARE(told, 10);
        });
    }

    void whatAnEarlierFileHadToSayIsNotSaidOfTheNextWithItsNumber()
    {
        onLoop([] {
            std::array<std::unique_ptr<Pair>, 2> pairs{std::make_unique<Pair>(), std::make_unique<Pair>()};
            std::array<std::unique_ptr<QSocketNotifier>, 2> notifiers;
            int toldOfFresh = 0;
            const auto replace = [&](int which) {
                const int number = (*pairs[which])[0];
                notifiers[which].reset();
                pairs[which].reset();
                pairs[which] = std::make_unique<Pair>();
                QCOMPARE((*pairs[which])[0], number);
                notifiers[which] = std::make_unique<QSocketNotifier>(number, QSocketNotifier::Read);
                QObject::connect(notifiers[which].get(), &QSocketNotifier::activated, notifiers[which].get(),
                                 [&] { ++toldOfFresh; });
            };
            for (const int which : {0, 1}) {
                notifiers[which] = std::make_unique<QSocketNotifier>((*pairs[which])[0], QSocketNotifier::Read);
                QObject::connect(notifiers[which].get(), &QSocketNotifier::activated, notifiers[which].get(),
                                 [&, which] { replace(1 - which); });
                pairs[which]->say(1);
            }
            QThread::currentThread()->eventDispatcher()->processEvents(QEventLoop::AllEvents);
            QCOMPARE(toldOfFresh, 0);
        });
    }

    void noneOfItIfTheFileIsReplacedBetweenReadingAndWriting()
    {
        onLoop([] {
            auto pair = std::make_unique<Pair>();
            const int number = (*pair)[0];
            auto *reading = new QSocketNotifier(number, QSocketNotifier::Read);
            auto writing = std::make_unique<QSocketNotifier>(number, QSocketNotifier::Write);
            int toldOfFresh = 0;
            QObject::connect(reading, &QSocketNotifier::activated, reading, [&] {
                reading->setEnabled(false);
                reading->deleteLater();
                pair = nullptr;
                pair = std::make_unique<Pair>();
                QCOMPARE((*pair)[0], number);
                const QByteArray much(1 << 20, 'x');
                QVERIFY(::write(number, much.data(), size_t(much.size())) > 0); // so that it is not writable itself
                writing = std::make_unique<QSocketNotifier>(number, QSocketNotifier::Write);
                QObject::connect(writing.get(), &QSocketNotifier::activated, writing.get(), [&] { ++toldOfFresh; });
            });
            pair->say(1);
            QThread::currentThread()->eventDispatcher()->processEvents(QEventLoop::AllEvents);
            QCOMPARE(toldOfFresh, 0);
        });
    }

    void aNumberThatComesBackForAnotherKindIsHeard()
    {
        onLoop([] {
            auto old = std::make_unique<Pair>();
            const int number = (*old)[0];
            QSocketNotifier stale(number, QSocketNotifier::Read);
            turnAFewTimes();
            old.reset();
            Pair fresh;
            QCOMPARE(fresh[0], number);
            int told = 0;
            QSocketNotifier notifier(number, QSocketNotifier::Write);
            QObject::connect(&notifier, &QSocketNotifier::activated, &notifier, [&] { ++told; });
            turnAFewTimes();
            QCOMPARE(told, 5);
        });
    }

    void whatNobodyListensToAnyMoreLetsTheLoopSleep()
    {
        onLoop([] {
            Pair pair;
            QSocketNotifier notifier(pair[0], QSocketNotifier::Read);
            turnAFewTimes();
            notifier.setEnabled(false);
            pair.say(1);
            bool fired = false;
            int turns = 0;
            QTimer::singleShot(20, Qt::PreciseTimer, &notifier, [&] { fired = true; });
            while (!fired && ++turns < 100)
                QThread::currentThread()->eventDispatcher()->processEvents(QEventLoop::WaitForMoreEvents);
            QVERIFY2(turns < 10, qPrintable(QString::number(turns)));
        });
    }

    void aRegularFileIsAlwaysReady()
    {
        onLoop([] {
            QTemporaryFile file;
            QVERIFY(file.open());
            int told = 0;
            QSocketNotifier notifier(file.handle(), QSocketNotifier::Read);
            QObject::connect(&notifier, &QSocketNotifier::activated, &notifier, [&] { ++told; });
            turnAFewTimes();
            QCOMPARE(told, 5);
            QVERIFY(turnUntil([&] { return told > 8; }));
            notifier.setEnabled(false);
            told = 0;
            turnAFewTimes();
            QCOMPARE(told, 0);
        });
    }

    void excludedSocketsWait()
    {
        QFETCH_GLOBAL(LoopThread::Loop, loop);
        if (loop == LoopThread::Loop::Glib)
            QSKIP("Qt's loop over GLib does not exclude them");
        onLoop([] {
            Pair pair;
            int told = 0;
            QSocketNotifier notifier(pair[0], QSocketNotifier::Read);
            QObject::connect(&notifier, &QSocketNotifier::activated, &notifier, [&] { ++told; });
            turnAFewTimes();
            pair.say(1);
            auto *dispatcher = QThread::currentThread()->eventDispatcher();
            dispatcher->processEvents(QEventLoop::ExcludeSocketNotifiers);
            QCOMPARE(told, 0);
            // Nor does a socket with something to say keep such a turn from waiting for its timer.
            bool fired = false;
            QTimer::singleShot(1, &notifier, [&] { fired = true; });
            while (!fired)
                dispatcher->processEvents(QEventLoop::ExcludeSocketNotifiers | QEventLoop::WaitForMoreEvents);
            QCOMPARE(told, 0);
            dispatcher->processEvents(QEventLoop::AllEvents);
            QCOMPARE(told, 1);
        });
    }

    void aLoopInsideGoesOnWithWhatTheOuterHasFetched()
    {
        onLoop([] {
            Pair first;
            Pair second;
            int depth = 0;
            int deepest = 0;
            int told = 0;
            QSocketNotifier one(first[0], QSocketNotifier::Read);
            QSocketNotifier other(second[0], QSocketNotifier::Read);
            const auto on = [&](const Pair &pair) {
                ++told;
                pair.read(0);
                deepest = std::max(deepest, ++depth);
                QThread::currentThread()->eventDispatcher()->processEvents(QEventLoop::AllEvents);
                --depth;
            };
            QObject::connect(&one, &QSocketNotifier::activated, &one, [&] { on(first); });
            QObject::connect(&other, &QSocketNotifier::activated, &other, [&] { on(second); });
            first.say(1);
            second.say(1);
            QThread::currentThread()->eventDispatcher()->processEvents(QEventLoop::AllEvents);
            QCOMPARE(told, 2); // each once, although both were fetched before the first was told
            QCOMPARE(deepest, 2);
        });
    }
};

QTEST_GUILESS_MAIN(LoopSocketsTest)
#include "tst_loop_sockets.moc"
