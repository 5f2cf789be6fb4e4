// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"
#include "ui/models/Wish.h"

#include <QWidget>

class ActionButton;
class AmountLabel;
class PaidPanel;
class QLabel;
class RunLine;
class TickView;

/// Paid: all green with a tick; in practice hatched orange, and it says that no money was taken; by hand slate and
/// without one, for nobody has verified it, with the change large.
class PaidPage : public QWidget
{
    Q_OBJECT
public:
    explicit PaidPage(const Theme &theme, QWidget *parent = nullptr);

    void show(const TillView &view);
    using QWidget::show;
    void fit();

signals:
    void wished(const Wish &wish);

private:
    void showWords(const TillView &view, const QColor &quiet);
    void showButtons(const TillView &view);
    void showNames(const TillView &view, const QColor &quiet);

    const Theme &m_theme;
    PaidPanel *m_panel;
    TickView *m_tick;
    RunLine *m_title;
    AmountLabel *m_amount;
    RunLine *m_names;
    RunLine *m_payer;
    QLabel *m_notice;
    ActionButton *m_next;
    ActionButton *m_drawer;
    ActionButton *m_print;
};
