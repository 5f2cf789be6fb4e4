// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FakeScreens.h"
#include "tests/support/VirtualClock.h"
#include "ui/KioskBlinds.h"
#include "ui/KioskGuard.h"

#include <QApplication>
#include <QTest>
#include <QWidget>

/// A kiosk's further screens, as they are plugged in, filled by the customer's window, and pulled out.
class KioskBlindsTest : public QObject
{
    Q_OBJECT

    static inline const Screens::Place first{QStringLiteral("A"), QRect(0, 0, 800, 600)};
    static inline const Screens::Place second{QStringLiteral("B"), QRect(800, 0, 640, 480)};
    static inline const Screens::Place third{QStringLiteral("C"), QRect(1440, 0, 320, 240)};
    struct Rig
    {
        VirtualClock clock;
        QWidget window;
        QWidget customers;
        FakeScreens screens{{first}};
        KioskGuard guard{window, clock};
        KioskBlinds blinds{window, screens, guard};
    };
    /// Where blinds are.
    static QList<QRect> areas()
    {
        QList<QRect> found;
        for (const QWidget *window : QApplication::topLevelWidgets()) {
            if (window->objectName() == QLatin1String("KioskBlind") && window->isVisible())
                found.append(window->geometry());
        }
        std::sort(found.begin(), found.end(), [](const QRect &a, const QRect &b) { return a.x() < b.x(); });
        return found;
    }

private slots:
    void coverEachScreenButTheFirst()
    {
        Rig rig;
        rig.screens.become({first, second, third});
        QCOMPARE(areas(), {}); // the till is not on its screen yet
        rig.window.setVisible(true);
        QCOMPARE(areas(), (QList<QRect>{second.area, third.area}));
        rig.window.setVisible(false);
        QCOMPARE(areas(), {});
    }
    void leaveWhatShowsTheFirst()
    {
        Rig rig;
        rig.window.setVisible(true);
        rig.screens.become({first, {QStringLiteral("mirror"), QRect(0, 0, 640, 480)}, {QStringLiteral("none"), {}}});
        QCOMPARE(areas(), {});
    }
    void comeAndGoWithTheirScreens()
    {
        Rig rig;
        rig.window.setVisible(true);
        rig.screens.become({first, second});
        QCOMPARE(areas(), {second.area});
        const Screens::Place moved{second.name, QRect(0, 600, 640, 480)};
        rig.screens.become({first, moved});
        QCOMPARE(areas(), {moved.area});
        rig.screens.become({first});
        QCOMPARE(areas(), {});
    }
    void leaveItsScreenToTheCustomersWindow()
    {
        Rig rig;
        rig.window.setVisible(true);
        rig.blinds.leaveTo(rig.customers);
        rig.screens.become({first, second, third});
        second.fillWith(rig.customers);
        QCOMPARE(areas(), {third.area});
        third.fillWith(rig.customers);
        QCOMPARE(areas(), {second.area});
        rig.customers.setVisible(false); // switched off in the settings
        QCOMPARE(areas(), (QList<QRect>{second.area, third.area}));
    }
    void areNotClosed()
    {
        Rig rig;
        rig.window.setVisible(true);
        rig.screens.become({first, second});
        for (QWidget *window : QApplication::topLevelWidgets()) {
            if (window->objectName() == QLatin1String("KioskBlind"))
                QVERIFY(!window->close());
        }
        QCOMPARE(areas(), {second.area});
    }
};

QTEST_MAIN(KioskBlindsTest)
#include "tst_kiosk_blinds.moc"
