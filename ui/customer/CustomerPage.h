// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"
#include "ui/customer/CustomerView.h"

#include <QWidget>

class CustomerBill;
class CustomerCode;
class CustomerPaid;
class CustomerWords;
class QStackedLayout;

/// What a customer reads, in the second window and, on F11, in the cashier's: one thing at a time.
class CustomerPage : public QWidget
{
    Q_OBJECT
public:
    CustomerPage(const QString &shop, const Theme &theme, QWidget *parent = nullptr);

    void show(const CustomerView &view);
    using QWidget::show;
    void fit();

signals:
    void tapped();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    QWidget *partFor(CustomerView::Face face) const;

    const Theme &m_theme;
    CustomerBill *m_bill;
    CustomerCode *m_code;
    CustomerPaid *m_paid;
    CustomerWords *m_words;
    QStackedLayout *m_parts;
};
