// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/TillView.h"

#include <QColor>
#include <QRectF>

class QPainter;

/// The drawings of resources/icons, in any colour and size. Drawn, because a font may lack the glyph.
class Icon
{
public:
    static void paint(QPainter &painter, const QString &name, const QRectF &where, const QColor &colour);
    static QString nameOf(PayState state);
};
