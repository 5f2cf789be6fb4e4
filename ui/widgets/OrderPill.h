// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Pill.h"

/// How an order stands: a colour and a drawing and a word.
class OrderPill : public Pill
{
    Q_OBJECT
public:
    OrderPill(const Theme &theme, QWidget *parent);
    void show(const OrderLine &line);
    using Pill::show;

    static const Tint &tintOf(const OrderLine &line, const Theme &theme);
    static QString iconOf(const OrderLine &line);
};
