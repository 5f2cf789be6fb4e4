// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Card.h"

class QVBoxLayout;
class RunLine;
class SaleLines;
class TruthLine;

/// The sale that is being paid: its two names, what was rung up or else its amount, and the one line of truth.
class SaleCard : public Card
{
    Q_OBJECT
public:
    SaleCard(const Theme &theme, QWidget *parent);

    void show(const TillView &view);
    using Card::show;
    void fit();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Row
    {
        RunLine *label;
        RunLine *value;
    };
    void addRow(Row &row, const QString &name);
    void setRow(const Row &row, const QString &label, const QString &value);
    void arrange();

    QVBoxLayout *m_column;
    RunLine *m_title;
    RunLine *m_number; ///< beside the title, where the lines stand
    SaleLines *m_lines;
    Row m_amount;
    Row m_tail;
    TruthLine *m_truth;
};
