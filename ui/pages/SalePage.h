// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"
#include "ui/models/Wish.h"

#include <QWidget>

class BillCard;
class DiscountSheet;
class DueCard;
class GoodsGrid;
class HeldSheet;
class Keypad;
class QBoxLayout;
class QuickGoods;
class TenderSheet;

/// Ringing up. By amount: what is due, its lines and four goods at the left, the keypad at the right. By goods: the
/// goods at the left, and what is due with its lines where the keys were. Pay stays where it is; a sheet lies where the
/// lines are.
class SalePage : public QWidget
{
    Q_OBJECT
public:
    explicit SalePage(const Theme &theme, QWidget *parent = nullptr);

    void show(const TillView &view);
    using QWidget::show;
    void fit();

signals:
    void wished(const Wish &wish);

private:
    void arrange(const SellingView &selling);

    const Theme &m_theme;
    QWidget *m_left;
    QWidget *m_side; ///< over the keys
    QBoxLayout *m_leftColumn;
    QBoxLayout *m_sideColumn;
    Keypad *m_keypad;
    DueCard *m_due;
    BillCard *m_bill;
    QuickGoods *m_quick;
    GoodsGrid *m_grid;
    DiscountSheet *m_discounts;
    HeldSheet *m_held;
    TenderSheet *m_tender;
    bool m_beside = false; ///< due and bill stand where the keys were
};
