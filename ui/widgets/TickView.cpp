// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/TickView.h"

#include <QPainter>
#include <QPainterPath>

TickView::TickView(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("tickView"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_drawing.setDuration(drawMs);
    m_drawing.setStartValue(0.0);
    m_drawing.setEndValue(1.0);
    m_drawing.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_drawing, &QVariantAnimation::valueChanged, this, [this] { update(); });
}

void TickView::finish()
{
    m_drawing.setCurrentTime(drawMs);
}

QSize TickView::sizeHint() const
{
    return {m_theme.space(132), m_theme.space(132)};
}

void TickView::showEvent(QShowEvent *)
{
    m_drawing.start();
}

void TickView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(width() / 132.0, height() / 132.0);
    painter.setPen(QPen(QColor(255, 255, 255, 116), 9));
    painter.drawEllipse(QPointF(66, 66), 61, 61);
    const QPointF points[] = {{37, 68}, {57, 87}, {95, 49}};
    const qreal first = QLineF(points[0], points[1]).length();
    const qreal second = QLineF(points[1], points[2]).length();
    const qreal drawn = m_drawing.currentValue().toReal() * (first + second);
    if (drawn <= 0)
        return;
    QPainterPath path(points[0]);
    path.lineTo(QLineF(points[0], points[1]).pointAt(qMin(1.0, drawn / first)));
    if (drawn > first)
        path.lineTo(QLineF(points[1], points[2]).pointAt((drawn - first) / second));
    painter.strokePath(path, QPen(Qt::white, 13, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}
