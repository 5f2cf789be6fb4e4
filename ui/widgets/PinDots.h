// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"

#include <QWidget>

/// Six dots, filled one by one: how many digits were typed, never which.
class PinDots : public QWidget
{
    Q_OBJECT
public:
    PinDots(const Theme &theme, QWidget *parent);

    void show(const TillView &view);
    using QWidget::show;
    int filled() const { return m_filled; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int diameter() const { return qMax(12, m_theme.text(18)); }
    int pitch() const { return diameter() * 2; }

    const Theme &m_theme;
    int m_filled = 0;
};
