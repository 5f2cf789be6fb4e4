// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/TouchButton.h"

#include "ui/widgets/Icon.h"
#include "ui/widgets/SpokenFaces.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionButton>

TouchButton::TouchButton(const QString &name, const QString &tone, const Theme &theme, QWidget *parent)
    : QPushButton(parent), m_theme(theme)
{
    setObjectName(name);
    setProperty("tone", tone);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_InputMethodEnabled, false);
}

void TouchButton::setTone(const QString &tone)
{
    if (tone == this->tone())
        return;
    setProperty("tone", tone);
    Theme::restyle(this);
}

void TouchButton::setIconName(const QString &icon)
{
    m_icon = icon;
    update();
}

void TouchButton::setType(int designPx, QFont::Weight weight)
{
    m_designPx = designPx;
    m_weight = weight;
    updateGeometry();
}

bool TouchButton::isOneOfMany() const
{
    const QString kind = tone();
    return kind.startsWith(QLatin1String("row")) || kind.startsWith(QLatin1String("line"))
           || kind.startsWith(QLatin1String("tableRow"));
}

bool TouchButton::isChosen() const
{
    const QString kind = tone();
    return kind == QLatin1String("chosen") || kind == QLatin1String("tab") || kind == QLatin1String("filled")
           || kind.endsWith(QLatin1String("Chosen"));
}

void TouchButton::setAccessibleName(const QString &name)
{
    SpokenFaces::name(this, name);
}

QSize TouchButton::sizeHint() const
{
    const QFontMetricsF metrics(labelFont());
    const qreal icon = m_icon.isEmpty() ? 0 : metrics.height() + (text().isEmpty() ? 0 : m_theme.space(8));
    const int width = qRound(metrics.horizontalAdvance(text()) + icon) + 2 * m_theme.space(text().isEmpty() ? 10 : 14);
    return {qMax(44, width), m_theme.control(48)};
}

QSize TouchButton::minimumSizeHint() const
{
    return {44, 44};
}

bool TouchButton::showsAllWords() const
{
    const QFontMetricsF metrics(labelFont());
    const qreal icon = m_icon.isEmpty() ? 0 : metrics.height() + (text().isEmpty() ? 0 : m_theme.space(8));
    return metrics.horizontalAdvance(text()) + icon <= width();
}

void TouchButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        event->ignore(); // some desktops let Enter press the focused button; here it is the till's Pay
    else
        QPushButton::keyPressEvent(event);
}

void TouchButton::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        event->ignore();
    else
        QPushButton::keyReleaseEvent(event);
}

QColor TouchButton::ink() const
{
    const ThemeTokens &tokens = m_theme.tokens();
    const QString kind = tone();
    if (!isEnabled())
        return kind == QLatin1String("pay") ? tokens.accent.ink : tokens.pale;
    if (kind == QLatin1String("danger"))
        return tokens.red.mark;
    if (kind == QLatin1String("chosen"))
        return tokens.accent.mark;
    if (kind == QLatin1String("tab"))
        return tokens.accent.ink;
    if (kind == QLatin1String("pay") || kind == QLatin1String("filled"))
        return tokens.onAccent;
    if (kind == QLatin1String("payAgain"))
        return tokens.onPayAgain;
    if (kind == QLatin1String("training"))
        return tokens.onTraining;
    if (kind == QLatin1String("onPaid"))
        return tokens.paid;
    if (kind == QLatin1String("onHatch"))
        return tokens.hatch;
    if (kind == QLatin1String("onByHand"))
        return tokens.byHand;
    if (kind == QLatin1String("softKey") || kind == QLatin1String("flat"))
        return tokens.muted;
    return tokens.ink;
}

void TouchButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    option.state &= ~QStyle::State_HasFocus; // the ring is drawn here
    style()->drawControl(QStyle::CE_PushButton, &option, &painter, this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintContent(painter, ink());
    if (hasFocus())
        paintRing(painter);
}

int TouchButton::radius() const
{
    const QString kind = tone();
    if (kind.startsWith(QLatin1String("line")) || kind.startsWith(QLatin1String("tableRow")))
        return 3;
    const bool small =
        kind == QLatin1String("tab") || kind == QLatin1String("flat") || kind == QLatin1String("training");
    return m_theme.space(small ? 10 : isOneOfMany() ? 12 : 14);
}

/// Two rings, ink outside and ground inside: one of them stands out from whatever the button is filled with, and
/// neither is the green of what is chosen.
void TouchButton::paintRing(QPainter &painter) const
{
    const ThemeTokens &tokens = m_theme.tokens();
    const QString kind = tone();
    const bool chosen =
        kind == QLatin1String("chosen") || kind == QLatin1String("rowChosen") || kind == QLatin1String("search");
    const qreal outer = chosen || tokens.border > 1 ? 5 : 3; // an edge that is strong already needs more
    const qreal inner = 4;
    const auto ring = [&](const QColor &colour, qreal wide, qreal inset) {
        const qreal in = inset + wide / 2;
        const qreal round = qMax(1.0, radius() - in);
        painter.setPen(QPen(colour, wide));
        painter.drawRoundedRect(QRectF(rect()).adjusted(in, in, -in, -in), round, round);
    };
    painter.setBrush(Qt::NoBrush);
    ring(tokens.surface, inner, outer - 0.5);
    ring(tokens.ink, outer, 0);
}

void TouchButton::paintContent(QPainter &painter, const QColor &ink) const
{
    const QFont font = labelFont();
    const QFontMetricsF metrics(font);
    const qreal words = metrics.horizontalAdvance(text());
    const qreal iconSize = m_icon.isEmpty() ? 0 : metrics.height();
    const qreal gap = m_icon.isEmpty() || text().isEmpty() ? 0 : m_theme.space(8);
    qreal left = (width() - words - iconSize - gap) / 2;
    if (iconSize > 0)
        Icon::paint(painter, m_icon, QRectF(left, (height() - iconSize) / 2, iconSize, iconSize), ink);
    left += iconSize + gap;
    painter.setPen(ink);
    painter.setFont(font);
    painter.drawText(QPointF(left, (height() + metrics.capHeight()) / 2), text());
}
