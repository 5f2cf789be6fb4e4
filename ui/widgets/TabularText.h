// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QPointF>
#include <QString>

class QPainter;

/// A line of text whose digits all take the same width, so that an amount or a clock does not dance while it changes.
/// Inter's own tabular digits can't be asked for before Qt 6.7; this is the one place that does without them.
class TabularText
{
public:
    TabularText(const QString &text, const QFont &font);

    qreal width() const { return m_width; }
    /// In the painter's pen, from the left end of the baseline.
    void draw(QPainter &painter, QPointF baseline) const;

private:
    template <typename Piece> void forEachPiece(Piece piece) const; ///< piece(text, left)

    QString m_text;
    QFont m_font;
    qreal m_digitWidth = 0;
    qreal m_width = 0;
};
