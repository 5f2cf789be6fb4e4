// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/LookWindow.h"
#include "ui/widgets/HelpSheet.h"
#include "ui/widgets/Pill.h"
#include "ui/widgets/RunLine.h"
#include "ui/widgets/TouchButton.h"
#include "ui/widgets/TruthLine.h"

#include <QLabel>
#include <QTest>

/// Every page in both languages: no word is cut off, and nothing lies over anything else. Names that people have given
/// may end in dots in a row or on a tile; the till's own words and every figure never do. The build runs a size at a
/// time, and every theme at the largest and the smallest usual one.
class LookWholeTest : public QObject
{
    Q_OBJECT
private slots:
    void nothingIsCutOffOrCovered_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("english");
        QTest::addColumn<Theme::Mode>("mode");
        const auto add = [](QSize size, Theme::Mode mode, const char *theme) {
            for (const bool english : {false, true})
                QTest::addRow("%dx%d %s%s", size.width(), size.height(), english ? "en" : "zh", theme)
                    << size << english << mode;
        };
        for (const QSize size : LookWindow::sizes())
            add(size, Theme::Mode::Light, "");
        for (const QSize size : {QSize(1366, 768), QSize(911, 512)}) {
            add(size, Theme::Mode::Dark, " dark");
            add(size, Theme::Mode::HighContrast, " contrast");
        }
    }
    void nothingIsCutOffOrCovered()
    {
        QFETCH(QSize, size);
        QFETCH(bool, english);
        QFETCH(Theme::Mode, mode);
        LookWindow look(size, english ? Language::Tongue::English : Language::Tongue::Chinese, mode,
                        LookWindow::Painted::No);
        for (const LookScene &scene : LookScene::all(true)) {
            look.show(scene.view);
            verifyWhole(look, scene.name);
        }
        for (const char *scene : {"ready-sum", "waiting", "paid"}) {
            look.show(scene, true);
            for (int kind = 0; kind <= int(Notice::Kind::FinishSaleFirst); ++kind) {
                TillView view = look.window.view();
                view.notice = {Notice::Kind(kind),
                               QDateTime(QDate(2026, 11, 22), QTime(10, 42, 31)),
                               *Money::fromFen(9'999'999),
                               *Money::fromFen(9'999'998),
                               {}};
                look.show(view);
                verifyWhole(look, QStringLiteral("%1, notice %2").arg(QLatin1String(scene)).arg(kind));
            }
        }
        for (const char *scene : {"ready-typing", "waiting", "paid", "lock", "history", "check", "settings"}) {
            look.show(scene, true);
            look.window.toggleHelp();
            look.settle();
            QVERIFY2(look.visible<HelpSheet>("helpSheet")->showsAllWords(), scene);
        }
    }
    void theLockAndTheOrdersAreWholeOnThe800By480Screen()
    {
        for (const auto tongue : {Language::Tongue::Chinese, Language::Tongue::English}) {
            LookWindow look({800, 480}, tongue, Theme::Mode::Light, LookWindow::Painted::No);
            for (const LookScene &scene : LookScene::all(true)) {
                const auto page = scene.view.office.page;
                const bool isOrders = page == OfficeView::Page::History || page == OfficeView::Page::Check
                                      || page == OfficeView::Page::Settings;
                if (!scene.view.lock.locked && !isOrders)
                    continue;
                look.show(scene.view);
                verifyWhole(look, scene.name);
            }
        }
    }

private:
    struct Leaf
    {
        const QWidget *widget;
        QRect place;
    };

    static void verifyWhole(const LookWindow &look, const QString &scene)
    {
        QList<Leaf> leaves;
        for (const QWidget *widget : look.window.findChildren<QWidget *>()) {
            if (!widget->isVisible())
                continue;
            bool whole = true, leaf = true;
            if (const auto *button = qobject_cast<const TouchButton *>(widget))
                whole = button->showsAllWords();
            else if (const auto *pill = qobject_cast<const Pill *>(widget))
                whole = pill->showsAllWords();
            else if (const auto *line = qobject_cast<const RunLine *>(widget))
                whole = line->showsAllWords();
            else if (const auto *truth = qobject_cast<const TruthLine *>(widget))
                whole = truth->showsAllWords();
            else if (const auto *label = qobject_cast<const QLabel *>(widget))
                whole = label->wordWrap() ? label->heightForWidth(label->width()) <= label->height()
                                          : label->sizeHint().width() <= label->width();
            else
                leaf = widget->objectName() == QLatin1String("amount")
                       || widget->objectName() == QLatin1String("qrView")
                       || widget->objectName() == QLatin1String("saleLines");
            QVERIFY2(whole, qPrintable(QStringLiteral("%1 on %2 is cut off: %3")
                                           .arg(widget->objectName(), scene, widget->accessibleName())));
            if (leaf)
                leaves.append({widget, look.place(widget)});
        }
        for (qsizetype i = 0; i < leaves.size(); ++i)
            for (qsizetype j = i + 1; j < leaves.size(); ++j)
                QVERIFY2(
                    !leaves.at(i).place.intersects(leaves.at(j).place),
                    qPrintable(QStringLiteral("%1 over %2 on %3")
                                   .arg(leaves.at(i).widget->objectName(), leaves.at(j).widget->objectName(), scene)));
    }
};

QTEST_MAIN(LookWholeTest)
#include "tst_look_whole.moc"
