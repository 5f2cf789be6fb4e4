// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"

#include <QWidget>

/// A rounded word with an optional drawing before it. The base of state, badge and chip.
class Pill : public QWidget
{
    Q_OBJECT
public:
    Pill(const QString &name, int designPx, const Theme &theme, QWidget *parent);

    QString text() const { return m_text; }
    QString iconName() const { return m_icon; }
    QColor inkColour() const { return m_ink; }
    bool showsAllWords() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void setContent(const QString &text, const QString &icon, const QColor &ground, const QColor &ink);
    void paintEvent(QPaintEvent *event) override;

    const Theme &m_theme;

private:
    int widthAt(int px) const;
    int fittingPx() const;

    const int m_designPx;
    QString m_text;
    QString m_icon;
    QColor m_ground;
    QColor m_ink;
};
