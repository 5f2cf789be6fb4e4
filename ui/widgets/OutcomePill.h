// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Pill.h"

/// How far a refund has come: a colour and a drawing and a word.
class OutcomePill : public Pill
{
    Q_OBJECT
public:
    OutcomePill(const Theme &theme, QWidget *parent);
    void show(const TillView &view);
    using Pill::show;

    static const Tint &tintOf(RefundView::Outcome outcome, const Theme &theme);
    static QString iconOf(RefundView::Outcome outcome);
};
