// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Pill.h"

/// How far a phone has come in signing in, and for how long the code is good: a colour, a drawing and a word.
class PhonePill : public Pill
{
    Q_OBJECT
public:
    PhonePill(const Theme &theme, QWidget *parent);
    void show(const TillView &view);
    using Pill::show;

    static const Tint &tintOf(LockView::Phone state, const Theme &theme);
    static QString iconOf(LockView::Phone state);
};
