// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SettingControl.h"

#include "ui/Wording.h"
#include "ui/widgets/RunLine.h"
#include "ui/widgets/TextField.h"

#include <QHBoxLayout>

using Control = SettingsView::Control;
using Item = SettingsView::Item;

SettingControl::SettingControl(Item item, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_item(item), m_control(SettingsView::controlOf(item)), m_theme(theme),
      m_row(new QHBoxLayout(this))
{
    setObjectName(nameOf(QStringLiteral("Control")));
    m_row->setContentsMargins(0, 0, 0, 0);
    if (m_control == Control::Text) {
        m_field = new TextField(nameOf(), theme, this);
        m_row->addWidget(m_field);
        connect(m_field, &TextField::entered, this, &SettingControl::wishFor);
    } else if (m_control == Control::Steps) {
        addButton(nameOf(QStringLiteral("-")), QStringLiteral("-"))->setIconName(QStringLiteral("minus"));
        m_number = new RunLine(nameOf(QStringLiteral("Number")), theme, this);
        m_number->setAlignment(Qt::AlignCenter);
        m_row->addWidget(m_number);
        addButton(nameOf(QStringLiteral("+")), QStringLiteral("+"))->setIconName(QStringLiteral("plus"));
    } else if (m_control != Control::Choice) {
        addButton(nameOf(), {});
    }
    fit();
}

QString SettingControl::nameOf(const QString &part) const
{
    return QStringLiteral("setting%1%2").arg(int(m_item)).arg(part);
}

TouchButton *SettingControl::addButton(const QString &name, const QString &wish)
{
    auto *button = new TouchButton(name, QStringLiteral("plain"), m_theme, this);
    connect(button, &QPushButton::clicked, this, [this, wish] { wishFor(wish); });
    m_row->addWidget(button);
    m_buttons.append(button);
    return button;
}

void SettingControl::wishFor(const QString &text)
{
    emit wished({Wish::Kind::Setting, text, int(m_item)});
}

void SettingControl::enter()
{
    if (m_field && m_field->hasFocus())
        m_field->enter();
}

void SettingControl::fit()
{
    const bool tiny = m_theme.density() == Theme::Density::Tiny;
    m_row->setSpacing(tiny ? 3 : qMax(4, m_theme.space(10)));
    for (TouchButton *button : m_buttons) {
        button->setType(tiny ? 14 : 16, QFont::Medium);
        button->setFixedHeight(m_theme.control(48));
        if (m_control == Control::Steps)
            button->setFixedWidth(m_theme.control(56));
        else if (m_control == Control::Switch || m_control == Control::Number)
            button->setMinimumWidth(m_theme.control(88));
    }
    if (m_number)
        m_number->setFixedWidth(qMax(52, m_theme.space(tiny ? 64 : 88)));
}

void SettingControl::show(const SettingsView::Entry &entry)
{
    const QString called = Wording::setting(m_item);
    switch (m_control) {
    case Control::Choice:
        return showChoice(entry);
    case Control::Steps:
        return showSteps(entry);
    case Control::Text:
        m_field->show(entry.value);
        m_field->setPlaceholderText(Wording::settingField(m_item));
        m_field->setAccessibleName(called);
        return;
    case Control::Switch: {
        const bool on = entry.value == QLatin1String("true");
        m_buttons.first()->setTone(on ? QStringLiteral("chosen") : QStringLiteral("plain"));
        m_buttons.first()->setIconName(on ? QStringLiteral("paid") : QString());
        m_buttons.first()->setText(Wording::settingSwitch(m_item, on));
        m_buttons.first()->setAccessibleName(called + u' ' + m_buttons.first()->text());
        return;
    }
    case Control::Number:
        m_buttons.first()->setText(Wording::settingValue(entry, entry.value));
        m_buttons.first()->setAccessibleName(called + u' ' + m_buttons.first()->text());
        return;
    case Control::Action:
        m_buttons.first()->setText(called);
        m_buttons.first()->setAccessibleName(called);
        return;
    }
}

void SettingControl::showChoice(const SettingsView::Entry &entry)
{
    if (m_buttons.isEmpty()) {
        for (const QString &choice : entry.choices)
            addButton(nameOf(u'.' + choice), choice);
        fit();
    }
    for (qsizetype place = 0; place < m_buttons.size(); ++place) {
        const QString choice = entry.choices.value(place);
        TouchButton *button = m_buttons[place];
        button->setTone(choice == entry.value ? QStringLiteral("chosen") : QStringLiteral("plain"));
        button->setText(Wording::settingValue(entry, choice));
        button->setAccessibleName(Wording::setting(m_item) + u' ' + button->text());
    }
}

void SettingControl::showSteps(const SettingsView::Entry &entry)
{
    m_number->setRuns({{Wording::settingValue(entry, entry.value), m_theme.tokens().ink, 18, QFont::DemiBold}});
    m_buttons.first()->setAccessibleName(Wording::setting(m_item) + u' ' + Wording::more(false));
    m_buttons.last()->setAccessibleName(Wording::setting(m_item) + u' ' + Wording::more(true));
}
