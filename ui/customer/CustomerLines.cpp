// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customer/CustomerLines.h"

#include "ui/Wording.h"
#include "ui/widgets/TabularText.h"

#include <QPainter>

CustomerLines::CustomerLines(const Theme &theme, QWidget *parent) : Card(QStringLiteral("customerLines"), theme, parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
}

void CustomerLines::show(const QList<CustomerLine> &lines)
{
    m_lines = lines;
    QStringList words;
    for (const CustomerLine &line : lines)
        words.append(Wording::customerLine(line));
    setAccessibleName(words.join(u'\n'));
    updateGeometry();
    update();
}

void CustomerLines::fit()
{
    updateGeometry();
    update();
}

/// No taller than the bill is long.
QSize CustomerLines::sizeHint() const
{
    return {m_theme.space(600), int(qMax<qsizetype>(1, m_lines.size())) * rowHeight() + 2 * m_theme.space(16)};
}

QSize CustomerLines::minimumSizeHint() const
{
    return {m_theme.space(200), 2 * rowHeight() + 2 * m_theme.space(16)};
}

int CustomerLines::shownLines() const
{
    const auto rows = qMax(1, (height() - 2 * m_theme.space(16)) / rowHeight());
    const auto lines = int(m_lines.size());
    return lines <= rows ? lines : qMax(1, rows - 1); // one row says how many more there are
}

void CustomerLines::paintEvent(QPaintEvent *event)
{
    Card::paintEvent(event);
    const int margin = m_theme.space(24);
    const int shown = shownLines();
    const qsizetype hidden = m_lines.size() - shown;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QRectF row(margin, m_theme.space(16), width() - 2 * margin, rowHeight());
    if (hidden > 0) {
        painter.setFont(m_theme.font(20));
        painter.setPen(m_theme.tokens().muted);
        painter.drawText(row, Qt::AlignVCenter, Wording::customerMoreLines(int(hidden)));
        row.translate(0, rowHeight());
    }
    for (qsizetype i = hidden; i < m_lines.size(); ++i) {
        paintLine(painter, row, m_lines[i]);
        row.translate(0, rowHeight());
        if (i + 1 < m_lines.size()) {
            painter.setPen(QPen(m_theme.tokens().line, m_theme.tokens().border));
            painter.drawLine(row.topLeft(), row.topRight());
        }
    }
}

void CustomerLines::paintLine(QPainter &painter, const QRectF &row, const CustomerLine &line) const
{
    const QFont font = m_theme.font(24);
    const QFontMetricsF metrics(font);
    const qreal baseline = row.center().y() + metrics.capHeight() / 2;
    const TabularText amount(Wording::money(line.amount), m_theme.font(24, QFont::DemiBold));
    const TabularText quantity(line.quantity == 1 ? QString() : QStringLiteral("× %1").arg(line.quantity), font);
    const qreal gap = m_theme.space(16);
    painter.setPen(m_theme.tokens().ink);
    amount.draw(painter, {row.right() - amount.width(), baseline});
    qreal right = row.right() - amount.width() - gap;
    if (line.quantity != 1) {
        painter.setPen(m_theme.tokens().muted);
        quantity.draw(painter, {right - quantity.width(), baseline});
        right -= quantity.width() + gap;
    }
    painter.setPen(m_theme.tokens().ink);
    painter.setFont(font);
    painter.drawText(QPointF(row.left(), baseline), metrics.elidedText(line.name, Qt::ElideRight, right - row.left()));
}
