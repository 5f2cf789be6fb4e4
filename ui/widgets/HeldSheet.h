// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/TillView.h"
#include "ui/models/Wish.h"
#include "ui/widgets/Card.h"

class RowList;
class SheetHead;

/// 取单 in the place of the bill: those that were put aside, to take one back with a tap.
class HeldSheet : public Card
{
    Q_OBJECT
public:
    HeldSheet(const Theme &theme, QWidget *parent);

    void show(const TillView &view);
    using Card::show;
    void fit();

signals:
    void wished(const Wish &wish);

private:
    SheetHead *m_head;
    RowList *m_list;
};
