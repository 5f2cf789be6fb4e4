// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SaleLines.h"

#include "ui/Wording.h"
#include "ui/widgets/SpokenFaces.h"
#include "ui/widgets/TabularText.h"

#include <QPainter>

using LineKind = SellingView::LineKind;

namespace {
bool isDiscount(const SellingView::Line &line)
{
    return line.kind != LineKind::Goods && line.kind != LineKind::Typed;
}
} // namespace

SaleLines::SaleLines(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("saleLines"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

QString SaleLines::amountOf(const SellingView::Line &line)
{
    if (!line.amount)
        return {};
    return (isDiscount(line) ? QStringLiteral("− ¥ ") : QStringLiteral("¥ ")) + line.amount->yuanGrouped();
}

void SaleLines::show(const QList<SellingView::Line> &lines)
{
    m_lines = lines;
    QStringList spoken;
    for (const SellingView::Line &line : lines)
        spoken.append((line.quantity.isEmpty() ? QString() : line.quantity + QStringLiteral(" × "))
                      + Wording::lineName(line) + u' ' + amountOf(line));
    SpokenFaces::name(this, spoken.join(u'\n'));
    update();
}

void SaleLines::fitInto(int height)
{
    const int rows = qMin(int(m_lines.size()), height / rowHeight());
    const bool some = rows > 0 && (rows > 1 || m_lines.size() == 1);
    setVisible(some);
    if (some)
        setFixedHeight(rows * rowHeight());
}

int SaleLines::shownLines() const
{
    const int rows = height() / rowHeight();
    const int lines = int(m_lines.size());
    return lines <= rows ? lines : qMax(0, rows - 1); // one row says how many more there are
}

void SaleLines::paintEvent(QPaintEvent *)
{
    const int hidden = int(m_lines.size()) - shownLines();
    QPainter painter(this);
    QRectF row(0, 0, width(), rowHeight());
    const auto next = [&] {
        row.translate(0, rowHeight());
        painter.setPen(QPen(m_theme.tokens().line, m_theme.tokens().border));
        if (row.top() < height() - 1)
            painter.drawLine(QPointF(0, row.top() - 0.5), QPointF(width(), row.top() - 0.5));
    };
    if (hidden > 0) {
        painter.setFont(m_theme.font(16));
        painter.setPen(m_theme.tokens().muted);
        painter.drawText(row, Qt::AlignVCenter, Wording::earlierLines(hidden));
        next();
    }
    for (const SellingView::Line &line : m_lines.mid(hidden)) {
        paintLine(painter, row, line);
        next();
    }
}

void SaleLines::paintLine(QPainter &painter, const QRectF &row, const SellingView::Line &line) const
{
    const ThemeTokens &tokens = m_theme.tokens();
    const QFont plain = m_theme.font(16);
    const QFontMetricsF metrics(plain);
    const qreal base = row.center().y() + metrics.capHeight() / 2;
    const TabularText amount(amountOf(line), m_theme.font(16, QFont::DemiBold));
    const qreal left = qMax<qreal>(m_theme.space(68), m_theme.text(46));
    painter.setPen(tokens.muted);
    if (!isDiscount(line))
        TabularText(line.quantity + QStringLiteral(" ×"), plain).draw(painter, {0, base});
    painter.setPen(isDiscount(line) ? tokens.muted : tokens.ink);
    const qreal room = row.width() - left - amount.width() - m_theme.space(12);
    TabularText(metrics.elidedText(Wording::lineName(line), Qt::ElideRight, room), plain).draw(painter, {left, base});
    painter.setPen(isDiscount(line) ? tokens.accent.ink : tokens.ink);
    amount.draw(painter, {row.width() - amount.width(), base});
}
