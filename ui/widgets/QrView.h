// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"
#include "ui/widgets/QrSymbol.h"

#include <QWidget>

/// The code on its white plate, framed in the colour of the state. Whole device pixels to a module at any scale, black
/// on white in every theme, nothing ever drawn over it. Without a code the plate says by a drawing why there is none.
class QrView : public QWidget
{
    Q_OBJECT
public:
    static constexpr int minLogicalPx = 320;
    static constexpr int minMillimetres = 45;
    static constexpr int minDevicePixelsPerModule = 3;

    QrView(const Theme &theme, QWidget *parent);

    /// A code, or why there is none.
    struct Face
    {
        QString text; ///< what the code says; empty: there is none
        QString name; ///< for screen readers
        QString icon; ///< in place of a code
        Tint tint;
    };
    void show(const Face &face);
    void show(const TillView &view);
    using QWidget::show;
    bool showsCode() const { return !m_symbol.isEmpty(); }
    /// Device pixels to a module as it is drawn now.
    int pixelsPerModule() const;
    /// The code with its quiet zone, in device pixels from the top left of the widget.
    QRectF codeRect() const;

    QSize sizeHint() const override { return minimumSizeHint(); }
    /// Enough for the greatest of 320 logical pixels, 45 mm on this screen and 3 device pixels a module.
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return false; }

signals:
    /// The code is on the screen now; once for each code.
    void codePainted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int frameWidth() const { return qMax(4, m_theme.space(6)); }
    qreal radius() const;
    int inset() const; ///< from the plate's edge to where the quiet zone may begin, clear of the round corners
    QRectF plate() const; ///< the largest square, logical pixels
    void paintWhyNot(QPainter &painter, const QRectF &plate) const;

    const Theme &m_theme;
    Face m_face;
    QrSymbol m_symbol;
    int m_modules; ///< of the last code there was: the plate keeps its size when its code goes
    bool m_painted = false; ///< it has been told of m_symbol
    QImage m_drawn; ///< of m_symbol, at the scale it was last painted with; null after another code
};
