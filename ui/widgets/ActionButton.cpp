// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ActionButton.h"

#include "ui/widgets/Labels.h"

#include <QPainter>

ActionButton::ActionButton(const QString &name, const QString &tone, const QString &keyCap, const Theme &theme,
                           QWidget *parent)
    : TouchButton(name, tone, theme, parent), m_keyCap(keyCap)
{
    setProperty("keyCap", keyCap);
}

QSizeF ActionButton::capSize() const
{
    const QFontMetricsF metrics(m_theme.font(14, QFont::Medium));
    return {metrics.horizontalAdvance(m_keyCap) + 2 * m_theme.text(8), qreal(m_theme.text(23))};
}

QSize ActionButton::sizeHint() const
{
    const qreal words = QFontMetricsF(labelFont()).horizontalAdvance(text());
    return {qCeil(words + capSize().width() + m_theme.space(18) + 2 * m_theme.space(22)), m_theme.control(64)};
}

ActionButton::Plan ActionButton::plan() const
{
    const QSizeF cap = m_keyCap.isEmpty() ? QSizeF() : capSize();
    const qreal pad = width() < 240 ? m_theme.text(10) : m_theme.space(22);
    const qreal inner = width() - 2 * pad;
    struct Try
    {
        bool withCap;
        bool oneLine;
    };
    const int full = labelFont().pixelSize();
    for (const auto &[withCap, oneLine] : {Try{true, true}, Try{true, false}, Try{false, false}}) {
        const int smallest = oneLine ? full * 4 / 5 : 12; // smaller words rather than two lines, and not much smaller
        for (int px = full; px >= qMin(full, smallest); --px) {
            Plan plan;
            plan.font = Theme::fontOfPixels(px, labelFont().weight());
            const qreal room = inner - (withCap && !cap.isEmpty() ? cap.width() + m_theme.space(10) : 0);
            const QRectF need =
                QFontMetricsF(plan.font).boundingRect(QRectF(0, 0, room, 1000), Labels::leftWrapped, text());
            if (room <= 0 || need.width() > room + 0.5 || need.height() > height() - 4)
                continue;
            if (oneLine && need.height() > QFontMetricsF(plan.font).height() * 1.5)
                continue;
            qreal left = pad;
            if (m_centred)
                left = (width() - need.width() - (withCap && !cap.isEmpty() ? cap.width() + m_theme.space(18) : 0)) / 2;
            plan.words = QRectF(left, 0, m_centred ? need.width() + 1 : room, height());
            if (withCap && !cap.isEmpty()) {
                const qreal capLeft = m_centred ? plan.words.right() + m_theme.space(18) : width() - pad - cap.width();
                plan.cap = QRectF(QPointF(capLeft, (height() - cap.height()) / 2), cap);
            }
            return plan;
        }
    }
    return {.font = labelFont(), .words = QRectF(pad, 0, inner, height()), .cap = {}, .fits = false};
}

bool ActionButton::showsAllWords() const
{
    return plan().fits;
}

void ActionButton::paintContent(QPainter &painter, const QColor &ink) const
{
    const Plan plan = this->plan();
    painter.setPen(ink);
    painter.setFont(plan.font);
    painter.drawText(plan.words, Labels::leftWrapped, text());
    if (plan.cap.isEmpty())
        return;
    const bool onGround = tone() == QLatin1String("plain") || tone() == QLatin1String("danger");
    QColor edge = onGround ? m_theme.tokens().line : ink;
    QColor letters = onGround ? m_theme.tokens().muted : ink;
    if (!onGround)
        edge.setAlphaF(0.5F);
    painter.setPen(QPen(edge, 1));
    painter.drawRoundedRect(plan.cap.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    painter.setPen(letters);
    painter.setFont(m_theme.font(14, QFont::Medium));
    painter.drawText(plan.cap, Qt::AlignCenter, m_keyCap);
}
