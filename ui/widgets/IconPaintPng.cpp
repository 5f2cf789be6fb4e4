// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Icon.h"

#include <QImage>
#include <QPainter>

/// Where Qt cannot draw SVG: from the picture that was painted of it at build time.
void Icon::paint(QPainter &painter, const QString &name, const QRectF &where, const QColor &colour)
{
    QImage picture(QStringLiteral(":/icons/%1.png").arg(name));
    if (picture.isNull())
        return;
    picture = picture.convertToFormat(QImage::Format_ARGB32_Premultiplied);
    QPainter dye(&picture);
    dye.setCompositionMode(QPainter::CompositionMode_SourceIn); // its shape, in the colour of the words beside it
    dye.fillRect(picture.rect(), colour);
    dye.end();
    // Made small before it is painted: painters look at four points only, and would lose its thin lines.
    const QSize pixels = (where.size() * painter.device()->devicePixelRatioF()).toSize();
    painter.drawImage(where, picture.scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
}
