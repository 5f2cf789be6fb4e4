// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SettingRow.h"

#include "ui/Wording.h"
#include "ui/widgets/RunLine.h"

#include <QHBoxLayout>

SettingRow::SettingRow(const QList<SettingsView::Item> &items, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme),
      m_called(new RunLine(QStringLiteral("settingName%1").arg(int(items.first())), theme, this)),
      m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->addWidget(m_called);
    for (const SettingsView::Item item : items) {
        auto *control = new SettingControl(item, theme, this);
        const bool field = SettingsView::controlOf(item) == SettingsView::Control::Text;
        m_wide = m_wide || field;
        m_row->addWidget(control, field ? 1 : 0);
        m_controls.append(control);
        connect(control, &SettingControl::wished, this, &SettingRow::wished);
    }
    if (!m_wide)
        m_row->addStretch(1);
    fit();
}

void SettingRow::fit()
{
    const bool tiny = m_theme.density() == Theme::Density::Tiny;
    m_row->setSpacing(tiny ? 3 : qMax(4, m_theme.space(10)));
    m_called->setFixedWidth(m_theme.space(tiny ? 170 : 176));
    for (SettingControl *control : m_controls)
        control->fit();
}

void SettingRow::show(const QList<SettingsView::Entry> &entries)
{
    const SettingControl *first = nullptr;
    for (SettingControl *control : m_controls) {
        const auto found = std::find_if(entries.begin(), entries.end(), [control](const SettingsView::Entry &entry) {
            return entry.item == control->item();
        });
        control->setVisible(found != entries.end());
        if (found == entries.end())
            continue;
        control->show(*found);
        if (!first)
            first = control;
    }
    setVisible(first != nullptr);
    if (!first)
        return;
    const bool actions = SettingsView::controlOf(first->item()) == SettingsView::Control::Action; // they say it
    m_called->setRuns({{actions ? QString() : Wording::setting(first->item()), m_theme.tokens().ink, 16}});
}

void SettingRow::enter()
{
    for (SettingControl *control : m_controls)
        control->enter();
}
