// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"
#include "ui/models/Wish.h"

#include <QWidget>

class AmountLabel;
class BillCard;
class Card;
class Keypad;
class StatePill;
class SumLine;

/// Ringing up: the amount and its lines at the left, keypad and Pay at the right.
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
    QWidget *makeLeft();

    const Theme &m_theme;
    Card *m_amountCard;
    SumLine *m_sum;
    StatePill *m_state;
    AmountLabel *m_amount;
    BillCard *m_bill;
    Keypad *m_keypad;
};
