// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/OrderRow.h"

#include "ui/Wording.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/TabularText.h"

#include <QPainter>

OrderRow::OrderRow(const QString &name, const Theme &theme, QWidget *parent)
    : TouchButton(name, QStringLiteral("tableRow"), theme, parent)
{
}

void OrderRow::show(const QString &id, const Cells &cells, const Plan &plan, bool chosen)
{
    m_id = id;
    m_cells = cells;
    m_plan = plan;
    setText(cells.texts.value(Amount));
    setTone(chosen ? QStringLiteral("tableRowChosen") : QStringLiteral("tableRow"));
    const QString words = cells.texts.join(u' ');
    setAccessibleName(chosen ? Wording::chosenPerson(words) : words);
    update();
}

QFont OrderRow::fontOf(int column, int percent, const Theme &theme)
{
    const bool small = column == State;
    const int px = qMax(11, theme.text(small ? 14 : 16) * percent / 100);
    return Theme::fontOfPixels(px, small || column == Amount ? QFont::DemiBold : QFont::Normal);
}

qreal OrderRow::widthOf(int column, const QString &text, int percent, const Theme &theme)
{
    const QFont font = fontOf(column, percent, theme);
    const qreal words = TabularText(text, font).width();
    return column == State ? words + font.pixelSize() * 3.1 : words;
}

void OrderRow::paintContent(QPainter &painter, const QColor &ink) const
{
    if (tone() == QLatin1String("tableRowChosen")) { // not by its colour alone
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.tokens().accent.mark);
        painter.drawRoundedRect(QRectF(3, height() * 0.2, 5, height() * 0.58), 2.5, 2.5);
    }
    for (int column = 0; column < ColumnCount && column < m_plan.width.size(); ++column) {
        const qreal width = m_plan.width.at(column);
        if (width < 1)
            continue;
        if (column == State) {
            paintPill(painter, m_plan.left.at(column), width);
            continue;
        }
        const QFont font = fontOf(column, m_plan.percent, m_theme);
        const QString text = QFontMetricsF(font).elidedText(m_cells.texts.value(column), Qt::ElideRight, width + 4);
        const TabularText words(text, font);
        const qreal left = m_plan.left.at(column) + (column == Amount ? width - words.width() : 0);
        painter.setPen(ink);
        words.draw(painter, {left, (height() + QFontMetricsF(font).capHeight()) / 2});
    }
}

void OrderRow::paintPill(QPainter &painter, qreal left, qreal width) const
{
    const QFont font = fontOf(State, m_plan.percent, m_theme);
    const int px = font.pixelSize();
    const Tint &tint = m_cells.tint ? *m_cells.tint : m_theme.tokens().grey;
    const qreal own = qMin(width, widthOf(State, m_cells.texts.value(State), m_plan.percent, m_theme));
    const qreal high = qMin<qreal>(height() - 8, px * 1.9);
    const QRectF box(left, (height() - high) / 2, own, high);
    const bool edged = m_theme.tokens().border > 1;
    painter.setPen(edged ? QPen(tint.ink, m_theme.tokens().border) : QPen(Qt::NoPen));
    painter.setBrush(tint.soft);
    painter.drawRoundedRect(box, high / 2, high / 2);
    const qreal side = px * 1.1;
    Icon::paint(painter, m_cells.icon, {box.left() + px * 0.7, (height() - side) / 2, side, side}, tint.ink);
    painter.setPen(tint.ink);
    TabularText(m_cells.texts.value(State), font)
        .draw(painter, {box.left() + px * 2.2, (height() + QFontMetricsF(font).capHeight()) / 2});
}
