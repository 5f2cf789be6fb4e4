// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/TouchButton.h"

/// What is typed to find something by, or what may be: keys go there by themselves, wherever the focus is; a touch asks
/// for keys to touch.
class SearchLine : public TouchButton
{
    Q_OBJECT
public:
    SearchLine(const QString &name, const Theme &theme, QWidget *parent);

    /// hint: in place of the text while there is none. reading: how the text is understood, where there is room.
    void show(const QString &text, const QString &hint, const QString &reading);
    using TouchButton::show;
    bool showsAllWords() const override { return !m_text.isEmpty() || hintFont().second; }

protected:
    void paintContent(QPainter &painter, const QColor &ink) const override;

private:
    qreal pad() const { return qMax(10, m_theme.space(18)); }
    std::pair<QFont, bool> hintFont() const; ///< and whether the hint fits
    void paintTyped(QPainter &painter, const QColor &ink) const;

    QString m_text;
    QString m_hint;
    QString m_reading;
};
