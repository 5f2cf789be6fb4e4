// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Card.h"

#include <QPainter>

Card::Card(const QString &name, const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(name);
}

void Card::paintEvent(QPaintEvent *)
{
    const ThemeTokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal radius = m_theme.space(16);
    const qreal half = tokens.border / 2.0;
    // The shadow lies in the last two pixels of the widget: no effect object, which would blur the letters.
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.shadow);
    for (int drop = 1; drop <= 2; ++drop)
        painter.drawRoundedRect(QRectF(rect()).adjusted(0, drop, 0, drop - 2), radius, radius);
    painter.setPen(QPen(tokens.line, tokens.border));
    painter.setBrush(tokens.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(half, half, -half, -half - 2), radius, radius);
}
