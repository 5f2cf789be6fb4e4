// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"
#include "ui/models/CoverView.h"

#include <QWidget>

class ActionButton;
class QLabel;

/// The whole screen while a kiosk's till is not there: what is going on, and what can be done.
class KioskCover final : public QWidget
{
    Q_OBJECT
public:
    KioskCover();
    /// Comes up over everything.
    void cover(const CoverView &view);
    const CoverView &view() const { return m_view; }

signals:
    void againWished();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void draw();

    Theme m_theme;
    CoverView m_view;
    QLabel *m_title;
    QLabel *m_detail;
    QLabel *m_words;
    ActionButton *m_again;
};
