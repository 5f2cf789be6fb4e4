// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Wish.h"
#include "ui/widgets/Card.h"

class ActionButton;
class CasePill;
class QLabel;
class ReasonPicker;
class RunLine;

/// One payment that waits, or was decided: what happened, both numbers where they differ, and the two moves; then the
/// reasons and the button that does it.
class CaseCard : public Card
{
    Q_OBJECT
public:
    CaseCard(const Theme &theme, QWidget *parent);

    void show(const TillView &view);
    using Card::show;
    void fit();

signals:
    void wished(const Wish &wish);

private:
    ActionButton *addButton(const char *name, const char *tone, const char *cap, Wish::Kind kind);
    void showAmounts(const PaymentCase &about);
    void showMoves(const InboxView &inbox, const InboxView::Item &item);

    CasePill *m_pill;
    RunLine *m_detail;
    QLabel *m_story;
    RunLine *m_paidLabel;
    RunLine *m_paid;
    RunLine *m_dueLabel;
    RunLine *m_due;
    QLabel *m_decision; ///< who, when, why
    ReasonPicker *m_reasons;
    ActionButton *m_honour;
    ActionButton *m_giveBack;
    ActionButton *m_decide;
};
