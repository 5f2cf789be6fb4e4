// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Wish.h"
#include "ui/widgets/OrderRow.h"

class RunLine;

/// Orders in columns: as many as there is room for, with the page that holds the chosen one in sight and buttons to
/// those before and after. In a narrow place the cashier goes first, then the pickup number.
class OrderTable : public QWidget
{
    Q_OBJECT
public:
    OrderTable(const Theme &theme, QWidget *parent);

    void show(const HistoryView &history);
    using QWidget::show;

signals:
    void wished(const Wish &wish);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    int rowHeight() const { return m_theme.control(50); }
    int headHeight() const { return qMax(20, m_theme.text(40)); }
    int footHeight() const { return m_theme.control(48) + 4; }
    int side() const { return qMax(12, m_theme.space(18)); }
    void arrange();
    void arrangeFoot(qsizetype first, qsizetype shown, int places);
    OrderRow *rowAt(int place);
    OrderRow::Cells cellsOf(const OrderLine &line) const;
    OrderRow::Plan planFor(const QList<OrderRow::Cells> &rows) const;
    OrderRow::Plan planAt(const QList<OrderRow::Cells> &rows, int percent, int columns) const;
    bool isShownOfDays() const { return !m_history.day.isValid(); }

    const Theme &m_theme;
    HistoryView m_history;
    QStringList m_heads;
    OrderRow::Plan m_plan;
    QList<OrderRow *> m_rows; ///< as many as were ever needed; hidden when not
    TouchButton *m_newer;
    RunLine *m_count;
    TouchButton *m_older;
    int m_toNewer = 0; ///< rows from the chosen one to where the buttons lead
    int m_toOlder = 0;
};
