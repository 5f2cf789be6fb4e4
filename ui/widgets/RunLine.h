// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"

#include <QWidget>

/// One line of words in several weights, sizes and colours, with small drawings between: 上一单 ✓ ¥18.00 · 10:39:51.
/// Digits are tabular, and all stand on one baseline. Shrinks a little before it would be clipped.
class RunLine : public QWidget
{
    Q_OBJECT
public:
    struct Run
    {
        QString text;
        QColor colour;
        int designPx = 16;
        QFont::Weight weight = QFont::Normal;
        QString icon = {}; ///< instead of text
        int gapAfter = 0; ///< design pixels
    };

    RunLine(const QString &name, const Theme &theme, QWidget *parent);

    void setRuns(const QList<Run> &runs);
    void setAlignment(Qt::Alignment alignment) { m_alignment = alignment; }
    QString text() const;
    bool showsAllWords() const { return widthAt(0.7) <= width() + 1; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont fontOf(const Run &run, qreal scale) const;
    qreal widthOf(const Run &run, qreal scale) const;
    qreal widthAt(qreal scale) const;

    const Theme &m_theme;
    QList<Run> m_runs;
    Qt::Alignment m_alignment = Qt::AlignLeft;
};
