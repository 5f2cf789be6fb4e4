// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Wish.h"
#include "ui/widgets/TouchButton.h"

class QHBoxLayout;
class RunLine;
class TextField;

/// What one setting is changed with: a few buttons, a switch, a number between two buttons, a field.
class SettingControl : public QWidget
{
    Q_OBJECT
public:
    SettingControl(SettingsView::Item item, const Theme &theme, QWidget *parent);

    SettingsView::Item item() const { return m_item; }
    void show(const SettingsView::Entry &entry);
    using QWidget::show;
    void fit();
    /// What is typed in its field counts.
    void enter();

signals:
    void wished(const Wish &wish);

private:
    TouchButton *addButton(const QString &name, const QString &wish);
    void showChoice(const SettingsView::Entry &entry);
    void showSteps(const SettingsView::Entry &entry);
    void wishFor(const QString &text);
    QString nameOf(const QString &part = {}) const;

    const SettingsView::Item m_item;
    const SettingsView::Control m_control;
    const Theme &m_theme;
    QHBoxLayout *m_row;
    QList<TouchButton *> m_buttons;
    RunLine *m_number = nullptr;
    TextField *m_field = nullptr;
};
