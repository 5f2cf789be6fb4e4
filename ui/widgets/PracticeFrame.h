// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"

#include <QWidget>

/// Four orange pixels around the whole window while practising. Lies over the edge, so that nothing moves for it.
class PracticeFrame : public QWidget
{
    Q_OBJECT
public:
    static constexpr int widthPx = 4;

    PracticeFrame(const Theme &theme, QWidget *window);
    void fit(); ///< to the window's edge

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};
