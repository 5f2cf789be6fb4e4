// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/LookWindow.h"
#include "ui/widgets/PaidPanel.h"
#include "ui/widgets/TouchButton.h"

#include <QTest>

class LookPracticeTest : public QObject
{
    Q_OBJECT
private slots:
    void everyScreenSaysSo()
    {
        LookWindow look;
        for (const LookScene &scene : LookScene::all(true)) {
            look.show(scene.view);
            QVERIFY2(look.visible("practiceFrame"), qPrintable(scene.name));
            QVERIFY2(look.visible("practiceBadge"), qPrintable(scene.name));
            const QImage picture = look.window.grab().toImage();
            for (const QPoint at : {QPoint(1, 400), QPoint(3, 3), QPoint(1364, 400), QPoint(700, 1), QPoint(700, 766)})
                QCOMPARE(picture.pixelColor(at), look.theme.tokens().training);
        }
        look.show("waiting", true);
        QVERIFY(look.visible("mockPayButton"));
        look.show("paid", true);
        QVERIFY(look.visible<PaidPanel>("paidPanel")->isHatched());
    }
    void noLiveScreenDoes()
    {
        LookWindow look;
        for (const LookScene &scene : LookScene::all(false)) {
            look.show(scene.view);
            for (const char *mark : {"practiceFrame", "practiceBadge", "mockPayButton", "practiceHint"})
                QVERIFY2(!look.visible(mark), qPrintable(scene.name));
            const QImage picture = look.window.grab().toImage();
            QVERIFY(picture.pixelColor(1, 400) != look.theme.tokens().training);
        }
        look.show("paid", false);
        QVERIFY(!look.visible<PaidPanel>("paidPanel")->isHatched());
        QCOMPARE(look.window.grab().toImage().pixelColor(100, 200), look.theme.tokens().paid);
    }
    void noButtonMovesBetweenTheTwo()
    {
        for (const QSize size : LookWindow::sizes()) {
            LookWindow look(size);
            const auto live = LookScene::all(false), practice = LookScene::all(true);
            for (qsizetype i = 0; i < live.size(); ++i) {
                look.show(live[i].view);
                QHash<QString, QRect> places;
                for (const auto *button : look.window.findChildren<TouchButton *>())
                    if (button->isVisible())
                        places.insert(button->objectName(), look.place(button));
                look.show(practice[i].view);
                for (auto each = places.begin(); each != places.end(); ++each)
                    QCOMPARE(look.place(look.visible(each.key().toLatin1().constData())), each.value());
            }
        }
    }
};

QTEST_MAIN(LookPracticeTest)
#include "tst_look_practice.moc"
