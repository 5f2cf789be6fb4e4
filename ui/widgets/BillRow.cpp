// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/BillRow.h"

#include "ui/Wording.h"
#include "ui/widgets/TabularText.h"

#include <QPainter>

using LineKind = SellingView::LineKind;

BillRow::BillRow(const QString &name, const Theme &theme, QWidget *parent)
    : TouchButton(name, QStringLiteral("line"), theme, parent)
{
}

void BillRow::show(const SellingView::Line &line, bool chosen)
{
    m_line = line;
    const QString words = Wording::lineName(line);
    setText(words);
    setTone(chosen ? QStringLiteral("lineChosen") : QStringLiteral("line"));
    const QString all = line.quantity.isEmpty() ? words + u' ' + amountText()
                                                : line.quantity + QStringLiteral(" × ") + words + u' ' + amountText();
    setAccessibleName(chosen ? Wording::chosenPerson(all) : all);
    update();
}

bool BillRow::isDiscount() const
{
    return m_line.kind != LineKind::Goods && m_line.kind != LineKind::Typed;
}

QString BillRow::amountText() const
{
    if (!m_line.amount)
        return {};
    return (isDiscount() ? QStringLiteral("− ¥ ") : QStringLiteral("¥ ")) + m_line.amount->yuanGrouped();
}

qreal BillRow::wordsLeft() const
{
    return m_theme.space(24) + qMax<qreal>(m_theme.space(68), m_theme.text(46));
}

qreal BillRow::wordsRoom() const
{
    return width() - m_theme.space(24) - TabularText(amountText(), fontOf(QFont::DemiBold)).width() - m_theme.space(12)
           - wordsLeft();
}

qreal BillRow::few() const
{
    return QFontMetricsF(fontOf(QFont::Normal)).horizontalAdvance(text().left(3));
}

/// Where the buttons of the chosen line leave no room beside its figures, the name stands over them.
bool BillRow::isStacked() const
{
    return wordsRoom() < few();
}

/// A long name ends in dots; a few characters of it, and every figure, are always there.
bool BillRow::showsAllWords() const
{
    if (!isStacked())
        return true;
    const qreal room = width() - 2 * m_theme.space(24);
    const QFont plain = m_theme.font(14);
    const qreal figures = TabularText(m_line.quantity + QStringLiteral(" ×"), plain).width()
                          + TabularText(amountText(), m_theme.font(14, QFont::DemiBold)).width();
    return room >= few() && room >= figures + m_theme.space(8);
}

void BillRow::paintStacked(QPainter &painter, const QColor &ink) const
{
    const ThemeTokens &tokens = m_theme.tokens();
    const qreal left = m_theme.space(24);
    const qreal right = width() - left;
    const QFont plain = m_theme.font(14);
    const QFontMetricsF metrics(plain);
    painter.setPen(isDiscount() ? tokens.muted : ink);
    const QString words = metrics.elidedText(text(), Qt::ElideRight, right - left);
    TabularText(words, plain).draw(painter, {left, height() / 2.0 - metrics.descent()});
    const qreal base = height() / 2.0 + metrics.ascent();
    painter.setPen(tokens.muted);
    if (!isDiscount())
        TabularText(m_line.quantity + QStringLiteral(" ×"), plain).draw(painter, {left, base});
    painter.setPen(isDiscount() ? tokens.accent.ink : ink);
    const TabularText amount(amountText(), m_theme.font(14, QFont::DemiBold));
    amount.draw(painter, {right - amount.width(), base});
}

void BillRow::paintContent(QPainter &painter, const QColor &ink) const
{
    const ThemeTokens &tokens = m_theme.tokens();
    if (tone() == QLatin1String("lineChosen")) { // not by its colour alone
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.accent.mark);
        painter.drawRoundedRect(QRectF(4, height() * 0.2, 4, height() * 0.6), 2, 2);
    }
    if (isStacked())
        return paintStacked(painter, ink);
    const QFont plain = fontOf(QFont::Normal);
    const QFontMetricsF metrics(plain);
    const qreal base = (height() + metrics.capHeight()) / 2;
    painter.setPen(tokens.muted);
    if (!isDiscount())
        TabularText(m_line.quantity + QStringLiteral(" ×"), plain).draw(painter, {qreal(m_theme.space(24)), base});
    painter.setPen(isDiscount() ? tokens.muted : ink);
    const QString words = metrics.elidedText(text(), Qt::ElideRight, wordsRoom());
    TabularText(words, plain).draw(painter, {wordsLeft(), base});
    const qreal wide = TabularText(words, plain).width();
    if (m_line.kind == LineKind::Goods && m_line.quantity != QLatin1String("1")) {
        const TabularText each(QStringLiteral("¥ ") + m_line.price, m_theme.font(14));
        painter.setPen(tokens.muted);
        if (wide + m_theme.space(12) + each.width() <= wordsRoom())
            each.draw(painter, {wordsLeft() + wide + m_theme.space(12), base});
    }
    painter.setPen(isDiscount() ? tokens.accent.ink : ink);
    const TabularText amount(amountText(), fontOf(QFont::DemiBold));
    amount.draw(painter, {width() - m_theme.space(24) - amount.width(), base});
}
