// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"

#include <QPushButton>

/// A button of the till: at least 44x44, reached by Tab but never focused by a touch, and deaf to Enter, which is
/// Pay's. The style sheet draws its ground by the property "tone"; what stands on it is drawn here or by a subclass.
class TouchButton : public QPushButton
{
    Q_OBJECT
public:
    TouchButton(const QString &name, const QString &tone, const Theme &theme, QWidget *parent);

    void setTone(const QString &tone);
    QString tone() const { return property("tone").toString(); }
    void setIconName(const QString &icon);
    QString iconName() const { return m_icon; }
    /// Label, size and weight in design pixels.
    void setType(int designPx, QFont::Weight weight);
    /// False when the words had to be cut to fit; the tests look.
    virtual bool showsAllWords() const;
    /// The key that does the same, as it is shown.
    QString keyCap() const { return property("keyCap").toString(); }
    bool isOneOfMany() const; ///< a row or a line of a list
    bool isChosen() const; ///< by its tone
    /// Tells screen readers only what is new: a view is shown again every second.
    void setAccessibleName(const QString &name);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    virtual void paintContent(QPainter &painter, const QColor &ink) const;
    void paintRing(QPainter &painter) const; ///< around the one that has the focus
    QColor ink() const; ///< what is read on this tone
    QFont labelFont() const { return m_theme.font(m_designPx, m_weight); }

    const Theme &m_theme;

private:
    int radius() const; ///< of the style sheet's corners

    QString m_icon;
    int m_designPx = 18;
    QFont::Weight m_weight = QFont::DemiBold;
};
