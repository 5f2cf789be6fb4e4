// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PaidPanel.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QtMath>

PaidPanel::PaidPanel(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("paidPanel"));
}

void PaidPanel::setTraining(bool training)
{
    m_training = training;
    update();
}

void PaidPanel::setByHand(bool byHand)
{
    m_byHand = byHand;
    update();
}

void PaidPanel::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->pos()))
        emit tapped();
}

void PaidPanel::showEvent(QShowEvent *)
{
    m_painted = false;
}

void PaidPanel::paintEvent(QPaintEvent *)
{
    if (!std::exchange(m_painted, true))
        emit groundPainted();
    const ThemeTokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(rect(), m_theme.space(16), m_theme.space(16));
    painter.fillPath(shape, m_training ? tokens.hatch : m_byHand ? tokens.byHand : tokens.paid);
    if (!m_training)
        return;
    painter.setClipPath(shape);
    const qreal stripe = m_theme.space(28);
    painter.setPen(QPen(tokens.hatchStripe, stripe, Qt::SolidLine, Qt::FlatCap));
    const qreal pitch = stripe * 2 * 1.41421356; // along the edge, for stripes at 45 degrees
    const int stripes = qCeil((width() + 2 * height()) / pitch);
    for (int i = 0; i < stripes; ++i) {
        const qreal x = i * pitch - height();
        painter.drawLine(QPointF(x - stripe, height() + stripe), QPointF(x + height() + stripe, -stripe));
    }
}
