// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/TouchButton.h"

/// One line of a list as a button: an amount and what it is at the left, a state in a pill at the right.
class RowButton : public TouchButton
{
    Q_OBJECT
public:
    struct Row
    {
        QString id;
        QString amount;
        QString detail; ///< quieter, under or beside the amount
        QString pill;
        QString icon; ///< of the pill
        const Tint *tint = nullptr; ///< of the pill
    };

    RowButton(const QString &name, const Theme &theme, QWidget *parent);

    void show(const Row &row, bool chosen);
    using TouchButton::show;
    const QString &id() const { return m_row.id; }
    bool showsAllWords() const override;

protected:
    void paintContent(QPainter &painter, const QColor &ink) const override;

private:
    enum class Way {
        OneLine, ///< the detail stands beside the amount
        TwoLines, ///< under it
        Stacked, ///< under amount and pill
    };
    struct Plan
    {
        QFont amount;
        QFont detail;
        QFont pill;
        Way way = Way::OneLine;
        qreal pillWidth = 0;
        bool fits = false;
    };
    Plan plan() const;
    Plan planAt(int percent, Way way) const;
    void paintPill(QPainter &painter, const Plan &plan, qreal middle) const;
    qreal pad() const { return qMax(14, m_theme.space(20)); }

    Row m_row;
};
