// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Pill.h"

/// The state of the sale: a colour and a drawing and a word, so that none of them has to be enough.
class StatePill : public Pill
{
    Q_OBJECT
public:
    StatePill(const Theme &theme, QWidget *parent);
    void show(const TillView &view);
    using Pill::show;
};
