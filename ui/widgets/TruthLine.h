// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Theme.h"

#include <QWidget>

/// The one line of truth: what happened and what to do, in the colour of how much it matters; the code for support
/// small. It has a fixed place and fits its words into it.
class TruthLine : public QWidget
{
    Q_OBJECT
public:
    enum class Lift { AtTheBottom, Centred };

    TruthLine(const Theme &theme, QWidget *parent);

    void setLift(Lift lift) { m_lift = lift; }
    /// Says the notice, or what else is worth saying in a quiet moment.
    void show(const TillView &view, const QString &whenQuiet = {});
    using QWidget::show;
    QString text() const { return m_words; }
    bool showsAllWords() const;
    QSize minimumSizeHint() const override { return {60, m_theme.text(22)}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Plan
    {
        QFont font;
        QRectF box;
        QRectF words;
        QRectF code;
        bool fits = false;
    };
    Plan plan() const;
    const Tint &tint() const;
    bool isLoud() const;
    bool isBoxed() const; ///< loud, and with room for a ground and a drawing

    const Theme &m_theme;
    Lift m_lift = Lift::AtTheBottom;
    QString m_words;
    QString m_code;
    Notice::Kind m_kind = Notice::Kind::None;
};
