// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/TouchButton.h"

/// The one next step: 收款 ¥36.50 [Enter]. Above the shop's limit it turns amber and asks for a second press.
class PayButton : public TouchButton
{
    Q_OBJECT
public:
    PayButton(const Theme &theme, QWidget *parent);

    void show(const TillView &view);
    using TouchButton::show;
    bool showsAllWords() const override;

protected:
    void paintContent(QPainter &painter, const QColor &ink) const override;

private:
    struct Plan
    {
        QStringList lines; ///< two in a narrow place: the words, and the amount under them
        QFont font;
        bool cap = true;
        bool fits = false;
    };
    void showRefund(const RefundView &refund);
    void showSheet(const TillView &view);
    Plan plan() const;
    QFont capFont() const { return m_theme.font(14, QFont::Medium); }
    qreal capWidth() const;
    void paintCap(QPainter &painter, const QRectF &box, const QColor &ink) const;
};
