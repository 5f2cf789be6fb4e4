// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/RowButton.h"

#include "ui/Wording.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/TabularText.h"

#include <QPainter>

RowButton::RowButton(const QString &name, const Theme &theme, QWidget *parent)
    : TouchButton(name, QStringLiteral("row"), theme, parent)
{
}

void RowButton::show(const Row &row, bool chosen)
{
    m_row = row;
    setText(row.amount);
    setTone(chosen ? QStringLiteral("rowChosen") : QStringLiteral("row"));
    const QString words = row.amount + u' ' + row.detail + u' ' + row.pill;
    setAccessibleName(chosen ? Wording::chosenPerson(words) : words);
    update();
}

RowButton::Plan RowButton::planAt(int percent, Way way) const
{
    const auto px = [&](int design) { return qMax(11, m_theme.text(design) * percent / 100); };
    Plan plan;
    plan.way = way;
    plan.amount = Theme::fontOfPixels(px(20), QFont::DemiBold);
    plan.detail = Theme::fontOfPixels(px(16));
    plan.pill = Theme::fontOfPixels(px(14), QFont::DemiBold);
    const qreal icon = plan.pill.pixelSize() * 1.5;
    if (!m_row.pill.isEmpty())
        plan.pillWidth = TabularText(m_row.pill, plan.pill).width() + icon + plan.pill.pixelSize() * 1.6;
    const qreal amount = TabularText(m_row.amount, plan.amount).width();
    const qreal detail = TabularText(m_row.detail, plan.detail).width();
    const qreal gap = m_theme.space(16);
    const qreal inner = width() - 2 * pad();
    const qreal pill = plan.pillWidth > 0 ? gap + plan.pillWidth : 0;
    const qreal need = way == Way::OneLine    ? qMax<qreal>(m_theme.text(132), amount) + gap + detail + pill
                       : way == Way::TwoLines ? qMax(amount, detail) + pill
                                              : qMax(amount + pill, detail);
    const qreal lines = way == Way::OneLine ? plan.amount.pixelSize() * 1.3
                                            : (plan.amount.pixelSize() + plan.detail.pixelSize()) * 1.25;
    plan.fits = need <= inner && lines <= height() - 2;
    return plan;
}

RowButton::Plan RowButton::plan() const
{
    for (int percent = 100; percent >= 60; percent -= 5) {
        for (const Way way : {Way::OneLine, Way::TwoLines, Way::Stacked}) {
            const Plan plan = planAt(percent, way);
            if (plan.fits)
                return plan;
        }
    }
    return planAt(60, Way::Stacked);
}

bool RowButton::showsAllWords() const
{
    return plan().fits;
}

void RowButton::paintContent(QPainter &painter, const QColor &ink) const
{
    const Plan plan = this->plan();
    if (tone() == QLatin1String("rowChosen")) { // not by its colour alone
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.tokens().accent.mark);
        painter.drawRoundedRect(QRectF(5, height() * 0.22, 5, height() * 0.56), 2.5, 2.5);
    }
    const TabularText amount(m_row.amount, plan.amount);
    const TabularText detail(m_row.detail, plan.detail);
    const qreal amountCap = QFontMetricsF(plan.amount).capHeight();
    const qreal detailCap = QFontMetricsF(plan.detail).capHeight();
    const qreal middle = height() / 2.0;
    const qreal lead = plan.detail.pixelSize() * 0.75;
    const bool oneLine = plan.way == Way::OneLine;
    const qreal amountBase = oneLine ? middle + amountCap / 2 : middle - lead + amountCap / 2;
    const qreal detailBase = oneLine ? middle + amountCap / 2 : middle + lead * 1.15 + detailCap / 2;
    const qreal beside = qMax<qreal>(m_theme.text(132), amount.width()) + m_theme.space(16);
    painter.setPen(ink);
    amount.draw(painter, {pad(), amountBase});
    painter.setPen(m_theme.tokens().muted);
    detail.draw(painter, {pad() + (oneLine ? beside : 0), detailBase});
    if (plan.pillWidth <= 0)
        return;
    paintPill(painter, plan, plan.way == Way::Stacked ? middle - lead : middle);
}

void RowButton::paintPill(QPainter &painter, const Plan &plan, qreal middle) const
{
    const Tint &tint = m_row.tint ? *m_row.tint : m_theme.tokens().grey;
    const int px = plan.pill.pixelSize();
    const qreal high = plan.way == Way::Stacked ? px * 1.5 : qMin<qreal>(height() - 8, px * 1.9);
    const QRectF box(width() - pad() - plan.pillWidth, middle - high / 2, plan.pillWidth, high);
    const bool edged = m_theme.tokens().border > 1;
    painter.setPen(edged ? QPen(tint.ink, m_theme.tokens().border) : QPen(Qt::NoPen));
    painter.setBrush(tint.soft);
    painter.drawRoundedRect(box, high / 2, high / 2);
    const qreal side = px * 1.1;
    Icon::paint(painter, m_row.icon, {box.left() + px * 0.7, middle - side / 2, side, side}, tint.ink);
    painter.setPen(tint.ink);
    TabularText(m_row.pill, plan.pill)
        .draw(painter, {box.left() + px * 2.2, middle + QFontMetricsF(plan.pill).capHeight() / 2});
}
