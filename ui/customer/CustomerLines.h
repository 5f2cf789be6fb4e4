// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"
#include "ui/customer/CustomerView.h"
#include "ui/widgets/Card.h"

/// The lines of a bill on a card: name, how many, what they cost. The newest are at the bottom; where not all fit, the
/// oldest are counted in one line at the top.
class CustomerLines : public Card
{
    Q_OBJECT
public:
    CustomerLines(const Theme &theme, QWidget *parent);

    void show(const QList<CustomerLine> &lines);
    using QWidget::show;
    void fit();
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int shownLines() const; ///< of the bill, with the height there is

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int rowHeight() const { return m_theme.text(24) * 2; }
    void paintLine(QPainter &painter, const QRectF &row, const CustomerLine &line) const;

    QList<CustomerLine> m_lines;
};
