// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/StripButton.h"

#include "ui/widgets/Icon.h"
#include "ui/widgets/TabularText.h"

#include <QPainter>

StripButton::StripButton(const QString &name, const QString &icon, const QString &keyCap, const Theme &theme,
                         QWidget *parent)
    : TouchButton(name, QStringLiteral("flat"), theme, parent), m_pillIcon(icon), m_keyCap(keyCap)
{
    setProperty("keyCap", keyCap);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StripButton::show(const QString &words, bool waits)
{
    m_waits = waits;
    setText(words);
    updateGeometry();
    update();
}

QSize StripButton::sizeHint() const
{
    const qreal words = TabularText(text(), wordsFont()).width();
    const qreal cap = QFontMetricsF(capFont()).horizontalAdvance(m_keyCap);
    return {qMax(44, qCeil(2 * side() + iconSize() + words + m_theme.text(10) + cap)), 44};
}

void StripButton::paintContent(QPainter &painter, const QColor &) const
{
    const ThemeTokens &tokens = m_theme.tokens();
    const QColor ink = m_waits ? tokens.red.ink : tokens.muted;
    const qreal middle = height() / 2.0;
    if (m_waits) {
        const qreal high = m_theme.text(28);
        painter.setPen(tokens.border > 1 ? QPen(ink, tokens.border) : QPen(Qt::NoPen));
        painter.setBrush(tokens.red.soft);
        painter.drawRoundedRect(QRectF(1, middle - high / 2, width() - 2, high), high / 2, high / 2);
        const qreal icon = m_theme.text(15);
        Icon::paint(painter, m_pillIcon, {side(), middle - icon / 2, icon, icon}, ink);
    }
    const TabularText words(text(), wordsFont());
    const qreal base = middle + QFontMetricsF(wordsFont()).capHeight() / 2;
    painter.setPen(ink);
    words.draw(painter, {side() + iconSize(), base});
    painter.setFont(capFont());
    painter.drawText(QPointF(side() + iconSize() + words.width() + m_theme.text(10), base), m_keyCap);
}
