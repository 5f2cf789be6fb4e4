// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"
#include "ui/customer/CustomerView.h"

#include <QWidget>

class AmountLabel;
class PracticeBadge;
class QHBoxLayout;
class QLabel;
class QrView;
class QVBoxLayout;
class RunLine;

/// The code at the left, and at the right what it is: the shop, the amount, how and how long.
class CustomerCode : public QWidget
{
    Q_OBJECT
public:
    CustomerCode(const QString &shop, const Theme &theme, QWidget *parent);

    void show(const CustomerView &view);
    using QWidget::show;
    void fit();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    const QString m_shop;
    const Theme &m_theme;
    QrView *m_qr;
    RunLine *m_shopName;
    AmountLabel *m_amount;
    QLabel *m_scan;
    RunLine *m_within;
    QLabel *m_only;
    PracticeBadge *m_badge;
    QHBoxLayout *m_columns;
    QVBoxLayout *m_words;
};
