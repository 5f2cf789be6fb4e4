// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Pill.h"

/// 练习模式 · 不会真的收钱. Hidden in live.
class PracticeBadge : public Pill
{
    Q_OBJECT
public:
    enum class Reader { Cashier, Customer };
    PracticeBadge(Reader reader, const Theme &theme, QWidget *parent);
    void show(const TillView &view) { show(view.training); }
    void show(bool training);

private:
    const Reader m_reader;
};
