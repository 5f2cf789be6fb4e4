// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/LookWindow.h"
#include "ui/models/Wish.h"
#include "ui/widgets/AmountLabel.h"
#include "ui/widgets/Countdown.h"
#include "ui/widgets/Pill.h"
#include "ui/widgets/PinDots.h"
#include "ui/widgets/QrView.h"
#include "ui/widgets/RunLine.h"
#include "ui/widgets/TouchButton.h"
#include "ui/widgets/TruthLine.h"

#include <QAccessible>
#include <QTest>

/// What a screen reader is told about each widget: a role, a name in the language that is spoken, a value, which of
/// several is chosen, and how it is pressed.
class LookSpokenTest : public QObject
{
    Q_OBJECT

    static bool isPainted(const QWidget *widget)
    {
        return qobject_cast<const Pill *>(widget) || qobject_cast<const RunLine *>(widget)
               || qobject_cast<const TruthLine *>(widget) || qobject_cast<const AmountLabel *>(widget)
               || qobject_cast<const QrView *>(widget) || qobject_cast<const Countdown *>(widget)
               || qobject_cast<const PinDots *>(widget);
    }
    static bool isChinese(const QString &text)
    {
        return std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Han; });
    }
    /// Names that people have given are the same in every language.
    static bool isOfThePeople(const QString &widget)
    {
        constexpr const char *data[] = {"person",    "tile",     "quickGoods", "category",    "billRow",
                                        "saleLines", "held",     "order",      "other",       "case",
                                        "check",     "shopName", "lockButton", "customerShop"};
        return std::any_of(std::begin(data), std::end(data),
                           [&widget](const char *each) { return widget.startsWith(QLatin1String(each)); });
    }
    static QAccessibleInterface *spoken(QWidget *widget) { return QAccessible::queryAccessibleInterface(widget); }

private slots:
    void everythingHasARoleANameAndAValue_data()
    {
        QTest::addColumn<bool>("english");
        QTest::newRow("zh") << false;
        QTest::newRow("en") << true;
    }
    void everythingHasARoleANameAndAValue()
    {
        QFETCH(bool, english);
        LookWindow look({1366, 768}, english ? Language::Tongue::English : Language::Tongue::Chinese,
                        Theme::Mode::Light, LookWindow::Painted::No);
        for (const LookScene &scene : LookScene::all(true)) {
            look.show(scene.view);
            for (QWidget *widget : look.window.findChildren<QWidget *>()) {
                if (!widget->isVisible())
                    continue;
                const QByteArray which = (widget->objectName() + QStringLiteral(" on ") + scene.name).toUtf8();
                const auto *button = qobject_cast<const TouchButton *>(widget);
                QAccessibleInterface *face = spoken(widget);
                QVERIFY2(face, which);
                if (button) {
                    const auto role = button->isOneOfMany() ? QAccessible::ListItem : QAccessible::Button;
                    QVERIFY2(face->role() == role, which);
                    QVERIFY2(!face->text(QAccessible::Name).isEmpty(), which);
                    QVERIFY2(face->state().disabled != button->isEnabled(), which);
                    QVERIFY2(face->actionInterface()->actionNames().contains(QAccessibleActionInterface::pressAction())
                                 == button->isEnabled(),
                             which);
                } else if (isPainted(widget)) {
                    QVERIFY2(face->role() != QAccessible::Client && face->role() != QAccessible::NoRole, which);
                    QCOMPARE(face->text(QAccessible::Value), face->text(QAccessible::Name));
                    const auto *line = qobject_cast<const RunLine *>(widget);
                    const bool says = !qobject_cast<const Countdown *>(widget)
                                      && !qobject_cast<const TruthLine *>(widget) && !(line && line->text().isEmpty());
                    QVERIFY2(!says || !face->text(QAccessible::Name).isEmpty(), which);
                }
            }
        }
    }
    void namesAreInTheLanguageThatIsSpoken()
    {
        LookWindow look({1366, 768}, Language::Tongue::Chinese, Theme::Mode::Light, LookWindow::Painted::No);
        for (const LookScene &scene : LookScene::all(true)) {
            look.language.use(Language::Tongue::Chinese);
            look.show(scene.view);
            QHash<QWidget *, QString> chinese;
            for (QWidget *widget : look.window.findChildren<QWidget *>())
                if (widget->isVisible() && (qobject_cast<TouchButton *>(widget) || isPainted(widget)))
                    chinese.insert(widget, spoken(widget)->text(QAccessible::Name));
            look.language.use(Language::Tongue::English);
            look.settle();
            for (auto each = chinese.begin(); each != chinese.end(); ++each) {
                if (!isChinese(each.value()) || isOfThePeople(each.key()->objectName()))
                    continue;
                QVERIFY2(spoken(each.key())->text(QAccessible::Name) != each.value(),
                         qPrintable(each.key()->objectName() + u' ' + scene.name + u' ' + each.value()));
            }
        }
    }
    void theCodeAndTheAmountSayTheirSum()
    {
        LookWindow look;
        look.show("waiting", false);
        QAccessibleInterface *code = spoken(look.visible("qrView"));
        QCOMPARE(code->role(), QAccessible::Graphic);
        QCOMPARE(code->text(QAccessible::Name), QString::fromUtf8("收款码 ¥36.50"));
        QAccessibleInterface *amount = spoken(look.visible("amount"));
        QCOMPARE(amount->role(), QAccessible::StaticText);
        QCOMPARE(amount->text(QAccessible::Value), QString::fromUtf8("¥36.50"));
        QCOMPARE(spoken(look.visible("statePill"))->text(QAccessible::Value), QString::fromUtf8("等待顾客付款"));
        QCOMPARE(spoken(look.visible("countdown"))->role(), QAccessible::Clock);
        look.language.use(Language::Tongue::English);
        look.settle();
        QVERIFY(code->text(QAccessible::Name).endsWith(QString::fromUtf8("¥36.50")));
        QVERIFY(!isChinese(code->text(QAccessible::Name)));
    }
    void whatIsChosenIsAState()
    {
        LookWindow look;
        for (const auto mode : {Theme::Mode::Light, Theme::Mode::HighContrast}) {
            look.theme.setMode(mode);
            look.settle();
            const auto chosen = [&look](const char *scene, const char *prefix) {
                look.show(scene, false);
                QStringList names;
                for (auto *button : look.window.findChildren<TouchButton *>())
                    if (button->isVisible() && button->objectName().startsWith(QLatin1String(prefix))
                        && spoken(button)->state().selected)
                        names.append(button->objectName());
                return names;
            };
            QCOMPARE(chosen("history", "order0"), QStringList{QStringLiteral("order0")});
            QCOMPARE(chosen("ready-bill-chosen", "billRow").size(), 1);
            QCOMPARE(chosen("history", "tab"), QStringList{QStringLiteral("tabOrders")});
            QCOMPARE(chosen("lock", "person").size(), 1);
        }
    }
    void aPressIsAnActionWithItsKey()
    {
        LookWindow look;
        look.show("waiting", false);
        QList<Wish::Kind> wishes;
        connect(&look.window, &MainWindow::wished, this, [&wishes](const Wish &wish) { wishes.append(wish.kind); });
        QAccessibleActionInterface *query = spoken(look.visible("queryButton"))->actionInterface();
        QCOMPARE(query->keyBindingsForAction(QAccessibleActionInterface::pressAction()), QStringList{"F5"});
        query->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(wishes, QList<Wish::Kind>{Wish::Kind::Query});
        QCOMPARE(spoken(look.visible("cancelButton"))->text(QAccessible::Accelerator), QStringLiteral("Esc"));
    }
    void theHelpSheetIsReadOutWhole()
    {
        LookWindow look;
        look.show("waiting", false);
        look.window.toggleHelp();
        look.settle();
        const QString keys = spoken(look.visible("helpSheet"))->text(QAccessible::Description);
        for (const char *key : {"F5", "Esc", "F1"})
            QVERIFY2(keys.contains(QLatin1String(key)), key);
    }
};

QTEST_MAIN(LookSpokenTest)
#include "tst_look_spoken.moc"
