// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Pill.h"

#include "ui/widgets/Icon.h"
#include "ui/widgets/SpokenFaces.h"
#include "ui/widgets/TabularText.h"

#include <QPainter>

Pill::Pill(const QString &name, int designPx, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_designPx(designPx)
{
    setObjectName(name);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void Pill::setContent(const QString &text, const QString &icon, const QColor &ground, const QColor &ink)
{
    m_text = text;
    m_icon = icon;
    m_ground = ground;
    m_ink = ink;
    SpokenFaces::name(this, text);
    updateGeometry();
    update();
}

int Pill::widthAt(int px) const
{
    const qreal words = TabularText(m_text, Theme::fontOfPixels(px, QFont::DemiBold)).width();
    return qCeil(words + (m_icon.isEmpty() ? 0 : px * 1.4) + px * 1.7);
}

int Pill::fittingPx() const
{
    int px = m_theme.text(m_designPx);
    while (px > Theme::smallestPx && widthAt(px) > width())
        --px;
    return px;
}

bool Pill::showsAllWords() const
{
    return widthAt(fittingPx()) <= width();
}

QSize Pill::sizeHint() const
{
    const int px = m_theme.text(m_designPx);
    return {widthAt(px), qRound(px * (m_designPx >= 18 ? 2.3 : 2.0))};
}

QSize Pill::minimumSizeHint() const
{
    return {widthAt(Theme::smallestPx), sizeHint().height()};
}

void Pill::paintEvent(QPaintEvent *)
{
    const int px = fittingPx();
    const QFont font = Theme::fontOfPixels(px, QFont::DemiBold);
    const TabularText words(m_text, font);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool edged = m_theme.tokens().border > 1;
    painter.setPen(edged ? QPen(m_ink, m_theme.tokens().border) : QPen(Qt::NoPen));
    painter.setBrush(m_ground);
    const QRectF box = edged ? QRectF(rect()).adjusted(1, 1, -1, -1) : QRectF(rect());
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);
    const qreal icon = m_icon.isEmpty() ? 0 : px * 1.1;
    const qreal gap = m_icon.isEmpty() ? 0 : px * 0.3;
    qreal left = (width() - words.width() - icon - gap) / 2;
    if (icon > 0)
        Icon::paint(painter, m_icon, QRectF(left, (height() - icon) / 2, icon, icon), m_ink);
    left += icon + gap;
    painter.setPen(m_ink);
    words.draw(painter, QPointF(left, (height() + QFontMetricsF(font).capHeight()) / 2));
}
