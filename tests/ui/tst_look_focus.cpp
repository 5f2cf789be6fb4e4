// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/LookWindow.h"
#include "ui/widgets/TextField.h"
#include "ui/widgets/TouchButton.h"

#include <QTest>
#include <array>
#include <cmath>

/// The whole use by keyboard: Tab reaches every button, the eye sees where it is, and it is never lost.
class LookFocusTest : public QObject
{
    Q_OBJECT

    static void press(QWidget &window, int key)
    {
        QWidget *at = window.focusWidget() ? window.focusWidget() : &window;
        for (const auto type : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(type, key, key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
            QCoreApplication::sendEvent(at, &event);
        }
    }
    static QStringList names(const QList<QWidget *> &widgets)
    {
        QStringList all;
        for (const QWidget *widget : widgets)
            all.append(widget->objectName());
        return all;
    }
    /// Where Tab goes from the window, until it is back at the first.
    static QList<QWidget *> walk(LookWindow &look, int key)
    {
        QList<QWidget *> visited;
        look.window.setFocus();
        for (int i = 0; i < 200; ++i) {
            press(look.window, key);
            QWidget *now = look.window.focusWidget();
            if (visited.contains(now))
                break;
            visited.append(now);
        }
        return visited;
    }
    static QSet<QWidget *> reachable(const LookWindow &look)
    {
        QSet<QWidget *> all;
        const QWidget *help = look.visible("helpSheet");
        for (auto *button : look.window.findChildren<QWidget *>()) {
            if (!qobject_cast<TouchButton *>(button) && !qobject_cast<TextField *>(button))
                continue;
            const bool covered =
                help && !help->isAncestorOf(button) && look.place(help).contains(look.place(button).center());
            if (button->isVisible() && button->isEnabled() && button->focusPolicy() != Qt::NoFocus && !covered)
                all.insert(button);
        }
        return all;
    }
    static double lightOf(const QColor &colour)
    {
        static const auto linear = [] {
            std::array<double, 256> table{};
            for (int i = 0; i < 256; ++i) {
                const double c = i / 255.0;
                table.at(size_t(i)) = c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
            }
            return table;
        }();
        return 0.2126 * linear.at(size_t(colour.red())) + 0.7152 * linear.at(size_t(colour.green()))
               + 0.0722 * linear.at(size_t(colour.blue())) + 0.05;
    }
    /// How many pixels of the one stand out 3:1 from the same ones of the other (WCAG 2.2, 2.4.13).
    static int standingOut(const QImage &one, const QImage &other)
    {
        int count = 0;
        for (int y = 0; y < one.height(); ++y) {
            for (int x = 0; x < one.width(); ++x) {
                if (one.pixel(x, y) == other.pixel(x, y))
                    continue;
                const double a = lightOf(one.pixelColor(x, y)), b = lightOf(other.pixelColor(x, y));
                count += std::max(a, b) >= 3 * std::min(a, b) ? 1 : 0;
            }
        }
        return count;
    }

private slots:
    void tabReachesEveryButtonOfEveryPage_data()
    {
        QTest::addColumn<QSize>("size");
        for (const QSize size : {QSize(1366, 768), QSize(683, 384)})
            QTest::addRow("%dx%d", size.width(), size.height()) << size;
    }
    void tabReachesEveryButtonOfEveryPage()
    {
        QFETCH(QSize, size);
        LookWindow look(size);
        QVERIFY(QTest::qWaitForWindowActive(&look.window));
        for (const bool training : {true, false}) {
            for (const LookScene &scene : LookScene::all(training)) {
                look.show(scene.view);
                const auto visited = walk(look, Qt::Key_Tab);
                const QSet<QWidget *> all = reachable(look);
                const QSet<QWidget *> seen(visited.begin(), visited.end());
                if (all.isEmpty()) {
                    QVERIFY2(seen == QSet<QWidget *>{&look.window}, qPrintable(scene.name));
                    continue;
                }
                for (QWidget *button : all)
                    QVERIFY2(seen.contains(button), qPrintable(button->objectName() + u' ' + scene.name));
                for (QWidget *button : visited)
                    QVERIFY2(all.contains(button), qPrintable(button->objectName() + u' ' + scene.name));
                auto back = walk(look, Qt::Key_Backtab);
                std::reverse(back.begin(), back.end());
                QVERIFY2(back == visited, qPrintable(scene.name));
            }
        }
    }
    void tabGoesAsOneReads()
    {
        LookWindow look;
        QVERIFY(QTest::qWaitForWindowActive(&look.window));
        look.show("ready-bill", true);
        const QStringList selling = names(walk(look, Qt::Key_Tab));
        const auto follow = [&](const QStringList &run) {
            const qsizetype from = selling.indexOf(run.front());
            QCOMPARE(selling.mid(from, run.size()), run);
        };
        QCOMPARE(selling.front(), QStringLiteral("tabSale"));
        follow({"languageButton", "themeButton", "helpButton", "lockButton"});
        follow({"discountsButton", "holdButton", "heldButton"});
        follow({"key7", "key8", "key9", "keyBackspace", "key4", "key5", "key6", "keyClear"});
        follow({"keyPoint", "keyTimes", "payButton"});
        QVERIFY(selling.indexOf("lockButton") < selling.indexOf("discountsButton"));
        QVERIFY(selling.indexOf("discountsButton") < selling.indexOf("key7"));
        look.show("waiting", true);
        const QStringList waiting = names(walk(look, Qt::Key_Tab));
        QVERIFY(waiting.indexOf("mockPayButton") < waiting.indexOf("cancelButton"));
        QVERIFY(waiting.indexOf("cancelButton") < waiting.indexOf("queryButton"));
    }
    void theHelpSheetCoversNoFocus()
    {
        LookWindow look;
        QVERIFY(QTest::qWaitForWindowActive(&look.window));
        for (const char *scene : {"ready-typing", "waiting", "lock", "history"}) {
            look.show(scene, true);
            look.window.toggleHelp();
            look.settle();
            const auto visited = walk(look, Qt::Key_Tab);
            QVERIFY2(visited.contains(look.visible("helpCloseButton")), scene);
            const QSet<QWidget *> all = reachable(look);
            for (QWidget *button : visited)
                QVERIFY2(all.contains(button), qPrintable(button->objectName()));
            look.window.toggleHelp();
        }
    }
    void spacePressesAndEnterDoesNot()
    {
        LookWindow look;
        QVERIFY(QTest::qWaitForWindowActive(&look.window));
        look.show("waiting", false);
        QList<Wish::Kind> wishes;
        connect(&look.window, &MainWindow::wished, this, [&wishes](const Wish &wish) { wishes.append(wish.kind); });
        look.visible("queryButton")->setFocus();
        press(look.window, Qt::Key_Return);
        QCOMPARE(wishes, QList<Wish::Kind>());
        press(look.window, Qt::Key_Space);
        QCOMPARE(wishes, QList<Wish::Kind>{Wish::Kind::Query});
    }
    void aButtonThatGoesLeavesTheFocusToNoOther()
    {
        LookWindow look;
        QVERIFY(QTest::qWaitForWindowActive(&look.window));
        look.show("waiting", false);
        QWidget *query = look.visible("queryButton");
        query->setFocus();
        query->setEnabled(false);
        QCOMPARE(look.window.focusWidget(), &look.window);
        query->setEnabled(true);
        look.show(look.window.view());
        QCOMPARE(look.window.focusWidget(), query);
        look.show("paid", false);
        QCOMPARE(look.window.focusWidget(), &look.window);
        look.show("ready-bill-chosen", false);
        look.visible("lineRemove")->setFocus();
        look.show("ready-bill", false);
        QCOMPARE(look.window.focusWidget(), &look.window);
    }
    void theRingIsSeen_data()
    {
        QTest::addColumn<Theme::Mode>("mode");
        QTest::newRow("light") << Theme::Mode::Light;
        QTest::newRow("dark") << Theme::Mode::Dark;
        QTest::newRow("high contrast") << Theme::Mode::HighContrast;
    }
    void theRingIsSeen()
    {
        QFETCH(Theme::Mode, mode);
        LookWindow look({1366, 768}, Language::Tongue::Chinese, mode);
        QVERIFY(QTest::qWaitForWindowActive(&look.window));
        QSet<QString> tones;
        for (const char *scene :
             {"ready-bill-chosen", "ready-confirm", "goods-pages", "sheet-cash", "sheet-held", "waiting", "paid",
              "paid-cash", "lock", "history", "check", "refund-choose", "inbox"}) {
            for (const bool training : {false, true}) {
                look.show(scene, training);
                for (auto *button : look.window.findChildren<TouchButton *>()) {
                    const QString kind = button->tone() + button->metaObject()->className();
                    if (!button->isVisible() || !button->isEnabled() || tones.contains(kind))
                        continue;
                    tones.insert(kind);
                    look.window.setFocus();
                    const QImage before = button->grab().toImage();
                    button->setFocus();
                    const int found = standingOut(button->grab().toImage(), before);
                    const int least = 4 * (button->width() + button->height()); // an edge two pixels wide
                    QVERIFY2(found >= least,
                             qPrintable(QStringLiteral("%1 (%2) on %3: %4 of %5")
                                            .arg(button->objectName(), button->tone(), QLatin1String(scene))
                                            .arg(found)
                                            .arg(least)));
                }
            }
        }
        QVERIFY(tones.size() > 15);
    }
};

QTEST_MAIN(LookFocusTest)
#include "tst_look_focus.moc"
