// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/VerdictCard.h"

#include "ui/Wording.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/RunLine.h"
#include "ui/widgets/SpokenFaces.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

using Verdict = CheckView::Verdict;

namespace {

const Tint &tintOf(const CheckView &check, const ThemeTokens &tokens)
{
    switch (check.verdict) {
    case Verdict::This:
        return tokens.accent;
    case Verdict::Another:
        return check.isNamed ? tokens.amber : tokens.accent;
    case Verdict::AnotherDay:
        return tokens.amber;
    case Verdict::Unknown:
        return tokens.purple;
    case Verdict::Unpaid:
    case Verdict::None: // red would accuse
        break;
    }
    return tokens.grey;
}

QString iconOf(const CheckView &check)
{
    switch (check.verdict) {
    case Verdict::This:
        return QStringLiteral("paid");
    case Verdict::Another:
        return check.isNamed ? QStringLiteral("orders") : QStringLiteral("paid");
    case Verdict::AnotherDay:
        return QStringLiteral("orders");
    case Verdict::Unpaid:
        return QStringLiteral("waiting");
    case Verdict::None:
        return QStringLiteral("phone");
    case Verdict::Unknown:
        break;
    }
    return QStringLiteral("checking");
}

} // namespace

VerdictCard::VerdictCard(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_rows(new QVBoxLayout(this)), m_tint(theme.tokens().grey),
      m_word(new QLabel(this)), m_order(new RunLine(QStringLiteral("verdictOrder"), theme, this)),
      m_says(new QLabel(this))
{
    setObjectName(QStringLiteral("verdictCard"));
    m_word->setObjectName(QStringLiteral("verdictWord"));
    m_says->setObjectName(QStringLiteral("verdictSays"));
    for (QLabel *label : {m_word, m_says}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
    }
    m_order->setAlignment(Qt::AlignHCenter);
    m_rows->addStretch(1);
    m_rows->addWidget(m_word);
    m_rows->addWidget(m_order);
    m_rows->addWidget(m_says);
    m_rows->addStretch(1);
    fit();
}

void VerdictCard::fit()
{
    const bool tiny = m_theme.density() == Theme::Density::Tiny;
    m_rows->setContentsMargins(0, disc() + m_theme.space(16), 0, 0);
    m_rows->setSpacing(tiny ? 4 : m_theme.space(14));
}

void VerdictCard::show(const CheckView &check)
{
    m_tint = tintOf(check, m_theme.tokens());
    m_icon = iconOf(check);
    m_word->setText(Wording::verdict(check));
    m_word->setStyleSheet(QStringLiteral("color: %1;").arg(m_tint.ink.name()));
    m_says->setText(Wording::verdictSays(check));
    m_order->setVisible(check.found.has_value());
    if (check.found) {
        const OrderLine &line = *check.found;
        const QString at = check.verdict == Verdict::AnotherDay ? Wording::when(line.at) : Wording::clock(line.at);
        m_order->setRuns({{Wording::money(line.amount), m_theme.tokens().ink, 22, QFont::Bold, {}, 12},
                          {at + QStringLiteral(" · ") + Wording::tail(line.tail), m_theme.tokens().muted, 16}});
    }
    SpokenFaces::name(this, m_word->text() + u' ' + m_says->text());
    update();
}

void VerdictCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal side = disc();
    const QRectF circle(width() / 2.0 - side / 2, qMax(0.0, m_word->y() - side - m_theme.space(12)), side, side);
    painter.setPen(m_theme.tokens().border > 1 ? QPen(m_tint.ink, 2) : QPen(Qt::NoPen));
    painter.setBrush(m_tint.soft);
    painter.drawEllipse(circle.adjusted(1, 1, -1, -1));
    const qreal inset = side * 0.26;
    Icon::paint(painter, m_icon, circle.adjusted(inset, inset, -inset, -inset), m_tint.mark);
}
