// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Pill.h"

/// 正在收款 ¥36.50 · 等待付款: the payment that goes on while another page is up. Its page hides it when there is none.
class UnderWayPill : public Pill
{
    Q_OBJECT
public:
    UnderWayPill(const Theme &theme, QWidget *parent);
    void show(const TillView &view);
    using Pill::show;
};
