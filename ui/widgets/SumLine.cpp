// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SumLine.h"

#include "ui/widgets/SpokenFaces.h"
#include "ui/widgets/TabularText.h"

#include <QPainter>

SumLine::SumLine(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("sumLine"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SumLine::setText(const QString &label, const QString &sum)
{
    m_label = label;
    m_sum = sum;
    SpokenFaces::name(this, sum.isEmpty() ? label : label + QLatin1Char(' ') + sum);
    update();
}

qreal SumLine::labelWidth() const
{
    return TabularText(m_label, m_theme.font(16)).width() + m_theme.text(16);
}

QString SumLine::shownSum() const
{
    const QFont font = m_theme.font(16, QFont::Medium);
    const auto fits = [&](const QString &text) { return TabularText(text, font).width() <= width() - labelWidth(); };
    const QString plus = QStringLiteral(" + ");
    QString shown = m_sum;
    for (qsizetype from = 0; !fits(shown);) {
        const qsizetype next = m_sum.indexOf(plus, from);
        if (next < 0)
            return {};
        from = next + plus.size();
        shown = QStringLiteral("… + ") + m_sum.mid(from);
    }
    return shown;
}

QSize SumLine::sizeHint() const
{
    return {m_theme.text(200), m_theme.text(24)};
}

void SumLine::paintEvent(QPaintEvent *)
{
    const QFont font = m_theme.font(16);
    const qreal baseline = (height() + QFontMetricsF(font).capHeight()) / 2;
    QPainter painter(this);
    painter.setPen(m_theme.tokens().muted);
    TabularText(m_label, font).draw(painter, QPointF(0, baseline));
    painter.setPen(m_theme.tokens().ink);
    TabularText(shownSum(), m_theme.font(16, QFont::Medium)).draw(painter, QPointF(labelWidth(), baseline));
}
