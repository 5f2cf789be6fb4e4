// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/LookWindow.h"
#include "ui/widgets/TouchButton.h"

#include <QTest>

class LookControlsTest : public QObject
{
    Q_OBJECT
private slots:
    void areLargeEnoughForAThumb()
    {
        for (const QSize size : LookWindow::sizes()) {
            LookWindow look(size, Language::Tongue::Chinese, Theme::Mode::Light, LookWindow::Painted::No);
            for (const bool training : {true, false})
                for (const LookScene &scene : LookScene::all(training)) {
                    look.show(scene.view);
                    for (const auto *button : look.window.findChildren<TouchButton *>()) {
                        if (!button->isVisible())
                            continue;
                        const QString which = QStringLiteral("%1 on %2 at %3x%4: %5x%6")
                                                  .arg(button->objectName(), scene.name)
                                                  .arg(size.width())
                                                  .arg(size.height())
                                                  .arg(button->width())
                                                  .arg(button->height());
                        QVERIFY2(button->width() >= 44 && button->height() >= 44, qPrintable(which));
                        QVERIFY2(look.window.rect().contains(look.place(button)), qPrintable(which));
                        QVERIFY2(!button->accessibleName().isEmpty(), qPrintable(which));
                    }
                }
        }
    }
    void theKeypadsKeysAre72By64AtTheDesignFloor()
    {
        LookWindow look;
        look.show("ready-typing", false);
        int keys = 0;
        for (const auto *key : look.window.findChildren<TouchButton *>()) {
            if (!key->isVisible() || !key->objectName().startsWith(QLatin1String("key")))
                continue;
            ++keys;
            QVERIFY2(key->width() >= 72 && key->height() >= 64, qPrintable(key->objectName()));
        }
        QCOMPARE(keys, 16);
        const QRect pay = look.place(look.visible("payButton"));
        const QRect pad = look.place(look.visible("keypad"));
        QCOMPARE(pay.width(), pad.width());
        QVERIFY(qAbs(pad.width() * 100 / 1366 - 40) <= 1);
    }
    void thePinPadsKeysAre72By64DownTo800By480()
    {
        for (const QSize size : {QSize(1366, 768), QSize(1024, 600), QSize(800, 480)}) {
            LookWindow look(size, Language::Tongue::Chinese, Theme::Mode::Light, LookWindow::Painted::No);
            for (const char *scene : {"lock", "lock-blocked"}) { // three people, and twelve
                look.show(scene, true);
                int keys = 0;
                for (const auto *key : look.window.findChildren<TouchButton *>()) {
                    if (!key->isVisible() || !key->objectName().startsWith(QLatin1String("pin")))
                        continue;
                    ++keys;
                    QVERIFY2(key->width() >= 72 && key->height() >= 64, qPrintable(QStringLiteral("%1 at %2: %3x%4")
                                                                                       .arg(key->objectName())
                                                                                       .arg(size.width())
                                                                                       .arg(key->width())
                                                                                       .arg(key->height())));
                }
                QCOMPARE(keys, 12);
            }
        }
    }
    void allTwelvePeopleCanBeReached()
    {
        for (const QSize size : LookWindow::sizes()) {
            LookWindow look(size, Language::Tongue::Chinese, Theme::Mode::Light, LookWindow::Painted::No);
            look.show("lock-blocked", true);
            TillView view = look.window.view();
            QSet<QString> reached;
            for (int page = 0; page < 12; ++page) {
                view.lock.peoplePage = page;
                look.show(view);
                for (const auto *button : look.window.findChildren<TouchButton *>())
                    if (button->isVisible() && button->objectName().startsWith(QLatin1String("person")))
                        reached.insert(button->property("person").toString());
            }
            reached.remove(QString()); // the button to the next ones
            QCOMPARE(reached.size(), 12);
        }
    }
    void nothingThatEndsAnOrderLiesWherePayWas()
    {
        for (const QSize size : LookWindow::sizes()) {
            LookWindow look(size, Language::Tongue::Chinese, Theme::Mode::Light, LookWindow::Painted::No);
            look.show("ready-typing", true);
            const QRect pay = look.place(look.visible("payButton"));
            for (const LookScene &scene : LookScene::all(true)) {
                look.show(scene.view);
                for (const char *name : {"cancelButton", "newCodeButton", "mockPayButton"}) {
                    const QWidget *button = look.visible(name);
                    QVERIFY2(
                        !button || !look.place(button).intersects(pay),
                        qPrintable(
                            QStringLiteral("%1 on %2 at %3").arg(QLatin1String(name), scene.name).arg(size.width())));
                }
            }
            look.show("waiting", true);
            QVERIFY(look.place(look.visible("queryButton")).intersects(pay));
            QVERIFY(look.place(look.visible("queryButton")).bottom() >= pay.bottom() - 3);
        }
    }
    void theQrIsUnderNothing()
    {
        for (const QSize size : LookWindow::sizes()) {
            LookWindow look(size, Language::Tongue::Chinese, Theme::Mode::Light, LookWindow::Painted::No);
            for (const char *scene : {"waiting", "lock"}) {
                look.show(scene, true);
                look.window.toggleHelp();
                look.settle();
                const QRect qr = look.place(look.visible("qrView"));
                QVERIFY(look.visible("helpSheet"));
                QVERIFY(!look.place(look.visible("helpSheet")).intersects(qr));
                QVERIFY(look.window.rect().adjusted(4, 4, -4, -4).contains(qr));
            }
        }
    }
};

QTEST_MAIN(LookControlsTest)
#include "tst_look_controls.moc"
