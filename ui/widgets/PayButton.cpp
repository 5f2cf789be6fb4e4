// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PayButton.h"

#include "ui/Wording.h"
#include "ui/widgets/TabularText.h"

#include <QPainter>

PayButton::PayButton(const Theme &theme, QWidget *parent)
    : TouchButton(QStringLiteral("payButton"), QStringLiteral("pay"), theme, parent)
{
    setType(30, QFont::Bold);
    setProperty("keyCap", QStringLiteral("Enter"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void PayButton::show(const TillView &view)
{
    if (view.office.page == OfficeView::Page::Refund)
        return showRefund(view.office.refund);
    if (view.selling.sheet != SellingView::Sheet::None)
        return showSheet(view);
    const Money total = view.entry.total;
    const bool something = !total.isZero();
    setEnabled(something);
    setTone(view.confirmBigAmount && something ? QStringLiteral("payAgain") : QStringLiteral("pay"));
    if (!something)
        setText(Wording::payNothing());
    else if (view.confirmBigAmount && view.notice.kind == Notice::Kind::SameAmountUnresolved)
        setText(Wording::payAgain(total));
    else if (view.confirmBigAmount)
        setText(Wording::notice({.kind = Notice::Kind::SecondPressForBigAmount, .amount = total}));
    else
        setText(Wording::pay() + QLatin1Char(' ') + Wording::money(total));
    setAccessibleName(text());
    update();
}

/// The one next step of what lies over the bill.
void PayButton::showSheet(const TillView &view)
{
    using Sheet = SellingView::Sheet;
    const SellingView &selling = view.selling;
    const Money total = view.entry.total;
    setTone(QStringLiteral("pay"));
    setEnabled(true);
    if (selling.sheet == Sheet::Discounts) {
        setText(selling.typed.isEmpty() ? Wording::done() : Wording::takeOff(selling.typed));
    } else if (selling.sheet == Sheet::Held) {
        const auto held = std::find_if(selling.held.begin(), selling.held.end(),
                                       [&](const auto &each) { return each.id == selling.heldChosen; });
        setText(held == selling.held.end() ? Wording::payNothing() : Wording::takeHeld(held->total));
    } else if (selling.sheet == Sheet::Cash) {
        setEnabled(selling.received >= total);
        setText(isEnabled() ? Wording::payCash(total) : Wording::cashShort());
    } else {
        setText(Wording::payOther(total));
    }
    setAccessibleName(text());
    update();
}

/// The one next step there: to take the chosen sale, then to give its money back, pressed twice.
void PayButton::showRefund(const RefundView &refund)
{
    const bool choosing = refund.step == RefundView::Step::Choose;
    const auto chosen = std::find_if(refund.sales.begin(), refund.sales.end(),
                                     [&refund](const auto &sale) { return sale.number == refund.chosen; });
    const bool something = choosing ? chosen != refund.sales.end() : !refund.entry.total.isZero();
    setEnabled(something);
    setTone(!choosing && refund.confirm ? QStringLiteral("payAgain") : QStringLiteral("pay"));
    if (!something)
        setText(choosing ? Wording::payNoSale() : Wording::payNothing());
    else if (choosing)
        setText(Wording::takeSale(chosen->paid));
    else
        setText(refund.confirm ? Wording::refundPayAgain(refund.entry.total) : Wording::refundPay(refund.entry.total));
    setAccessibleName(text());
    update();
}

qreal PayButton::capWidth() const
{
    return QFontMetricsF(capFont()).horizontalAdvance(QStringLiteral("Enter")) + 2 * m_theme.text(8);
}

PayButton::Plan PayButton::plan() const
{
    const qreal inner = width() - 2 * m_theme.space(20);
    const qsizetype amountAt = text().lastIndexOf(QLatin1Char(' '));
    const int largest = isEnabled() ? labelFont().pixelSize() : m_theme.text(20);
    struct Way
    {
        QStringList lines;
        bool cap;
        int smallest;
    };
    const Way ways[] = {{{text()}, isEnabled(), qMin(largest, 18)},
                        {{text().left(amountAt), text().mid(amountAt + 1)}, false, 11}};
    for (const Way &way : ways) {
        for (int px = largest; px >= way.smallest; --px) {
            const Plan plan{way.lines, Theme::fontOfPixels(px, isEnabled() ? QFont::Bold : QFont::DemiBold), way.cap,
                            true};
            qreal widest = 0;
            for (const QString &line : plan.lines)
                widest = qMax(widest, TabularText(line, plan.font).width());
            const qreal room = inner - (plan.cap ? capWidth() + m_theme.space(14) : 0);
            if (widest <= room && qreal(plan.lines.size()) * px * 1.25 <= height() - 4)
                return plan;
        }
    }
    return {{text()}, Theme::fontOfPixels(12, QFont::Bold), false, false};
}

bool PayButton::showsAllWords() const
{
    return plan().fits;
}

void PayButton::paintContent(QPainter &painter, const QColor &ink) const
{
    const Plan plan = this->plan();
    const qreal capHeight = QFontMetricsF(plan.font).capHeight();
    const qreal pitch = plan.font.pixelSize() * 1.25;
    const qreal beside = plan.cap ? m_theme.space(14) + capWidth() : 0;
    qreal baseline = (height() + capHeight - pitch * qreal(plan.lines.size() - 1)) / 2;
    painter.setPen(ink);
    for (const QString &line : plan.lines) {
        const TabularText words(line, plan.font);
        const qreal left = (width() - words.width() - beside) / 2;
        words.draw(painter, QPointF(left, baseline));
        baseline += pitch;
        if (!plan.cap)
            continue;
        const qreal boxHeight = m_theme.text(23);
        paintCap(painter,
                 QRectF(left + words.width() + m_theme.space(14), (height() - boxHeight) / 2, capWidth(), boxHeight),
                 ink);
    }
}

void PayButton::paintCap(QPainter &painter, const QRectF &box, const QColor &ink) const
{
    QColor edge = ink;
    edge.setAlphaF(0.75F);
    painter.setPen(QPen(edge, 1));
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    painter.setPen(ink);
    painter.setFont(capFont());
    painter.drawText(box, Qt::AlignCenter, QStringLiteral("Enter"));
}
