// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/OrderTable.h"

#include "ui/Wording.h"
#include "ui/widgets/OrderPill.h"
#include "ui/widgets/RunLine.h"
#include "ui/widgets/SpokenFaces.h"

#include <QPainter>

using Column = OrderRow::Column;

OrderTable::OrderTable(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme),
      m_newer(new TouchButton(QStringLiteral("ordersNewer"), QStringLiteral("flat"), theme, this)),
      m_count(new RunLine(QStringLiteral("ordersCount"), theme, this)),
      m_older(new TouchButton(QStringLiteral("ordersOlder"), QStringLiteral("flat"), theme, this))
{
    setObjectName(QStringLiteral("orderTable"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_count->setAlignment(Qt::AlignHCenter);
    for (TouchButton *button : {m_newer, m_older})
        button->setType(16, QFont::DemiBold);
    connect(m_newer, &QPushButton::clicked, this,
            [this] { emit wished({.kind = Wish::Kind::MoreRows, .count = m_toNewer}); });
    connect(m_older, &QPushButton::clicked, this,
            [this] { emit wished({.kind = Wish::Kind::MoreRows, .count = m_toOlder}); });
}

void OrderTable::show(const HistoryView &history)
{
    m_history = history;
    m_heads = Wording::orderHeads();
    SpokenFaces::name(this, Wording::tabOrders());
    SpokenFaces::describe(this, m_heads.join(u' '));
    arrange();
    update();
}

void OrderTable::resizeEvent(QResizeEvent *)
{
    arrange();
}

OrderRow *OrderTable::rowAt(int place)
{
    while (m_rows.size() <= place) {
        auto *row = new OrderRow(QStringLiteral("order") + QString::number(m_rows.size()), m_theme, this);
        connect(row, &QPushButton::clicked, this, [this, row] { emit wished({Wish::Kind::Pick, row->id()}); });
        m_rows.append(row);
    }
    return m_rows.at(place);
}

OrderRow::Cells OrderTable::cellsOf(const OrderLine &line) const
{
    return {.texts = {Wording::orderTime(line.at, isShownOfDays()), line.pickupNo, Wording::orderTail(line.tail),
                      Wording::money(line.amount), Wording::orderState(line), m_history.names.value(line.by, line.by)},
            .icon = OrderPill::iconOf(line),
            .tint = &OrderPill::tintOf(line, m_theme)};
}

OrderRow::Plan OrderTable::planAt(const QList<OrderRow::Cells> &rows, int percent, int columns) const
{
    const QFont head = m_theme.font(14, QFont::DemiBold);
    const qreal widestCashier = m_theme.text(110);
    OrderRow::Plan plan{.left = {}, .width = QList<qreal>(Column::ColumnCount, 0), .percent = percent};
    qreal need = 0;
    int shown = 0;
    for (int column = 0; column < Column::ColumnCount; ++column) {
        const bool isLeftOut = (column == Column::Cashier && columns < 6) || (column == Column::Pickup && columns < 5);
        if (isLeftOut)
            continue;
        qreal width = QFontMetricsF(head).horizontalAdvance(m_heads.value(column));
        for (const OrderRow::Cells &row : rows)
            width = qMax(width, OrderRow::widthOf(column, row.texts.value(column), percent, m_theme));
        plan.width[column] = column == Column::Cashier ? qMin(width, widestCashier) : width;
        need += plan.width.at(column);
        ++shown;
    }
    const qreal spare = width() - 2 * side() - need;
    const qreal gap = spare / (shown - 1);
    plan.fits = gap >= m_theme.space(14);
    qreal left = side();
    for (int column = 0; column < Column::ColumnCount; ++column) {
        plan.left.append(left);
        if (plan.width.at(column) > 0)
            left += plan.width.at(column) + gap;
    }
    return plan;
}

OrderRow::Plan OrderTable::planFor(const QList<OrderRow::Cells> &rows) const
{
    for (int percent = 100; percent >= 70; percent -= 10) {
        for (const int columns : {6, 5, 4}) {
            const auto plan = planAt(rows, percent, columns);
            if (plan.fits)
                return plan;
        }
    }
    return planAt(rows, 70, 4);
}

void OrderTable::arrange()
{
    const qsizetype all = m_history.lines.size();
    const int room = height() - headHeight();
    int places = qMax(1, room / rowHeight());
    const bool paged = all > places;
    if (paged)
        places = qMax(1, (room - footHeight()) / rowHeight());
    const auto chosen = std::find_if(m_history.lines.begin(), m_history.lines.end(),
                                     [this](const OrderLine &line) { return line.number == m_history.chosen; });
    const qsizetype at = chosen == m_history.lines.end() ? 0 : chosen - m_history.lines.begin();
    const qsizetype first = at / places * places;
    const auto shown = m_history.lines.mid(first, places);
    QList<OrderRow::Cells> cells;
    for (const OrderLine &line : shown)
        cells.append(cellsOf(line));
    m_plan = planFor(cells);
    for (int place = 0; place < int(shown.size()); ++place) {
        OrderRow *row = rowAt(place);
        row->setGeometry(0, headHeight() + place * rowHeight(), width(), rowHeight());
        row->show(shown.at(place).number, cells.at(place), m_plan, shown.at(place).number == m_history.chosen);
        row->setVisible(true);
    }
    for (qsizetype place = shown.size(); place < m_rows.size(); ++place)
        m_rows.at(place)->setVisible(false);
    m_toNewer = int(first - places - at);
    m_toOlder = int(first + places - at);
    arrangeFoot(first, shown.size(), paged ? places : 0);
}

void OrderTable::arrangeFoot(qsizetype first, qsizetype shown, int places)
{
    const bool paged = places > 0;
    const int top = headHeight() + places * rowHeight() + 4;
    const int high = footHeight() - 4;
    const int wide = qMax(88, m_theme.space(130));
    m_newer->setGeometry(0, top, wide, high);
    m_count->setGeometry(wide, top, qMax(0, width() - 2 * wide), high);
    m_older->setGeometry(width() - wide, top, wide, high);
    m_newer->setText(Wording::newerRows());
    m_older->setText(Wording::olderRows());
    m_count->setRuns({{Wording::historyRows(first + 1, first + shown, m_history.lines.size(), m_history.hasMore),
                       m_theme.tokens().muted, 14}});
    for (TouchButton *button : {m_newer, m_older})
        button->setAccessibleName(button->text());
    m_newer->setEnabled(first > 0);
    m_older->setEnabled(first + shown < m_history.lines.size());
    for (QWidget *part : QList<QWidget *>{m_newer, m_count, m_older})
        part->setVisible(paged);
}

void OrderTable::paintEvent(QPaintEvent *)
{
    if (m_history.lines.isEmpty())
        return;
    QPainter painter(this);
    const QFont font = m_theme.font(14, QFont::DemiBold);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(m_theme.tokens().muted);
    const qreal base = (headHeight() + metrics.capHeight()) / 2;
    for (int column = 0; column < Column::ColumnCount && column < m_plan.width.size(); ++column) {
        const qreal width = m_plan.width.at(column);
        if (width < 1)
            continue;
        const QString head = m_heads.value(column);
        const qreal right = column == Column::Amount ? width - metrics.horizontalAdvance(head) : 0;
        painter.drawText(QPointF(m_plan.left.at(column) + right, base), head);
    }
    painter.setPen(QPen(m_theme.tokens().line, m_theme.tokens().border));
    painter.drawLine(QPointF(0, headHeight() - 0.5), QPointF(width(), headHeight() - 0.5));
}
