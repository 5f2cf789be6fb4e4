// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"

#include <QWidget>

/// The ground of the paid screen: all green, hatched orange when no money was taken, slate when it is a person's word.
/// Asks for a tap anywhere.
class PaidPanel : public QWidget
{
    Q_OBJECT
public:
    PaidPanel(const Theme &theme, QWidget *parent);
    void setTraining(bool training);
    void setByHand(bool byHand);
    bool isHatched() const { return m_training; }
    bool isGreen() const { return !m_training && !m_byHand; }

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
    bool m_byHand = false;
    bool m_painted = false; ///< since it came up
};
