// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"
#include "ui/models/Wish.h"

#include <QWidget>

class ActionButton;
class AmountLabel;
class Card;
class Countdown;
class NextSaleChip;
class PracticeBar;
class QBoxLayout;
class QLabel;
class QrView;
class SaleCard;
class StatePill;

/// From the order to its end: the QR, what is due, the state, how long; at the right what can be done, the query under
/// the thumb that has just pressed Pay, the cancel far from it.
class WaitingPage : public QWidget
{
    Q_OBJECT
public:
    explicit WaitingPage(const Theme &theme, QWidget *parent = nullptr);

    void show(const TillView &view);
    using QWidget::show;
    void fit();

signals:
    void wished(const Wish &wish);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeLeft();
    void makeRight();
    ActionButton *addButton(const QString &name, const QString &tone, const QString &keyCap, Wish::Kind kind);
    void showButtons(const TillView &view);

    const Theme &m_theme;
    QBoxLayout *m_columns;
    Card *m_codeCard;
    QBoxLayout *m_codeRows; ///< over the practice bar, where there is room for it below
    QBoxLayout *m_info;
    QrView *m_qr;
    QLabel *m_due;
    AmountLabel *m_amount;
    StatePill *m_state;
    QLabel *m_valid;
    Countdown *m_countdown;
    NextSaleChip *m_next;
    PracticeBar *m_practice;
    QWidget *m_right;
    QBoxLayout *m_actions;
    ActionButton *m_cancel;
    SaleCard *m_sale;
    ActionButton *m_newCode;
    ActionButton *m_showCustomer;
    ActionButton *m_query;
};
