// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"
#include "ui/models/Wish.h"

#include <QWidget>

class ActionButton;
class AmountLabel;
class Card;
class Keypad;
class OutcomeCard;
class QBoxLayout;
class QLabel;
class QStackedLayout;
class ReasonPicker;
class RowList;
class RunLine;
class SupervisorPad;

/// F9: at the left which sale, or how much and why; at the right the keypad in its place, or a supervisor's PIN; then
/// what became of it over all.
class RefundPage : public QWidget
{
    Q_OBJECT
public:
    explicit RefundPage(const Theme &theme, QWidget *parent = nullptr);

    void show(const TillView &view);
    using QWidget::show;
    void fit();

signals:
    void wished(const Wish &wish);

private:
    QWidget *makeLeft();
    QWidget *makeChoose();
    QWidget *makeAmount();
    QWidget *makeRight();
    void showChoose(const RefundView &refund);
    void showAmount(const RefundView &refund);
    void showSays(const RefundView &refund);

    const Theme &m_theme;
    QStackedLayout *m_faces; ///< asking, and what became of it
    QWidget *m_ask;
    Card *m_left;
    QLabel *m_title;
    ActionButton *m_back;
    QStackedLayout *m_steps;
    QWidget *m_choose;
    QLabel *m_find;
    RowList *m_sales;
    QWidget *m_amountStep;
    RunLine *m_leftOver;
    AmountLabel *m_amount;
    QList<RunLine *> m_past;
    QLabel *m_reasonTitle;
    ReasonPicker *m_reasons;
    QLabel *m_says;
    QStackedLayout *m_pads;
    Keypad *m_keypad;
    SupervisorPad *m_supervisor;
    OutcomeCard *m_outcome;
};
