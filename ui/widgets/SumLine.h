// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"

#include <QWidget>

/// 应收   6 + 8.5 + 3: a label and the sum behind it. A sum too long for the line loses its oldest terms; the bill has
/// them.
class SumLine : public QWidget
{
    Q_OBJECT
public:
    SumLine(const Theme &theme, QWidget *parent);

    void setText(const QString &label, const QString &sum);
    QString shownSum() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {m_theme.text(60), sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    qreal labelWidth() const;

    const Theme &m_theme;
    QString m_label;
    QString m_sum;
};
