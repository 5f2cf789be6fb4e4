// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"
#include "ui/models/SellingView.h"

#include <QWidget>

/// What is being paid, as it was rung up; where not all of it has room the newest, and how many more there are.
class SaleLines : public QWidget
{
    Q_OBJECT
public:
    SaleLines(const Theme &theme, QWidget *parent);

    void show(const QList<SellingView::Line> &lines);
    using QWidget::show;
    bool isEmpty() const { return m_lines.isEmpty(); }
    /// Takes as much of the height as it needs; nothing when not even two rows have room.
    void fitInto(int height);
    int shownLines() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int rowHeight() const { return m_theme.space(46); }
    void paintLine(QPainter &painter, const QRectF &row, const SellingView::Line &line) const;
    static QString amountOf(const SellingView::Line &line);

    const Theme &m_theme;
    QList<SellingView::Line> m_lines;
};
