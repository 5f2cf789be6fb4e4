// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Wish.h"
#include "ui/widgets/Card.h"

class ActionButton;
class AmountLabel;
class OutcomePill;
class QLabel;
class RunLine;

/// What became of a refund: the state, the amount, one sentence, and the ways on. Never "refunded" before WeChat says
/// so, and never the green of money that came in.
class OutcomeCard : public Card
{
    Q_OBJECT
public:
    OutcomeCard(const Theme &theme, QWidget *parent);

    void show(const TillView &view);
    using Card::show;
    void fit();

signals:
    void wished(const Wish &wish);

private:
    OutcomePill *m_pill;
    AmountLabel *m_amount;
    RunLine *m_sale;
    QLabel *m_says;
    RunLine *m_code;
    ActionButton *m_done;
    ActionButton *m_another;
};
