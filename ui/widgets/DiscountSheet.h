// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Wish.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Card.h"

class QGridLayout;
class SheetHead;

/// 折扣/抹零 in the place of the bill: the usual ones as buttons, chosen ones marked, any other typed.
class DiscountSheet : public Card
{
    Q_OBJECT
public:
    DiscountSheet(const Theme &theme, QWidget *parent);

    void show(const TillView &view);
    using Card::show;
    void fit();

signals:
    void wished(const Wish &wish);

private:
    struct Choice
    {
        ActionButton *button;
        Wish wish;
    };
    void add(const char *name, const char *cap, const Wish &wish, int row, int column);
    void showChoice(const Choice &choice, const SellingView &selling);
    static bool isChosen(const Wish &wish, const SellingView &selling);
    static QString wordsOf(const Wish &wish, const SellingView &selling);

    SheetHead *m_head;
    QGridLayout *m_grid;
    QList<Choice> m_choices;
};
