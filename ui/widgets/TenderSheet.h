// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Wish.h"
#include "ui/widgets/Card.h"

class ActionButton;
class AmountLabel;
class QStackedLayout;
class RunLine;
class SheetHead;

/// Money that is not WeChat's, in the place of the bill: what was handed over and what goes back, or which way a
/// cashier says it was paid.
class TenderSheet : public Card
{
    Q_OBJECT
public:
    TenderSheet(const Theme &theme, QWidget *parent);

    void show(const TillView &view);
    using Card::show;
    void fit();

signals:
    void wished(const Wish &wish);

private:
    static constexpr int mostKinds = 3;
    QWidget *makeCash();
    QWidget *makeOther();
    ActionButton *button(const QString &name, const char *cap, const Wish &wish, QWidget *parent);
    void showCash(const TillView &view);
    void showOther(const SellingView &selling);

    SheetHead *m_head;
    QStackedLayout *m_faces;
    QWidget *m_cash;
    QWidget *m_other;
    RunLine *m_receivedTitle;
    AmountLabel *m_received;
    RunLine *m_changeTitle;
    AmountLabel *m_change;
    QList<ActionButton *> m_notes;
    ActionButton *m_drawer;
    QList<ActionButton *> m_kinds;
};
