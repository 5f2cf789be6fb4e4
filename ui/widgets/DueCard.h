// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Wish.h"
#include "ui/widgets/Card.h"

class ActionButton;
class AmountLabel;
class RunLine;
class StatePill;
class SumLine;

/// What is due, large; how many pieces that is and what was saved; and the ways to pay that are not WeChat's.
class DueCard : public Card
{
    Q_OBJECT
public:
    DueCard(const Theme &theme, QWidget *parent);

    void show(const TillView &view);
    using Card::show;
    void fit();

signals:
    void wished(const Wish &wish);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitKeys();

    SumLine *m_sum;
    StatePill *m_state;
    AmountLabel *m_amount;
    RunLine *m_count;
    ActionButton *m_cash;
    ActionButton *m_other;
};
