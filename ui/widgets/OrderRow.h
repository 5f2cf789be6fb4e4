// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/TouchButton.h"

/// One order as a line of the table, its cells under the table's heads.
class OrderRow : public TouchButton
{
    Q_OBJECT
public:
    enum Column { Time, Pickup, Number, Amount, State, Cashier, ColumnCount };
    struct Cells
    {
        QStringList texts; ///< by column
        QString icon; ///< of State
        const Tint *tint = nullptr; ///< of State
    };
    /// Where each column begins and how wide it is; narrower than 1: it is not shown.
    struct Plan
    {
        QList<qreal> left;
        QList<qreal> width;
        int percent = 100; ///< of the type's size
        bool fits = false;
    };

    OrderRow(const QString &name, const Theme &theme, QWidget *parent);

    void show(const QString &id, const Cells &cells, const Plan &plan, bool chosen);
    using TouchButton::show;
    const QString &id() const { return m_id; }
    bool showsAllWords() const override { return m_plan.fits; }

    static QFont fontOf(int column, int percent, const Theme &theme);
    /// What a cell takes; the state is a pill.
    static qreal widthOf(int column, const QString &text, int percent, const Theme &theme);

protected:
    void paintContent(QPainter &painter, const QColor &ink) const override;

private:
    void paintPill(QPainter &painter, qreal left, qreal width) const;

    QString m_id;
    Cells m_cells;
    Plan m_plan;
};
