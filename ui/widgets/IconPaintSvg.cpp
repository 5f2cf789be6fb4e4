// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Icon.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

void Icon::paint(QPainter &painter, const QString &name, const QRectF &where, const QColor &colour)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return;
    // The drawings are all in this one colour, which stands for "the colour of the words beside it".
    QSvgRenderer renderer(file.readAll().replace("#010203", colour.name().toLatin1()));
    renderer.render(&painter, where);
}
