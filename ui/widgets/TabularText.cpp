// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/TabularText.h"

#include <QFontMetricsF>
#include <QPainter>

namespace {
bool isDigit(QChar c)
{
    return c >= QLatin1Char('0') && c <= QLatin1Char('9');
}
} // namespace

TabularText::TabularText(const QString &text, const QFont &font) : m_text(text), m_font(font)
{
    const QFontMetricsF metrics(m_font);
    for (char digit = '0'; digit <= '9'; ++digit)
        m_digitWidth = qMax(m_digitWidth, metrics.horizontalAdvance(QLatin1Char(digit)));
    if (m_font.weight() >= QFont::DemiBold)
        m_digitWidth *= 0.95; // cells as wide as a bold 0 tear an amount apart; Inter's own tabular ones are this wide
    forEachPiece([this, &metrics](const QString &piece, qreal left) {
        m_width = left + (isDigit(piece.front()) ? m_digitWidth : metrics.horizontalAdvance(piece));
    });
}

template <typename Piece> void TabularText::forEachPiece(Piece piece) const
{
    const QFontMetricsF metrics(m_font);
    qreal left = 0;
    for (qsizetype from = 0; from < m_text.size();) {
        qsizetype to = from + 1;
        while (!isDigit(m_text.at(from)) && to < m_text.size() && !isDigit(m_text.at(to)))
            ++to;
        const QString text = m_text.mid(from, to - from);
        piece(text, left);
        left += isDigit(text.front()) ? m_digitWidth : metrics.horizontalAdvance(text);
        from = to;
    }
}

void TabularText::draw(QPainter &painter, QPointF baseline) const
{
    const QFontMetricsF metrics(m_font);
    painter.setFont(m_font);
    forEachPiece([&](const QString &piece, qreal left) {
        const qreal slack = isDigit(piece.front()) ? (m_digitWidth - metrics.horizontalAdvance(piece)) / 2 : 0;
        painter.drawText(baseline + QPointF(left + slack, 0), piece);
    });
}
