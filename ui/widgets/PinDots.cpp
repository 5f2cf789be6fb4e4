// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PinDots.h"

#include "ui/Wording.h"
#include "ui/input/PinEntry.h"
#include "ui/widgets/SpokenFaces.h"

#include <QPainter>

PinDots::PinDots(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("pinDots"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void PinDots::show(const TillView &view)
{
    m_filled = view.lock.digits;
    SpokenFaces::name(this, Wording::pinDigits(m_filled));
    updateGeometry();
    update();
}

QSize PinDots::sizeHint() const
{
    return {pitch() * int(PinEntry::length - 1) + diameter() + 2, diameter() + 2};
}

void PinDots::paintEvent(QPaintEvent *)
{
    const ThemeTokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int dot = 0; dot < int(PinEntry::length); ++dot) {
        const bool filled = dot < m_filled;
        painter.setPen(filled ? QPen(Qt::NoPen) : QPen(tokens.pale, qMax(1.5, tokens.border * 1.0)));
        painter.setBrush(filled ? QBrush(tokens.ink) : QBrush(Qt::NoBrush));
        painter.drawEllipse(QRectF(1 + dot * pitch(), 1, diameter(), diameter()).adjusted(0.75, 0.75, -0.75, -0.75));
    }
}
