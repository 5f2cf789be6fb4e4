// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/VirtualClock.h"
#include "ui/KioskGuard.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;

/// A window that is the whole screen for good, and the hands that want it away.
class KioskGuardTest : public QObject
{
    Q_OBJECT

    struct Keys : QWidget
    {
        void keyPressEvent(QKeyEvent *event) override { seen.append(event->key()); }
        QList<int> seen;
    };
    struct Rig
    {
        Rig()
        {
            guard.keepOpen(other);
            KioskGuard::fill(window);
            other.setVisible(true);
            if (!QTest::qWaitForWindowExposed(&window))
                qFatal("no window");
        }
        VirtualClock clock;
        Keys window;
        QWidget other;
        KioskGuard guard{window, clock};
        QSignalSpy wishes{&guard, &KioskGuard::wished};
    };

    /// As the platform brings it: to the window first, which hands it on to the widget.
    static void press(QWidget &window, int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        for (const auto type : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(type, key, modifiers);
            QApplication::sendEvent(window.windowHandle(), &event);
        }
    }

private slots:
    void isTheWholeScreen()
    {
        Rig rig;
        QCOMPARE(rig.window.geometry(), rig.window.screen()->geometry());
        QVERIFY(rig.window.isFullScreen());
    }
    void noWindowIsClosedAndTheCashiersAsks()
    {
        Rig rig;
        QVERIFY(!rig.window.close());
        QVERIFY(rig.window.isVisible());
        QCOMPARE(rig.wishes.size(), 1);
        QVERIFY(!rig.other.close());
        QVERIFY(rig.other.isVisible());
        QCOMPARE(rig.wishes.size(), 1);
        QWidget dialog;
        dialog.setVisible(true);
        QVERIFY(dialog.close());
    }
    void theProgramsEndIsNotHeldUp()
    {
        Rig rig;
        QCOMPARE(rig.window.close(), false);
        QTimer::singleShot(0, qApp, [] { QCoreApplication::exit(7); }); // as a signal does
        QCOMPARE(QApplication::exec(), 7);
    }
    void keysThatCloseAskAndThoseThatLeaveAreEaten_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::addColumn<bool>("asks");
        const auto row = [](const char *name, int key, Qt::KeyboardModifiers modifiers, bool asks) {
            QTest::newRow(name) << key << modifiers << asks;
        };
        row("Alt+F4", Qt::Key_F4, Qt::AltModifier, true);
        row("Ctrl+Q", Qt::Key_Q, Qt::ControlModifier, true);
        row("Ctrl+W", Qt::Key_W, Qt::ControlModifier, true);
        row("Alt+Tab", Qt::Key_Tab, Qt::AltModifier, false);
        row("Alt+Space", Qt::Key_Space, Qt::AltModifier, false);
        row("Ctrl+Esc", Qt::Key_Escape, Qt::ControlModifier, false);
        row("Super", Qt::Key_Super_L, Qt::NoModifier, false);
        row("Super+D", Qt::Key_D, Qt::MetaModifier, false);
        row("the menu key", Qt::Key_Menu, Qt::NoModifier, false);
        row("log off", Qt::Key_LogOff, Qt::NoModifier, false);
        row("power", Qt::Key_PowerOff, Qt::NoModifier, false);
        row("sleep", Qt::Key_Sleep, Qt::NoModifier, false);
    }
    void keysThatCloseAskAndThoseThatLeaveAreEaten()
    {
        QFETCH(int, key);
        QFETCH(Qt::KeyboardModifiers, modifiers);
        QFETCH(bool, asks);
        Rig rig;
        press(rig.window, key, modifiers);
        QCOMPARE(rig.wishes.size(), asks ? 1 : 0);
        QCOMPARE(rig.window.seen, QList<int>());
    }
    void theTillsOwnKeysComeThrough()
    {
        Rig rig;
        const QList<int> keys{Qt::Key_F4, Qt::Key_Escape, Qt::Key_Space, Qt::Key_5};
        for (const int key : keys)
            press(rig.window, key);
        press(rig.window, Qt::Key_S, Qt::AltModifier);
        press(rig.window, Qt::Key_M, Qt::ControlModifier);
        auto expected = keys;
        expected << Qt::Key_S << Qt::Key_M;
        QCOMPARE(rig.window.seen, expected);
        QCOMPARE(rig.wishes.size(), 0);
    }
    void noContextMenuComesUp()
    {
        Rig rig;
        QLineEdit line(&rig.window);
        line.setVisible(true);
        QContextMenuEvent event(QContextMenuEvent::Mouse, {3, 3}, line.mapToGlobal(QPoint(3, 3)));
        QApplication::sendEvent(&line, &event);
        QVERIFY(!QApplication::activePopupWidget());
    }
    void madeSmallItIsTheWholeScreenAgain_data()
    {
        QTest::addColumn<Qt::WindowStates>("state");
        QTest::newRow("minimised") << Qt::WindowStates(Qt::WindowMinimized);
        QTest::newRow("both") << (Qt::WindowMinimized | Qt::WindowFullScreen);
        QTest::newRow("an ordinary window") << Qt::WindowStates(Qt::WindowNoState);
        QTest::newRow("maximised") << Qt::WindowStates(Qt::WindowMaximized);
    }
    void madeSmallItIsTheWholeScreenAgain()
    {
        QFETCH(Qt::WindowStates, state);
        Rig rig;
        rig.window.setWindowState(state);
        QVERIFY(rig.window.windowState() != Qt::WindowFullScreen);
        rig.clock.advance(99ms);
        QVERIFY(rig.window.windowState() != Qt::WindowFullScreen);
        rig.clock.advance(1ms);
        QCOMPARE(rig.window.windowState(), Qt::WindowStates(Qt::WindowFullScreen));
        QVERIFY(rig.window.isVisible());
        QCOMPARE(rig.window.geometry(), rig.window.screen()->geometry());
    }
    void anotherWindowOfTheKioskMadeSmallComesBackAndOneThatIsNotWantedDoesNot()
    {
        Rig rig;
        QWidget third;
        rig.guard.keepOpen(third);
        third.setVisible(true);
        for (QWidget *window : {&rig.other, &third})
            window->setWindowState(Qt::WindowMinimized);
        rig.clock.advance(99ms);
        third.setVisible(false);
        QVERIFY(rig.other.isMinimized());
        rig.clock.advance(1ms);
        QCOMPARE(rig.other.geometry(), rig.other.screen()->geometry());
        QVERIFY(rig.other.isVisible() && rig.other.isFullScreen());
        QVERIFY(!third.isVisible());
    }
};

QTEST_MAIN(KioskGuardTest)
#include "tst_kiosk_guard.moc"
