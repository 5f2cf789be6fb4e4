// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/SellingView.h"
#include "ui/widgets/TouchButton.h"

/// One line of a bill: how many, of what, for how much. A tap chooses it; a discount stands there in green.
class BillRow : public TouchButton
{
    Q_OBJECT
public:
    BillRow(const QString &name, const Theme &theme, QWidget *parent);

    void show(const SellingView::Line &line, bool chosen);
    using TouchButton::show;
    const QString &id() const { return m_line.id; }
    bool showsAllWords() const override;

protected:
    void paintContent(QPainter &painter, const QColor &ink) const override;

private:
    bool isDiscount() const;
    QString amountText() const;
    QFont fontOf(QFont::Weight weight) const { return m_theme.font(16, weight); }
    qreal wordsLeft() const;
    qreal wordsRoom() const;
    qreal few() const; ///< characters of the name
    bool isStacked() const;
    void paintStacked(QPainter &painter, const QColor &ink) const;

    SellingView::Line m_line;
};
