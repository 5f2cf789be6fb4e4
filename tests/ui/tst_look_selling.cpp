// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/LookWindow.h"
#include "ui/widgets/PaidPanel.h"
#include "ui/widgets/PayButton.h"
#include "ui/widgets/Pill.h"
#include "ui/widgets/RunLine.h"
#include "ui/widgets/TruthLine.h"

#include <QLabel>
#include <QTest>

/// Ringing up by amount and by goods, its sheets, and money by hand, as they stand on the screen.
class LookSellingTest : public QObject
{
    Q_OBJECT

    static bool isSelling(const QString &scene)
    {
        return scene.startsWith(QLatin1String("ready")) || scene.startsWith(QLatin1String("goods"))
               || scene.startsWith(QLatin1String("sheet")) || scene.startsWith(QLatin1String("paid"));
    }
    static QList<QSize> sizes() { return LookWindow::sizes() + QList<QSize>{{800, 480}}; }

private slots:
    void payStaysInItsPlace()
    {
        for (const QSize size : sizes()) {
            LookWindow look(size, Language::Tongue::Chinese, Theme::Mode::Light, LookWindow::Painted::No);
            look.show("ready-typing", false);
            const QRect pay = look.place(look.visible("payButton"));
            for (const char *scene :
                 {"ready-bill", "goods", "goods-pages", "sheet-cash", "sheet-held", "ready-empty"}) {
                look.show(scene, false);
                QCOMPARE(look.place(look.visible("payButton")), pay);
            }
        }
    }
    void allIsWholeAndApartOn800By480()
    {
        for (const auto tongue : {Language::Tongue::Chinese, Language::Tongue::English}) {
            LookWindow look({800, 480}, tongue, Theme::Mode::Light, LookWindow::Painted::No);
            for (const LookScene &scene : LookScene::all(true)) {
                if (!isSelling(scene.name))
                    continue;
                look.show(scene.view);
                QList<const QWidget *> leaves;
                for (const QWidget *widget : look.window.findChildren<QWidget *>()) {
                    if (!widget->isVisible())
                        continue;
                    bool whole = true, leaf = true;
                    if (const auto *button = qobject_cast<const TouchButton *>(widget)) {
                        whole = button->showsAllWords() && button->width() >= 44 && button->height() >= 44;
                    } else if (const auto *line = qobject_cast<const RunLine *>(widget)) {
                        whole = line->showsAllWords();
                    } else if (const auto *truth = qobject_cast<const TruthLine *>(widget)) {
                        whole = truth->showsAllWords();
                    } else if (const auto *pill = qobject_cast<const Pill *>(widget)) {
                        whole = pill->showsAllWords();
                    } else {
                        leaf = widget->objectName() == QLatin1String("amount");
                    }
                    QVERIFY2(whole,
                             qPrintable(widget->objectName() + u' ' + scene.name + u' ' + widget->accessibleName()));
                    if (leaf)
                        leaves.append(widget);
                }
                for (qsizetype i = 0; i < leaves.size(); ++i)
                    for (qsizetype j = i + 1; j < leaves.size(); ++j)
                        QVERIFY2(!look.place(leaves[i]).intersects(look.place(leaves[j])),
                                 qPrintable(QStringLiteral("%1 over %2 on %3")
                                                .arg(leaves[i]->objectName(), leaves[j]->objectName(), scene.name)));
            }
        }
    }
    void theNewestLinesAreInSightAndTheOthersATapAway()
    {
        for (const QSize size : sizes()) {
            LookWindow look(size, Language::Tongue::Chinese, Theme::Mode::Light, LookWindow::Painted::No);
            look.show("ready-bill-long", false);
            TillView view = look.window.view();
            QSet<QString> reached;
            for (int page = 0; page < view.selling.lines.size(); ++page) {
                view.selling.linePage = page;
                look.show(view);
                for (const auto *row : look.window.findChildren<TouchButton *>())
                    if (row->isVisible() && row->objectName().startsWith(QLatin1String("billRow"))) {
                        reached.insert(row->accessibleName());
                        if (page == 0 && row->accessibleName().contains(QString::fromUtf8("整单优惠")))
                            reached.insert(QStringLiteral("newest"));
                    }
            }
            QVERIFY(reached.remove(QStringLiteral("newest")));
            QVERIFY(reached.size() >= 4); // twelve of them are the same goods
        }
    }
    void theMendersStandBesideTheChosenLine()
    {
        for (const QSize size : sizes()) {
            LookWindow look(size, Language::Tongue::Chinese, Theme::Mode::Light, LookWindow::Painted::No);
            look.show("ready-bill", false);
            QVERIFY(!look.visible("lineMore"));
            look.show("ready-bill-chosen", false);
            for (const char *name : {"lineLess", "lineMore", "lineRemove"})
                QVERIFY(look.visible(name));
            look.show("ready-bill-discount-chosen", false);
            QVERIFY(!look.visible("lineMore") && look.visible("lineRemove"));
        }
    }
    void everyCategoryCanBeReached()
    {
        for (const QSize size : sizes()) {
            LookWindow look(size, Language::Tongue::Chinese, Theme::Mode::Light, LookWindow::Painted::No);
            look.show("goods", false);
            TillView view = look.window.view();
            QSet<QString> reached;
            for (int turn = 0; turn < view.selling.categories.size() + 1; ++turn) {
                for (const auto *tab : look.window.findChildren<TouchButton *>())
                    if (tab->isVisible() && tab->objectName().startsWith(QLatin1String("category")))
                        reached.insert(tab->text());
                const QWidget *more = look.visible("moreCategories");
                if (!more)
                    break;
                view.selling.category = more->property("category").toString();
                look.show(view);
            }
            QCOMPARE(reached.size(), view.selling.categories.size());
        }
    }
    void moneyByHandNeverLooksLikeWeChats()
    {
        LookWindow look;
        for (const char *scene : {"paid-cash", "paid-other"}) {
            look.show(scene, false);
            QVERIFY(!look.visible<PaidPanel>("paidPanel")->isGreen());
            QVERIFY(!look.visible("tickView"));
            const QString title = look.visible<RunLine>("paidTitle")->text();
            QVERIFY2(!title.contains(QString::fromUtf8("收款成功")), qPrintable(title));
            QCOMPARE(look.window.grab().toImage().pixelColor(100, 200), look.theme.tokens().byHand);
        }
        QCOMPARE(look.visible<RunLine>("paidTitle")->text(), QString::fromUtf8("手工记账（未核实）· 支付宝"));
        look.show("paid", false);
        QVERIFY(look.visible<PaidPanel>("paidPanel")->isGreen());
        look.show("paid-cash", true);
        QVERIFY(look.visible<PaidPanel>("paidPanel")->isHatched());
        QVERIFY(look.visible<RunLine>("paidTitle")->text().startsWith(QString::fromUtf8("练习")));
    }
    void paySaysWhatItWouldDo()
    {
        LookWindow look;
        const auto says = [&look](const char *scene) {
            look.show(scene, false);
            return look.visible<PayButton>("payButton")->text();
        };
        QCOMPARE(says("ready-bill"), QString::fromUtf8("收款 ¥36.50"));
        QCOMPARE(says("sheet-cash"), QString::fromUtf8("收现金 ¥36.50"));
        QCOMPARE(says("sheet-cash-short"), QString::fromUtf8("还不够"));
        QVERIFY(!look.visible("payButton")->isEnabled());
        QCOMPARE(says("sheet-other"), QString::fromUtf8("记账 ¥36.50"));
        QCOMPARE(says("sheet-held"), QString::fromUtf8("取回 ¥18.00"));
        QCOMPARE(says("sheet-discounts"), QString::fromUtf8("完成"));
        QCOMPARE(says("sheet-discounts-typed"), QString::fromUtf8("减 ¥8.8"));
    }
};

QTEST_MAIN(LookSellingTest)
#include "tst_look_selling.moc"
