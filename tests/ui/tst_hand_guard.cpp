// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/VirtualClock.h"
#include "ui/input/TillInput.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;

class HandGuardTest : public QObject
{
    Q_OBJECT

    struct Window : QWidget
    {
        explicit Window(Clock &clock) : input(clock)
        {
            button.setGeometry(0, 0, 100, 100);
            qApp->installEventFilter(&input);
            QObject::connect(&input, &TillInput::wished, this, [this](const Wish &wish) { wishes.append(wish); });
        }
        void key(QEvent::Type type, bool repeat = false)
        {
            QKeyEvent event(type, Qt::Key_Return, Qt::NoModifier, "\r", repeat);
            QApplication::sendEvent(&button, &event); // climbs to the window when nobody takes it
        }
        void mouse(QEvent::Type type)
        {
            QMouseEvent event(type, QPointF(50, 50), button.mapToGlobal(QPointF(50, 50)), Qt::LeftButton,
                              type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(&button, &event);
        }
        TillInput input;
        QPushButton button{this};
        QList<Wish> wishes;
    };

private slots:
    void thePointerIsIgnoredFor500msAfterAChangeOfScreen()
    {
        VirtualClock clock;
        Window window(clock);
        QSignalSpy clicked(&window.button, &QPushButton::clicked);
        window.mouse(QEvent::MouseButtonPress);
        window.mouse(QEvent::MouseButtonRelease);
        QCOMPARE(clicked.count(), 1);
        window.input.screenChanged();
        clock.advance(499ms);
        window.mouse(QEvent::MouseButtonPress);
        clock.advance(1ms);
        window.mouse(QEvent::MouseButtonRelease); // the rest of an ignored press
        QCOMPARE(clicked.count(), 1);
        window.mouse(QEvent::MouseButtonPress);
        window.mouse(QEvent::MouseButtonRelease);
        QCOMPARE(clicked.count(), 2);
    }
    void aPressOnTheOldScreenDoesNotClickOnTheNewOne()
    {
        VirtualClock clock;
        Window window(clock);
        QSignalSpy clicked(&window.button, &QPushButton::clicked);
        window.mouse(QEvent::MouseButtonPress);
        QVERIFY(window.button.isDown());
        window.input.screenChanged();
        window.mouse(QEvent::MouseButtonRelease);
        QCOMPARE(clicked.count(), 0);
        QVERIFY(!window.button.isDown());
    }
    void enterActsOnceUntilItIsLetGo()
    {
        VirtualClock clock;
        Window window(clock);
        window.key(QEvent::KeyPress);
        QCOMPARE(window.wishes.size(), 1);
        window.input.screenChanged();
        for (int i = 0; i < 20; ++i) { // held down: the keyboard repeats press and release
            window.key(QEvent::KeyRelease, true);
            window.key(QEvent::KeyPress, true);
            clock.advance(100ms);
        }
        QCOMPARE(window.wishes.size(), 1);
        window.key(QEvent::KeyRelease);
        window.key(QEvent::KeyPress);
        QCOMPARE(window.wishes.size(), 2);
    }
    void aPressIsOneWishHoweverManyWidgetsItClimbs()
    {
        VirtualClock clock;
        Window window(clock);
        QKeyEvent letter(QEvent::KeyPress, Qt::Key_F6, Qt::NoModifier);
        QApplication::sendEvent(&window.button, &letter);
        QCOMPARE(window.wishes.size(), 1);
        QCOMPARE(window.wishes[0].kind, Wish::Kind::NewCode);
    }
    void aTextFieldKeepsItsKeys()
    {
        VirtualClock clock;
        Window window(clock);
        QLineEdit field(&window);
        QTest::keyClicks(&field, "12");
        QTest::keyClick(&field, Qt::Key_Return);
        QCOMPARE(field.text(), QString("12"));
        QVERIFY(window.wishes.isEmpty());
    }
    void helpIsNoWish()
    {
        VirtualClock clock;
        Window window(clock);
        QSignalSpy help(&window.input, &TillInput::helpWished);
        QTest::keyClick(&window.button, Qt::Key_F1);
        QCOMPARE(help.count(), 1);
        QVERIFY(window.wishes.isEmpty());
    }
};

QTEST_MAIN(HandGuardTest)
#include "tst_hand_guard.moc"
