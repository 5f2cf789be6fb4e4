// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"
#include "ui/models/Wish.h"

#include <QWidget>

class TouchButton;

/// The twelve keys for a PIN: ten digits, clear and back. Digits lie where they lie on the sale's keypad.
class PinPad : public QWidget
{
    Q_OBJECT
public:
    explicit PinPad(const Theme &theme, QWidget *parent = nullptr);

    void show(const TillView &view);
    using QWidget::show;
    void setKeyHeight(int px);
    int gap() const;

signals:
    void wished(const Wish &wish);

private:
    void addKey(int row, int column, const QString &name, const QString &face, const Wish &wish);

    const Theme &m_theme;
    TouchButton *m_clear;
    TouchButton *m_backspace;
    QList<TouchButton *> m_keys;
};
