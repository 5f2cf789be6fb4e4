// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Wish.h"
#include "ui/widgets/Card.h"

class ActionButton;
class BillRow;
class RunLine;
class TouchButton;
class TruthLine;

/// What is being rung up, line by line, the newest always in sight, a tapped one with its −, + and ×; with nothing
/// there, the three steps of a sale. Discounts, 挂单 and 取单 at its head; its foot is the line of truth.
class BillCard : public Card
{
    Q_OBJECT
public:
    BillCard(const Theme &theme, QWidget *parent);

    void show(const TillView &view);
    using Card::show;
    void fit();
    /// Lines that have a place at this height.
    int visibleLines() const;

signals:
    void wished(const Wish &wish);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeHead();
    TouchButton *mender(const char *name, const char *icon, Wish::Kind kind);
    void showHead(const TillView &view);
    void arrange();
    void placeRow(BillRow *row, const SellingView::Line &line, int top);
    BillRow *rowAt(qsizetype place);
    int rowHeight() const { return m_theme.control(50); }
    int headHeight() const { return m_theme.control(46) + 2 * headAir(); }
    int headAir() const { return m_theme.density() == Theme::Density::Tiny ? 1 : m_theme.space(12); }
    int footHeight() const;
    void paintSteps(QPainter &painter) const;

    RunLine *m_title;
    TouchButton *m_goods; ///< to the goods, where there is no row of them
    ActionButton *m_discounts;
    ActionButton *m_hold;
    ActionButton *m_held;
    TruthLine *m_notice;
    TouchButton *m_earlier;
    TouchButton *m_less;
    TouchButton *m_more;
    TouchButton *m_remove;
    QList<BillRow *> m_rows; ///< as many as were ever needed; hidden when not
    QList<SellingView::Line> m_lines;
    QString m_chosen;
    int m_page = 0;
};
