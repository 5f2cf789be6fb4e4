// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/BillLines.h"
#include "ui/widgets/Card.h"

class TruthLine;

/// What is being rung up, line by line, the newest always in sight; with nothing typed, the three steps of a sale.
/// Its foot is the line of truth.
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

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QRectF inner() const;
    int rowHeight() const { return m_theme.space(50) < 30 ? 30 : m_theme.space(50); }
    int footHeight() const { return m_theme.control(70); }
    void paintLines(QPainter &painter) const;
    void paintSteps(QPainter &painter) const;

    TruthLine *m_notice;
    QList<BillLines::Line> m_lines;
    bool m_single = false; ///< one amount only, without + or ×
};
