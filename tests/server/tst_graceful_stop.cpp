// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/GracefulStop.h"
#include "tests/support/VirtualClock.h"

#include <QPromise>
#include <QTest>

using namespace std::chrono_literals;

/// The order of a server's end, and how long each step may take.
class GracefulStopTest : public QObject
{
    Q_OBJECT

    struct Rig
    {
        Rig()
        {
            store.start();
            QObject::connect(&stop, &GracefulStop::done, &stop,
                             [this](bool answers) { said << (answers ? "done" : "done without the store"); });
        }
        void pass(std::chrono::milliseconds span)
        {
            clock.advance(span);
            QCoreApplication::processEvents();
        }

        VirtualClock clock;
        QStringList said;
        int busy = 1;
        int present = 1;
        QPromise<void> store;
        GracefulStop stop{{.shutDoors = [this] { said << "doors"; },
                           .busy = [this] { return busy; },
                           .storeReached =
                               [this] {
                                   said << "store";
                                   return store.future();
                               },
                           .sendHome = [this] { said << "home"; },
                           .present = [this] { return present; }},
                          clock};
    };

private slots:
    void inOrder()
    {
        Rig rig;
        rig.stop.start();
        QCOMPARE(rig.said, QStringList{"doors"});
        rig.pass(1s);
        QCOMPARE(rig.said, QStringList{"doors"});
        rig.busy = 0;
        rig.pass(20ms);
        QCOMPARE(rig.said, (QStringList{"doors", "store"}));
        rig.pass(1s);
        QCOMPARE(rig.said.size(), 2); // nobody is sent away before what is written has been told
        rig.store.finish();
        rig.pass(20ms);
        QCOMPARE(rig.said, (QStringList{"doors", "store", "home"}));
        rig.present = 0;
        rig.pass(20ms);
        QCOMPARE(rig.said, (QStringList{"doors", "store", "home", "done"}));
        rig.pass(1h);
        QCOMPARE(rig.said.size(), 4);
    }
    void atOnceWhereNothingIsToDo()
    {
        Rig rig;
        rig.busy = rig.present = 0;
        rig.store.finish();
        rig.stop.start();
        rig.pass(0ms);
        QCOMPARE(rig.said, (QStringList{"doors", "store", "home", "done"}));
    }
    void whatIsNeverFinishedIsLeft()
    {
        Rig rig;
        rig.store.finish();
        rig.stop.start();
        rig.pass(GracefulStop::finishWithin - 20ms);
        QCOMPARE(rig.said, QStringList{"doors"});
        rig.pass(20ms);
        rig.pass(20ms);
        QCOMPARE(rig.said, (QStringList{"doors", "store", "home"}));
        rig.pass(GracefulStop::leaveWithin); // those who will not go
        QCOMPARE(rig.said.last(), QString("done"));
    }
    void aStoreThatHangsIsSaidToBe()
    {
        Rig rig;
        rig.busy = rig.present = 0;
        rig.stop.start();
        rig.pass(GracefulStop::storeWithin - 20ms);
        QCOMPARE(rig.said, (QStringList{"doors", "store"}));
        rig.pass(20ms);
        QCOMPARE(rig.said, (QStringList{"doors", "store", "home", "done without the store"}));
        rig.store.finish();
        rig.pass(1s);
        QCOMPARE(rig.said.size(), 4);
    }
};

QTEST_GUILESS_MAIN(GracefulStopTest)
#include "tst_graceful_stop.moc"
