// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/UnderWayButton.h"

#include "ui/Wording.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/TabularText.h"

#include <QPainter>

UnderWayButton::UnderWayButton(const Theme &theme, QWidget *parent)
    : TouchButton(QStringLiteral("underWayButton"), QStringLiteral("flat"), theme, parent)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    fit();
}

void UnderWayButton::show(const TillView &view)
{
    const ThemeTokens &tokens = m_theme.tokens();
    const Tint &tint = m_theme.tint(view.state);
    const bool pretended = view.training && view.state == PayState::Paid; // green is for money
    m_drawing = Icon::nameOf(view.state);
    m_ground = pretended ? tokens.training : tint.soft;
    m_letters = pretended ? tokens.onTraining : tint.ink;
    setText(Wording::backToPayment(view));
    setAccessibleName(text());
    update();
}

qreal UnderWayButton::widthAt(int px) const
{
    return TabularText(text(), Theme::fontOfPixels(px, QFont::DemiBold)).width() + px * 1.6;
}

int UnderWayButton::fittingPx() const
{
    int px = m_theme.text(18);
    while (px > Theme::smallestPx && widthAt(px) > width() - 32)
        --px;
    return px;
}

bool UnderWayButton::showsAllWords() const
{
    return widthAt(fittingPx()) <= width() - 16;
}

void UnderWayButton::paintContent(QPainter &painter, const QColor &) const
{
    const bool edged = m_theme.tokens().border > 1;
    painter.setPen(edged ? QPen(m_letters, m_theme.tokens().border) : QPen(Qt::NoPen));
    painter.setBrush(m_ground);
    const QRectF box = QRectF(rect()).adjusted(edged ? 1 : 0, edged ? 1 : 0, edged ? -1 : 0, edged ? -1 : 0);
    edged ? painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 8, 8) : painter.drawRect(box);
    const int px = fittingPx();
    const QFont font = Theme::fontOfPixels(px, QFont::DemiBold);
    const TabularText words(text(), font);
    qreal left = (width() - widthAt(px)) / 2;
    const qreal icon = px * 1.2;
    Icon::paint(painter, m_drawing, {left, (height() - icon) / 2, icon, icon}, m_letters);
    left += px * 1.6;
    painter.setPen(m_letters);
    words.draw(painter, {left, (height() + QFontMetricsF(font).capHeight()) / 2});
}
