// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/TouchButton.h"

/// A pill of the status strip that leads somewhere: a drawing, a word and its key; red while something waits.
class StripButton : public TouchButton
{
    Q_OBJECT
public:
    StripButton(const QString &name, const QString &icon, const QString &keyCap, const Theme &theme, QWidget *parent);

    void show(const QString &words, bool waits);
    using TouchButton::show;
    bool showsAllWords() const override { return sizeHint().width() <= width() + 1; }
    QSize sizeHint() const override;

protected:
    void paintContent(QPainter &painter, const QColor &ink) const override;

private:
    QFont wordsFont() const { return m_theme.font(14, m_waits ? QFont::DemiBold : QFont::Normal); }
    QFont capFont() const { return m_theme.font(13, QFont::Medium); }
    qreal side() const { return m_theme.text(12); }
    qreal iconSize() const { return m_waits ? m_theme.text(21) : 0; } ///< with the gap after it

    const QString m_pillIcon;
    const QString m_keyCap;
    bool m_waits = false;
};
