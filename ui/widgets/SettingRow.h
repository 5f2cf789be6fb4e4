// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/SettingControl.h"

/// One line of the settings: what it is called, and what it is changed with.
class SettingRow : public QWidget
{
    Q_OBJECT
public:
    SettingRow(const QList<SettingsView::Item> &items, const Theme &theme, QWidget *parent);

    /// What is not among the entries is not there; a row of nothing neither.
    void show(const QList<SettingsView::Entry> &entries);
    using QWidget::show;
    void fit();
    void enter();

signals:
    void wished(const Wish &wish);

private:
    const Theme &m_theme;
    RunLine *m_called;
    QHBoxLayout *m_row;
    QList<SettingControl *> m_controls;
    bool m_wide = false; ///< its fields take all the room there is
};
