// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"
#include "ui/customer/CustomerView.h"

#include <QWidget>

class AmountLabel;
class PaidPanel;
class QVBoxLayout;
class RunLine;
class TickView;

/// Paid, for the customer's eyes: the tick and the amount; in practice hatched orange, and it says so.
class CustomerPaid : public QWidget
{
    Q_OBJECT
public:
    CustomerPaid(const Theme &theme, QWidget *parent);

    void show(const CustomerView &view);
    using QWidget::show;
    void fit();

private:
    const Theme &m_theme;
    PaidPanel *m_panel;
    TickView *m_tick;
    RunLine *m_title;
    AmountLabel *m_amount;
    RunLine *m_pickup;
    QVBoxLayout *m_page;
    QVBoxLayout *m_rows;
};
