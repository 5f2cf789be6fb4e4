// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SpokenFaces.h"

#include "ui/widgets/TouchButton.h"

#include <QAccessibleWidget>

namespace {

struct Role
{
    const char *widget;
    QAccessible::Role role;
};

/// By the name of the class; a subclass that is not here speaks as its base does.
constexpr Role roles[] = {{"AmountLabel", QAccessible::StaticText},
                          {"ReadAloud", QAccessible::AlertMessage},
                          {"Card", QAccessible::Grouping},
                          {"Countdown", QAccessible::Clock},
                          {"CustomerLines", QAccessible::StaticText},
                          {"HelpSheet", QAccessible::HelpBalloon},
                          {"Keypad", QAccessible::Grouping},
                          {"OrderTable", QAccessible::List},
                          {"Pill", QAccessible::StaticText},
                          {"PinDots", QAccessible::Indicator},
                          {"PinPad", QAccessible::Grouping},
                          {"QrView", QAccessible::Graphic},
                          {"ReceiptPreview", QAccessible::Document},
                          {"RowList", QAccessible::List},
                          {"RunLine", QAccessible::StaticText},
                          {"SaleLines", QAccessible::StaticText},
                          {"StatusStrip", QAccessible::StatusBar},
                          {"StoryList", QAccessible::StaticText},
                          {"SumLine", QAccessible::StaticText},
                          {"TickView", QAccessible::Graphic},
                          {"TimelineList", QAccessible::StaticText},
                          {"TopBar", QAccessible::ToolBar},
                          {"TruthLine", QAccessible::StaticText}};

/// What is painted says by its value what it shows.
class PaintedFace : public QAccessibleWidget
{
public:
    PaintedFace(QWidget *widget, QAccessible::Role role) : QAccessibleWidget(widget, role) {}

    QString text(QAccessible::Text which) const override
    {
        return QAccessibleWidget::text(which == QAccessible::Value ? QAccessible::Name : which);
    }
};

class ButtonFace : public QAccessibleWidget
{
public:
    explicit ButtonFace(TouchButton *button) : QAccessibleWidget(button) {}

    QAccessible::Role role() const override
    {
        return face()->isOneOfMany() ? QAccessible::ListItem : QAccessible::Button;
    }
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.selectable = face()->isOneOfMany();
        state.selected = face()->isChosen();
        state.pressed = face()->isDown();
        return state;
    }
    QString text(QAccessible::Text which) const override
    {
        return which == QAccessible::Accelerator ? face()->keyCap() : QAccessibleWidget::text(which);
    }
    QStringList actionNames() const override
    {
        QStringList names = QAccessibleWidget::actionNames();
        if (face()->isEnabled())
            names.prepend(pressAction());
        return names;
    }
    void doAction(const QString &name) override
    {
        if (name == pressAction())
            face()->click();
        else
            QAccessibleWidget::doAction(name);
    }
    QStringList keyBindingsForAction(const QString &name) const override
    {
        if (name == pressAction() && !face()->keyCap().isEmpty())
            return {face()->keyCap()};
        return QAccessibleWidget::keyBindingsForAction(name);
    }

private:
    TouchButton *face() const { return static_cast<TouchButton *>(widget()); }
};

QAccessibleInterface *make(const QString &name, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    if (!widget)
        return nullptr;
    if (name == QLatin1String("TouchButton"))
        return new ButtonFace(static_cast<TouchButton *>(widget));
    for (const Role &each : roles) {
        if (name == QLatin1String(each.widget))
            return new PaintedFace(widget, each.role);
    }
    return nullptr;
}

} // namespace

void SpokenFaces::name(QWidget *widget, const QString &name)
{
    if (name != widget->accessibleName())
        widget->setAccessibleName(name);
}

void SpokenFaces::describe(QWidget *widget, const QString &description)
{
    if (description != widget->accessibleDescription())
        widget->setAccessibleDescription(description);
}

void SpokenFaces::install()
{
    [[maybe_unused]] static const bool once = [] {
        QAccessible::installFactory(make);
        return true;
    }();
}
