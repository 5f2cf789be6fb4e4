// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/GoodsTile.h"

#include "ui/Wording.h"
#include "ui/widgets/TabularText.h"

#include <QPainter>
#include <QTextLayout>

GoodsTile::GoodsTile(const QString &name, const Theme &theme, QWidget *parent)
    : TouchButton(name, QStringLiteral("key"), theme, parent)
{
}

void GoodsTile::show(const SellingView::Tile &tile, int place)
{
    constexpr int keys = 9;
    m_tile = tile;
    m_cap = place < keys ? QStringLiteral("Alt+%1").arg(place + 1) : QString();
    setProperty("keyCap", m_cap);
    setText(tile.name);
    setAccessibleName(tile.name + u' ' + Wording::money(tile.price));
    update();
}

void GoodsTile::show(const QString &words, const QString &cap)
{
    m_tile = {{}, words, {}};
    m_cap = cap;
    setProperty("keyCap", m_cap);
    setText(words);
    setAccessibleName(words);
    update();
}

QString GoodsTile::priceText() const
{
    return m_tile.code.isEmpty() ? QString() : QStringLiteral("¥ ") + m_tile.price.yuanGrouped();
}

QFont GoodsTile::priceFont() const
{
    int px = m_theme.text(14);
    while (px > Theme::smallestPx
           && TabularText(priceText(), Theme::fontOfPixels(px, QFont::Medium)).width() > width() - 2 * pad())
        --px;
    return Theme::fontOfPixels(px, QFont::Medium);
}

/// A long name ends in dots; the price is always whole.
bool GoodsTile::showsAllWords() const
{
    return TabularText(priceText(), priceFont()).width() <= width() - 2 * pad();
}

void GoodsTile::paintContent(QPainter &painter, const QColor &) const
{
    const ThemeTokens &tokens = m_theme.tokens();
    const QFont nameFont = m_theme.font(16, QFont::DemiBold);
    const QFontMetricsF names(nameFont);
    const qreal room = width() - 2 * pad();
    const QFont price = priceFont();
    const TabularText sum(priceText(), price);
    const qreal air = qMin<qreal>(m_theme.space(12), (height() - names.height() - price.pixelSize() * 1.3) / 2);
    const bool twoLines = height() >= names.lineSpacing() * 2 + price.pixelSize() * 1.5 + 2 * qMax(2.0, air);
    QTextLayout words(m_tile.name, nameFont);
    words.beginLayout();
    qreal top = qMax(2.0, air);
    painter.setPen(tokens.ink);
    painter.setFont(nameFont);
    for (int number = 0; number < (twoLines ? 2 : 1); ++number) {
        QTextLine line = words.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(room);
        const bool last = number == (twoLines ? 1 : 0);
        const QString rest = m_tile.name.mid(line.textStart());
        const QString shown = last ? names.elidedText(rest, Qt::ElideRight, room)
                                   : m_tile.name.mid(line.textStart(), line.textLength()).trimmed();
        painter.drawText(QPointF(pad(), top + names.ascent()), shown);
        top += names.lineSpacing();
    }
    words.endLayout();
    const qreal base = height() - qMax(4.0, air) - 1;
    painter.setPen(tokens.muted);
    sum.draw(painter, {qreal(pad()), base});
    const QFont capFont = m_theme.font(12);
    const qreal cap = QFontMetricsF(capFont).horizontalAdvance(m_cap);
    if (m_cap.isEmpty() || sum.width() + cap + m_theme.space(8) > room)
        return;
    painter.setFont(capFont);
    painter.setPen(tokens.pale);
    painter.drawText(QPointF(width() - pad() - cap, base), m_cap);
}
