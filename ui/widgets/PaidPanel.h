// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"

#include <QWidget>

/// The ground of the paid screen: all green, or hatched orange when no money was taken. Asks for a tap anywhere.
class PaidPanel : public QWidget
{
    Q_OBJECT
public:
    PaidPanel(const Theme &theme, QWidget *parent);
    void setTraining(bool training);
    bool isHatched() const { return m_training; }

signals:
    void tapped();
    /// It is on the screen now; once each time it comes up.
    void groundPainted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    const Theme &m_theme;
    bool m_training = false;
    bool m_painted = false; ///< since it came up
};
