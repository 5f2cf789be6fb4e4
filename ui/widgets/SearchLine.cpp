// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SearchLine.h"

#include "ui/widgets/Labels.h"
#include "ui/widgets/TabularText.h"

#include <QPainter>

SearchLine::SearchLine(const QString &name, const Theme &theme, QWidget *parent)
    : TouchButton(name, QStringLiteral("search"), theme, parent)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void SearchLine::show(const QString &text, const QString &hint, const QString &reading)
{
    m_text = text;
    m_hint = hint;
    m_reading = reading;
    setText(text);
    setAccessibleName(text.isEmpty() ? hint : text + u' ' + reading);
    update();
}

std::pair<QFont, bool> SearchLine::hintFont() const
{
    const qreal room = width() - 2 * pad();
    for (int px = m_theme.text(16); px >= Theme::smallestPx; --px) {
        const QFont font = Theme::fontOfPixels(px);
        const QRectF need = QFontMetricsF(font).boundingRect(QRectF(0, 0, room, 1000), Labels::leftWrapped, m_hint);
        if (need.width() <= room + 0.5 && need.height() <= height() - 6)
            return {font, true};
    }
    return {Theme::fontOfPixels(Theme::smallestPx), false};
}

void SearchLine::paintContent(QPainter &painter, const QColor &ink) const
{
    if (!m_text.isEmpty())
        return paintTyped(painter, ink);
    painter.setFont(hintFont().first);
    painter.setPen(m_theme.tokens().muted);
    painter.drawText(QRectF(rect()).adjusted(pad(), 0, -pad(), 0), Labels::leftWrapped, m_hint);
}

/// Its end is what counts, and a caret stands there.
void SearchLine::paintTyped(QPainter &painter, const QColor &ink) const
{
    const QFont font = m_theme.font(20, QFont::DemiBold);
    const QFontMetricsF metrics(font);
    const qreal room = width() - 2 * pad();
    const TabularText words(metrics.elidedText(m_text, Qt::ElideLeft, room * 0.95), font);
    const qreal base = (height() + metrics.capHeight()) / 2;
    painter.setPen(ink);
    words.draw(painter, {pad(), base});
    const qreal caret = pad() + words.width() + 3;
    painter.fillRect(QRectF(caret, base - metrics.capHeight() - 3, 2, metrics.capHeight() + 6),
                     m_theme.tokens().accent.mark);
    const QFont small = m_theme.font(14);
    const qreal wide = QFontMetricsF(small).horizontalAdvance(m_reading);
    if (caret + m_theme.space(16) + wide > width() - pad())
        return;
    painter.setFont(small);
    painter.setPen(m_theme.tokens().muted);
    painter.drawText(QPointF(width() - pad() - wide, base), m_reading);
}
