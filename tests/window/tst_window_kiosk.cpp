// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ExitCode.h"
#include "tests/window/KioskShop.h"
#include "ui/Theme.h"

#include <QJsonArray>
#include <QPainter>
#include <QTest>
#include <QWidget>
#include <csignal>

/// The kiosk as a shop has it: the program itself under a window manager, with hands at keys and screen.
class WindowKioskTest : public QObject
{
    Q_OBJECT

    static constexpr int patienceMs = KioskShop::patienceMs;

    static bool isAlive(qint64 pid) { return pid > 0 && ::kill(pid_t(pid), 0) == 0; }
    /// The number of the one order there is; a QR is on the screen.
    static QString sell(KioskShop &shop, const QString &amount)
    {
        KioskShop::type(amount);
        QTest::qWait(200);
        KioskShop::press("Return");
        if (!QTest::qWaitFor([] { return !KioskShop::code().isEmpty(); }, patienceMs))
            return {};
        return shop.twins().at(0)["out_trade_no"].toString();
    }
    /// Until nothing moves on the screen any more, but for a clock's minute.
    static QImage still()
    {
        QImage now;
        (void)QTest::qWaitFor(
            [&now] {
                const QImage before = now;
                QTest::qWait(300);
                now = KioskShop::screen();
                return now == before;
            },
            patienceMs);
        return now;
    }
    /// How much of two pictures is the same.
    static double likeness(const QImage &one, const QImage &other)
    {
        int same = 0;
        int of = 0;
        for (int y = 0; y < one.height(); y += 4) {
            for (int x = 0; x < one.width(); x += 4, ++of)
                same += other.valid(x, y) && one.pixel(x, y) == other.pixel(x, y);
        }
        return of > 0 ? double(same) / of : 0;
    }
    /// Escape, as often as it takes: no key counts while a page is still coming up.
    static bool escapesTo(const QImage &picture)
    {
        return QTest::qWaitFor(
            [&picture] {
                KioskShop::press("Escape");
                QTest::qWait(600);
                return likeness(KioskShop::screen(), picture) > 0.99;
            },
            patienceMs);
    }
    static bool comesBack(const QImage &picture)
    {
        return QTest::qWaitFor([&picture] { return likeness(KioskShop::screen(), picture) > 0.99; }, patienceMs);
    }

private slots:
    void initTestCase() { qputenv("XDG_RUNTIME_DIR", m_runtime.path().toUtf8()); } // or Qt says that it misses it
    void killedInAPaymentItShowsTheSameCodeAgainAndTurnsGreen()
    {
        KioskShop shop;
        QVERIFY2(shop.open(), shop.server.log().constData());
        const QString number = sell(shop, "12.5");
        QVERIFY(!number.isEmpty());
        const QString code = KioskShop::code();
        QVERIFY(KioskShop::keep("waiting"));
        const qint64 keeper = shop.server.pid();
        const qint64 first = shop.till();
        QVERIFY(first > 0 && first != keeper);

        QVERIFY(shop.killTill());
        QTRY_VERIFY_WITH_TIMEOUT(shop.till() > 0 && shop.till() != first, patienceMs);
        QVERIFY(KioskShop::keep("again"));
        QTRY_COMPARE_WITH_TIMEOUT(KioskShop::code(), code, patienceMs);
        QVERIFY(KioskShop::keep("waiting-again"));
        QVERIFY(isAlive(keeper));
        QCOMPARE(shop.twins().size(), 1);

        QCOMPARE(shop.pay(number).status, 200);
        QTRY_VERIFY_WITH_TIMEOUT(KioskShop::isPaid(), patienceMs);
        QVERIFY(KioskShop::keep("paid"));
        QVERIFY(KioskShop::code().isEmpty());
        QCOMPARE(shop.twins().size(), 1);
        QCOMPARE(shop.server.terminate(), int(ExitDone)); // the session ends
        QTRY_VERIFY(!isAlive(first));
    }
    void paidWhileItIsDownItTurnsGreenWhenItIsBack()
    {
        KioskShop shop;
        QVERIFY2(shop.open(), shop.server.log().constData());
        const QString number = sell(shop, "36.5");
        QVERIFY(shop.killTill());
        QCOMPARE(shop.pay(number).status, 200); // nobody is there to be notified
        QTRY_VERIFY_WITH_TIMEOUT(shop.state(number) == "SUCCESS", patienceMs);
        QCOMPARE(shop.twins().size(), 1);
    }
    void theOnlyWayOutIsASupervisorsPin()
    {
        KioskShop shop;
        QVERIFY2(shop.open(), shop.server.log().constData());
        QVERIFY(shop.leaveOneSupervisor());
        const QImage ready = still();
        QCOMPARE(ready.size(), KioskShop::screen().size());
        const qint64 till = shop.till();
        KioskShop::hand({"getactivewindow", "windowminimize"});
        QVERIFY(comesBack(ready));
        for (const char *key : {"alt+Tab", "super", "super+d", "ctrl+Escape"}) {
            KioskShop::press(key);
            QVERIFY2(comesBack(ready), key);
        }
        for (const char *key : {"alt+F4", "ctrl+q"}) {
            KioskShop::press(key);
            QTRY_VERIFY_WITH_TIMEOUT(likeness(KioskShop::screen(), ready) < 0.9, patienceMs);
            QVERIFY2(escapesTo(ready), key); // from the PIN to the settings, and to the sale
        }
        QVERIFY(isAlive(till));

        KioskShop::press("alt+F4"); // which the window manager takes, and asks the window to close
        QTRY_VERIFY_WITH_TIMEOUT(likeness(KioskShop::screen(), ready) < 0.9, patienceMs);
        (void)still();
        QVERIFY(KioskShop::keep("pin"));
        KioskShop::type("135791");
        QTest::qWait(2000);
        QVERIFY(KioskShop::keep("pin-wrong"));
        QVERIFY(isAlive(till) && shop.server.isRunning());
        KioskShop::type("135790");
        QTRY_VERIFY_WITH_TIMEOUT(!shop.server.isRunning(), patienceMs);
        QTRY_VERIFY(!isAlive(till)); // both have ended
        QVERIFY(KioskShop::keep("left"));
    }
    void aSecondStartBringsTheFirstToTheFront()
    {
        KioskShop shop;
        QVERIFY2(shop.open(), shop.server.log().constData());
        const QImage ready = still();
        QWidget other;
        other.setWindowFlag(Qt::WindowStaysOnTopHint);
        other.setStyleSheet("background: #123456");
        other.showFullScreen();
        QTRY_VERIFY_WITH_TIMEOUT(KioskShop::shareOf(QColor(0x12, 0x34, 0x56)) > 0.9, patienceMs);
        other.setWindowFlag(Qt::WindowStaysOnTopHint, false);
        other.showFullScreen();
        QTRY_VERIFY_WITH_TIMEOUT(KioskShop::shareOf(QColor(0x12, 0x34, 0x56)) > 0.9, patienceMs);
        QByteArray words;
        QCOMPARE(shop.startAgain(&words), int(ExitDone));
        QCOMPARE(words, QByteArray("scantill: the till is running already; its window is in front now\n"));
        QVERIFY(comesBack(ready));
    }
    void withoutItsKeeperTheTillGoesOn()
    {
        KioskShop shop;
        QVERIFY2(shop.open(), shop.server.log().constData());
        QVERIFY(shop.leaveOneSupervisor());
        const QString number = sell(shop, "22");
        const QString code = KioskShop::code();
        const qint64 till = shop.till();
        QVERIFY(till > 0 && shop.server.killHard());
        QTest::qWait(1000);
        QVERIFY(isAlive(till));
        QCOMPARE(KioskShop::code(), code);
        QByteArray words;
        QTRY_COMPARE_WITH_TIMEOUT(shop.startAgain(&words), int(ExitDone), patienceMs);
        QVERIFY2(words.contains("running already"), words.constData());
        QCOMPARE(shop.pay(number).status, 200);
        QTRY_VERIFY_WITH_TIMEOUT(KioskShop::isPaid(), patienceMs);
        QTest::qWait(1600);
        KioskShop::press("Return");
        QTRY_VERIFY_WITH_TIMEOUT(!KioskShop::isPaid(), patienceMs);
        const QImage ready = still();
        KioskShop::press("alt+F4");
        QTRY_VERIFY_WITH_TIMEOUT(likeness(KioskShop::screen(), ready) < 0.9, patienceMs);
        (void)still();
        QVERIFY(isAlive(till));
        KioskShop::type("135790");
        QTRY_VERIFY_WITH_TIMEOUT(!isAlive(till), patienceMs);
    }
    void aTillThatDoesNotStartIsToldOnTheScreen()
    {
        KioskShop shop;
        QVERIFY(shop.startTwin());
        const QJsonValue mchid = shop.profile()["mchid"];
        shop.setProfile("mchid", QJsonValue());
        shop.say("language = en\n");
        QProcess keeper; // says no ready line
        keeper.start(QStringLiteral(SCANTILL), shop.arguments() + QStringList("--alert")); // as its session does
        const QColor pay = Theme(Theme::Mode::Light).tokens().accent.mark;
        QTRY_VERIFY_WITH_TIMEOUT(KioskShop::shareOf(pay) > 0.001, patienceMs); // the button
        QVERIFY(KioskShop::keep("trouble"));
        QCOMPARE(keeper.state(), QProcess::Running);
        QByteArray said;
        const auto tells = [&] {
            said += keeper.readAllStandardError();
            return said.contains("shop.conf:2: ") && said.contains("mchid");
        };
        QVERIFY2(QTest::qWaitFor(tells, patienceMs), said.constData());
        const QImage told = still();
        KioskShop::press("alt+F4");
        QTest::qWait(500);
        QVERIFY(comesBack(told));
        shop.setProfile("mchid", mchid);
        KioskShop::press("Return");
        QByteArray ready;
        const bool isReady = QTest::qWaitFor(
            [&] {
                ready += keeper.readAllStandardOutput();
                return ready.contains("\"ready\":true");
            },
            patienceMs);
        said = keeper.readAllStandardError();
        QVERIFY2(isReady, said.constData());
        QTRY_VERIFY_WITH_TIMEOUT(likeness(KioskShop::screen(), told) < 0.9, patienceMs);
        keeper.terminate();
        QVERIFY(keeper.waitForFinished(patienceMs));
        QCOMPARE(keeper.exitCode(), int(ExitDone));
    }

private:
    const QTemporaryDir m_runtime;
};

QTEST_MAIN(WindowKioskTest)
#include "tst_window_kiosk.moc"
