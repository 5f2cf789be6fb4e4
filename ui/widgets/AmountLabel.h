// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"

#include <QWidget>
#include <optional>

/// An amount of money, large: the yen sign half the size and muted, tabular digits, what is not typed yet pale.
/// Shrinks to fit; ¥99,999.99 is whole on every page.
class AmountLabel : public QWidget
{
    Q_OBJECT
public:
    AmountLabel(const QString &name, int designPx, const Theme &theme, QWidget *parent);

    void setAmount(const QString &typed, const QString &pale = {});
    void setAlignment(Qt::Alignment alignment) { m_alignment = alignment; }
    /// Instead of the theme's ink and muted: on the paid panel.
    void setColours(const QColor &digits, const QColor &yen);
    QString text() const { return m_typed + m_pale; }
    /// Where the digits and the sign are drawn, in widget coordinates.
    QRectF inkRect() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Plan
    {
        int px;
        qreal yenWidth; ///< with the gap after it
        qreal width;
    };
    Plan planFor(int px) const;
    Plan fittingPlan() const;

    const Theme &m_theme;
    const int m_designPx;
    QString m_typed;
    QString m_pale;
    Qt::Alignment m_alignment = Qt::AlignLeft;
    std::optional<QColor> m_digitColour;
    std::optional<QColor> m_yenColour;
};
