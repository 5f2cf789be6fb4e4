// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"
#include "ui/models/Wish.h"

#include <QWidget>

class PayButton;
class TouchButton;

/// The sixteen keys and Pay under them, in the same place on every screen. Keys never under 72x64 at the design floor.
class Keypad : public QWidget
{
    Q_OBJECT
public:
    explicit Keypad(const Theme &theme, QWidget *parent = nullptr);

    void show(const TillView &view);
    using QWidget::show;
    /// What may stand where the keys are, above Pay.
    void setCover(QWidget *cover);
    void setCovered(bool covered);
    void fit(); ///< after the theme was fitted to another window

signals:
    void wished(const Wish &wish);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void placeCover();
    TouchButton *addKey(int row, int column, const QString &name, const QString &face, const Wish &wish);

    const Theme &m_theme;
    TouchButton *m_backspace;
    TouchButton *m_clear;
    QList<TouchButton *> m_keys;
    PayButton *m_pay;
    QWidget *m_cover = nullptr;
};
