// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/TouchButton.h"

/// A button with its words at the left and the key that does the same at the right: 取消收款 [Esc].
/// In a narrow place the words take two lines; when even that is too little the key cap goes first.
class ActionButton : public TouchButton
{
    Q_OBJECT
public:
    ActionButton(const QString &name, const QString &tone, const QString &keyCap, const Theme &theme, QWidget *parent);

    void setCentred(bool centred) { m_centred = centred; } ///< words and cap together in the middle
    bool showsAllWords() const override;
    QSize sizeHint() const override;

protected:
    void paintContent(QPainter &painter, const QColor &ink) const override;

private:
    struct Plan
    {
        QFont font;
        QRectF words;
        QRectF cap; ///< empty when there is no room for it
        bool fits = true;
    };
    Plan plan() const;
    QSizeF capSize() const;

    const QString m_keyCap;
    bool m_centred = false;
};
