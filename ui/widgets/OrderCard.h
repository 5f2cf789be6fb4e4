// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Wish.h"
#include "ui/widgets/Card.h"

class ActionButton;
class OrderPill;
class QBoxLayout;
class QLabel;
class RunLine;
class StoryList;

/// The chosen order: how it stands, what happened to it in seconds and words, and the two things that can be done with
/// it.
class OrderCard : public Card
{
    Q_OBJECT
public:
    OrderCard(const Theme &theme, QWidget *parent);

    void show(const TillView &view);
    using Card::show;
    void fit();

signals:
    void wished(const Wish &wish);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    ActionButton *addButton(const char *name, const char *cap, Wish::Kind kind);
    void showNumber();
    void showPayer();
    int room() const; ///< for a line of words

    OrderLine m_line;
    QBoxLayout *m_head = nullptr;
    RunLine *m_amount;
    OrderPill *m_state;
    RunLine *m_number;
    RunLine *m_payer;
    QLabel *m_nothing;
    StoryList *m_story;
    RunLine *m_hint;
    ActionButton *m_refund;
    ActionButton *m_reprint;
};
