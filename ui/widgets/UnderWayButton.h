// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/TouchButton.h"

/// 正在收款 ¥36.50 · 等待付款 · 返回: the payment that goes on while another page is up, in its state's colour; a touch
/// leads back to it.
class UnderWayButton : public TouchButton
{
    Q_OBJECT
public:
    UnderWayButton(const Theme &theme, QWidget *parent);

    void show(const TillView &view);
    using TouchButton::show;
    bool showsAllWords() const override;
    void fit() { setFixedHeight(44); }

protected:
    void paintContent(QPainter &painter, const QColor &ink) const override;

private:
    int fittingPx() const;
    qreal widthAt(int px) const;

    QString m_drawing;
    QColor m_ground;
    QColor m_letters;
};
