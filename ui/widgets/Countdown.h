// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"

#include <QWidget>

/// How long the code is good for, m:ss; amber from 30 s on, red from 10 s on. Keeps its place when there is none.
class Countdown : public QWidget
{
    Q_OBJECT
public:
    static constexpr int amberFromSeconds = 30;
    static constexpr int redFromSeconds = 10;

    Countdown(const Theme &theme, QWidget *parent);

    void show(const TillView &view);
    using QWidget::show;
    QString text() const { return m_text; }
    QColor colour() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_text;
    int m_seconds = -1;
};
