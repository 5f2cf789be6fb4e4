// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Pill.h"

/// What is odd about a payment, in red while it waits; what was decided, in grey.
class CasePill : public Pill
{
    Q_OBJECT
public:
    CasePill(const Theme &theme, QWidget *parent);
    void show(const PaymentCase &about);
    using Pill::show;

    static bool waits(const PaymentCase &about) { return about.state == QLatin1String("open"); }
    static QString iconOf(const PaymentCase &about);
};
