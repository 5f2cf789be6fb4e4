// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"
#include "ui/customer/CustomerView.h"

#include <QWidget>

class AmountLabel;
class CustomerLines;
class PracticeBadge;
class QBoxLayout;
class RunLine;

/// What is being rung up: the lines where there are some, and what they come to.
class CustomerBill : public QWidget
{
    Q_OBJECT
public:
    CustomerBill(const QString &shop, const Theme &theme, QWidget *parent);

    void show(const CustomerView &view);
    using QWidget::show;
    void fit();

private:
    const QString m_shop;
    const Theme &m_theme;
    CustomerLines *m_lines;
    RunLine *m_shopName;
    RunLine *m_total;
    AmountLabel *m_amount;
    RunLine *m_saved;
    PracticeBadge *m_badge;
    QBoxLayout *m_columns;
    QBoxLayout *m_sum;
};
