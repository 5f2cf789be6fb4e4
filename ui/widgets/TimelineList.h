// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"
#include "ui/models/TimelineView.h"

#include <QWidget>

/// One page of an order's timeline in three columns: milliseconds, who, and what in words.
class TimelineList : public QWidget
{
    Q_OBJECT
public:
    TimelineList(const Theme &theme, QWidget *parent);

    void show(const TimelineView &view);
    using QWidget::show;
    /// 1 or more, for the height there is.
    int pages() const;
    /// The page that is shown, 0 to pages() - 1.
    int page() const { return m_view.page % pages(); }

signals:
    /// There is room for more rows now, or for less.
    void resized();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *) override { emit resized(); }

private:
    int rowHeight() const { return qMax(20, m_theme.text(30)); }
    int rowsOnPage() const { return qMax(1, height() / rowHeight() - 1); } ///< beside the heads of the columns
    void paintRow(QPainter &painter, const QRect &where, const QStringList &cells, bool head) const;
    static QStringList cellsOf(const TimelineView::Row &row);

    const Theme &m_theme;
    TimelineView m_view;
};
