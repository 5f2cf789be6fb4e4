// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/AmountLabel.h"

#include "ui/Wording.h"
#include "ui/widgets/SpokenFaces.h"
#include "ui/widgets/TabularText.h"

#include <QPainter>

namespace {
constexpr int sidePx = 2; ///< glyphs reach a little over their cells
QFont digits(int px)
{
    return Theme::fontOfPixels(px, QFont::Bold);
}
QFont notTyped(int px)
{
    return Theme::fontOfPixels(px, QFont::Medium);
}
QFont yenSign(int px)
{
    return Theme::fontOfPixels(px / 2, QFont::DemiBold);
}
} // namespace

AmountLabel::AmountLabel(const QString &name, int designPx, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_designPx(designPx)
{
    setObjectName(name);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void AmountLabel::setAmount(const QString &typed, const QString &pale)
{
    m_typed = typed;
    m_pale = pale;
    SpokenFaces::name(this, Wording::yuan(typed + pale));
    update();
}

void AmountLabel::setColours(const QColor &digitColour, const QColor &yenColour)
{
    m_digitColour = digitColour;
    m_yenColour = yenColour;
    update();
}

AmountLabel::Plan AmountLabel::planFor(int px) const
{
    const qreal yen = QFontMetricsF(yenSign(px)).horizontalAdvance(QStringLiteral("¥")) + px * 0.11;
    return {px, yen, yen + TabularText(m_typed, digits(px)).width() + TabularText(m_pale, notTyped(px)).width()};
}

AmountLabel::Plan AmountLabel::fittingPlan() const
{
    const int tallest = qMin(m_theme.text(m_designPx), qMax(12, int(height() / 0.98)));
    Plan plan = planFor(tallest);
    if (plan.width > width() - 2 * sidePx)
        plan = planFor(qMax(12, int(tallest * (width() - 2 * sidePx) / plan.width)));
    while (plan.px > 12 && plan.width > width() - 2 * sidePx)
        plan = planFor(plan.px - 1);
    return plan;
}

QRectF AmountLabel::inkRect() const
{
    const Plan plan = fittingPlan();
    const QFontMetricsF metrics(digits(plan.px));
    const qreal left = m_alignment.testFlag(Qt::AlignHCenter) ? (width() - plan.width) / 2
                       : m_alignment.testFlag(Qt::AlignRight) ? width() - plan.width - sidePx
                                                              : sidePx;
    return {left, (height() - metrics.capHeight()) / 2, plan.width, metrics.capHeight()};
}

QSize AmountLabel::sizeHint() const
{
    return {qCeil(planFor(m_theme.text(m_designPx)).width) + 4, m_theme.text(m_designPx)};
}

QSize AmountLabel::minimumSizeHint() const
{
    return {120, m_theme.text(m_designPx) / 2};
}

void AmountLabel::paintEvent(QPaintEvent *)
{
    const ThemeTokens &tokens = m_theme.tokens();
    const Plan plan = fittingPlan();
    const QPointF baseline = inkRect().bottomLeft();
    QPainter painter(this);
    painter.setRenderHint(QPainter::TextAntialiasing);
    painter.setPen(m_yenColour.value_or(tokens.muted));
    painter.setFont(yenSign(plan.px));
    painter.drawText(baseline, QStringLiteral("¥"));
    const TabularText typed(m_typed, digits(plan.px));
    painter.setPen(m_digitColour.value_or(tokens.ink));
    typed.draw(painter, baseline + QPointF(plan.yenWidth, 0));
    painter.setPen(tokens.pale);
    TabularText(m_pale, notTyped(plan.px)).draw(painter, baseline + QPointF(plan.yenWidth + typed.width(), 0));
}
