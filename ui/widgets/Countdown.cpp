// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Countdown.h"

#include "ui/Wording.h"
#include "ui/widgets/SpokenFaces.h"
#include "ui/widgets/TabularText.h"

#include <QPainter>

Countdown::Countdown(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("countdown"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void Countdown::show(const TillView &view)
{
    m_seconds = view.secondsLeft;
    m_text = m_seconds < 0 ? QString() : Wording::minutes(m_seconds);
    SpokenFaces::name(this, m_text);
    update();
}

QColor Countdown::colour() const
{
    return m_seconds <= redFromSeconds     ? m_theme.tokens().red.ink
           : m_seconds <= amberFromSeconds ? m_theme.tokens().amber.ink
                                           : m_theme.tokens().ink;
}

QSize Countdown::sizeHint() const
{
    const QFont font = m_theme.font(46, QFont::Bold);
    return {qCeil(TabularText(QStringLiteral("00:00"), font).width()) + 2, qRound(font.pixelSize() * 1.1)};
}

void Countdown::paintEvent(QPaintEvent *)
{
    const QFont font = m_theme.font(46, QFont::Bold);
    QPainter painter(this);
    painter.setPen(colour());
    TabularText(m_text, font).draw(painter, QPointF(0, (height() + QFontMetricsF(font).capHeight()) / 2));
}
