// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"
#include "ui/models/Wish.h"

#include <QWidget>

class AmountLabel;
class PracticeBadge;
class QLabel;
class QrView;
class RunLine;

/// F11: the whole window for the customer's eyes. Only what is theirs: the shop, the amount, the code, how long.
/// A tap, Esc or F11 leads back.
class CustomerPage : public QWidget
{
    Q_OBJECT
public:
    CustomerPage(const QString &shop, const Theme &theme, QWidget *parent = nullptr);

    void show(const TillView &view);
    using QWidget::show;
    void fit();

signals:
    void wished(const Wish &wish);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

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
};
