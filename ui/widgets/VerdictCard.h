// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/Wish.h"
#include "ui/widgets/Card.h"

class QLabel;
class QVBoxLayout;
class RunLine;

/// What WeChat says about a number from a customer's phone: a colour, a drawing, a word, and the order it is about.
class VerdictCard : public QWidget
{
    Q_OBJECT
public:
    VerdictCard(const Theme &theme, QWidget *parent);

    void show(const CheckView &check);
    using QWidget::show;
    void fit();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int disc() const { return qMax(34, m_theme.space(92)); }

    const Theme &m_theme;
    QVBoxLayout *m_rows;
    QString m_icon;
    Tint m_tint;
    QLabel *m_word;
    RunLine *m_order;
    QLabel *m_says;
};
