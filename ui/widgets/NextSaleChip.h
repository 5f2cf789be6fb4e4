// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Pill.h"

/// 下一单 ¥12.50: what was typed while the last sale is still on the screen. Keeps its place when there is nothing.
class NextSaleChip : public Pill
{
    Q_OBJECT
public:
    NextSaleChip(const Theme &theme, QWidget *parent);
    void show(const TillView &view);
    using Pill::show;

    static QString amountOf(const EntryView &entry); ///< as typed, or the sum of the lines
};
