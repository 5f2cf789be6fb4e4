// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"

#include <QVariantAnimation>
#include <QWidget>

/// The tick of a payment, drawn by hand in 300 ms each time it comes onto the screen.
class TickView : public QWidget
{
    Q_OBJECT
public:
    static constexpr int drawMs = 300;

    TickView(const Theme &theme, QWidget *parent);

    void finish(); ///< as it stands after 300 ms
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    const Theme &m_theme;
    QVariantAnimation m_drawing;
};
