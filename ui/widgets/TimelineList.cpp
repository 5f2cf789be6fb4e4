// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/TimelineList.h"

#include "ui/Wording.h"
#include "ui/widgets/SpokenFaces.h"

#include <QLocale>
#include <QPainter>

TimelineList::TimelineList(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("timelineList"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
}

void TimelineList::show(const TimelineView &view)
{
    m_view = view;
    QStringList spoken;
    for (const TimelineView::Row &row : view.rows.mid(qsizetype(page()) * rowsOnPage(), rowsOnPage()))
        spoken.append(cellsOf(row).join(u' '));
    SpokenFaces::name(this, spoken.join(u'\n'));
    update();
}

int TimelineList::pages() const
{
    return qMax(1, (int(m_view.rows.size()) + rowsOnPage() - 1) / rowsOnPage());
}

QStringList TimelineList::cellsOf(const TimelineView::Row &row)
{
    const QLocale plain = QLocale::c(); // the same digits in either language
    return {plain.toString(row.ms), Wording::witness(row.source), Wording::mark(row)};
}

void TimelineList::paintRow(QPainter &painter, const QRect &where, const QStringList &cells, bool head) const
{
    const ThemeTokens &tokens = m_theme.tokens();
    const int msWidth = m_theme.text(96);
    const int whoWidth = m_theme.text(150);
    const int gap = m_theme.space(20);
    const QRect ms(where.left(), where.top(), msWidth, where.height());
    const QRect who(ms.right() + gap, where.top(), whoWidth, where.height());
    const QRect what(who.right() + gap, where.top(), where.right() - who.right() - gap, where.height());
    painter.setFont(m_theme.font(16, head ? QFont::DemiBold : QFont::Normal));
    const QFontMetrics metrics(painter.font());
    const auto fitted = [&metrics](const QString &text, const QRect &room) {
        return metrics.elidedText(text, Qt::ElideRight, room.width());
    };
    painter.setPen(tokens.muted);
    painter.drawText(ms, Qt::AlignRight | Qt::AlignVCenter, cells[0]);
    painter.drawText(who, Qt::AlignLeft | Qt::AlignVCenter, fitted(cells[1], who));
    painter.setPen(head ? tokens.muted : tokens.ink);
    painter.drawText(what, Qt::AlignLeft | Qt::AlignVCenter, fitted(cells[2], what));
}

void TimelineList::paintEvent(QPaintEvent *)
{
    if (m_view.rows.isEmpty())
        return;
    QPainter painter(this);
    QRect where(0, 0, width(), rowHeight());
    paintRow(painter, where, Wording::timelineHeads(), true);
    painter.setPen(m_theme.tokens().line);
    painter.drawLine(where.bottomLeft(), where.bottomRight());
    for (const TimelineView::Row &row : m_view.rows.mid(qsizetype(page()) * rowsOnPage(), rowsOnPage())) {
        where.translate(0, rowHeight());
        paintRow(painter, where, cellsOf(row), false);
    }
}
