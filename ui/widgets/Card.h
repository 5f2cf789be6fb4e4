// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"

#include <QWidget>

/// A white sheet on the grey ground: radius 16, a hairline, the softest of shadows.
class Card : public QWidget
{
    Q_OBJECT
public:
    Card(const QString &name, const Theme &theme, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;

    const Theme &m_theme;
};
