// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"
#include "ui/models/Wish.h"

#include <QWidget>

class Card;
class ExportCard;
class FindPad;
class OrderCard;
class OrderTable;
class QLabel;
class QStackedLayout;
class SearchLine;
class TouchButton;

/// F3: one search line, the day, how they stand, and the orders that fit at the left; the chosen one at the right, or
/// keys to touch, or an export.
class HistoryPage : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryPage(const Theme &theme, QWidget *parent = nullptr);

    void show(const TillView &view);
    using QWidget::show;
    void fit();

signals:
    void wished(const Wish &wish);

private:
    QWidget *makeLeft();
    QWidget *makeRight();
    TouchButton *addButton(const char *name, const char *tone, const Wish &wish);
    void showHead(const HistoryView &history);
    void showSays(const HistoryView &history);

    const Theme &m_theme;
    Card *m_left;
    SearchLine *m_search;
    TouchButton *m_earlier;
    TouchButton *m_day;
    TouchButton *m_later;
    TouchButton *m_export;
    QList<TouchButton *> m_filters;
    OrderTable *m_table;
    QLabel *m_says;
    QStackedLayout *m_sides;
    OrderCard *m_order;
    FindPad *m_pad;
    ExportCard *m_exporting;
};
