// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/DueCard.h"

#include "ui/Wording.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/AmountLabel.h"
#include "ui/widgets/RunLine.h"
#include "ui/widgets/StatePill.h"
#include "ui/widgets/SumLine.h"

#include <QVBoxLayout>

DueCard::DueCard(const Theme &theme, QWidget *parent)
    : Card(QStringLiteral("amountCard"), theme, parent), m_sum(new SumLine(theme, this)),
      m_state(new StatePill(theme, this)), m_amount(new AmountLabel(QStringLiteral("amount"), 88, theme, this)),
      m_count(new RunLine(QStringLiteral("billCount"), theme, this)),
      m_cash(new ActionButton(QStringLiteral("cashButton"), QStringLiteral("plain"), QStringLiteral("Alt+C"), theme,
                              this)),
      m_other(new ActionButton(QStringLiteral("otherTenderButton"), QStringLiteral("plain"), QStringLiteral("Alt+O"),
                               theme, this))
{
    for (ActionButton *button : {m_cash, m_other}) {
        button->setType(16, QFont::DemiBold);
        button->setCentred(true);
    }
    m_count->setAlignment(Qt::AlignRight);
    connect(m_cash, &QPushButton::clicked, this, [this] { emit wished({Wish::Kind::Cash}); });
    connect(m_other, &QPushButton::clicked, this, [this] { emit wished({Wish::Kind::OtherTender}); });
    auto *inside = new QVBoxLayout(this);
    auto *head = new QHBoxLayout;
    head->addWidget(m_sum, 1);
    head->addWidget(m_state);
    inside->addLayout(head);
    auto *ways = new QHBoxLayout;
    ways->setSpacing(8);
    ways->addWidget(m_cash);
    ways->addWidget(m_other);
    auto *right = new QVBoxLayout;
    right->addStretch(1);
    right->addWidget(m_count);
    right->addLayout(ways);
    auto *body = new QHBoxLayout;
    body->addWidget(m_amount, 1);
    body->addLayout(right);
    inside->addLayout(body, 1);
    fit();
}

void DueCard::fit()
{
    const bool tiny = m_theme.density() == Theme::Density::Tiny;
    const int pad = qMax(6, m_theme.space(24));
    layout()->setContentsMargins(pad, tiny ? 4 : m_theme.space(14), qMax(6, m_theme.space(18)),
                                 (tiny ? 3 : m_theme.space(14)) + 2);
    layout()->setSpacing(tiny ? 0 : m_theme.space(4));
    m_count->setVisible(m_theme.density() == Theme::Density::Regular);
    for (ActionButton *button : {m_cash, m_other})
        button->setFixedHeight(m_theme.control(50));
    setFixedHeight(qMax(88, m_theme.space(168)));
    fitKeys();
}

void DueCard::resizeEvent(QResizeEvent *)
{
    fitKeys();
}

/// Where the card is narrow the amount comes before the names of the keys.
void DueCard::fitKeys()
{
    const bool wide = width() >= 640;
    for (ActionButton *button : {m_cash, m_other})
        button->setFixedWidth(wide ? m_theme.space(140) : qMax(58, m_theme.space(84)));
}

void DueCard::show(const TillView &view)
{
    const SellingView &selling = view.selling;
    const ThemeTokens &tokens = m_theme.tokens();
    m_sum->setText(Wording::due(), view.entry.more ? QString() : view.entry.sum);
    m_state->show(view);
    if (view.entry.isEmpty())
        m_amount->setAmount({}, QStringLiteral("0.00"));
    else
        m_amount->setAmount(view.entry.shown(), view.entry.shownPale());
    QList<RunLine::Run> count;
    if (selling.pieces > 0)
        count.append({Wording::pieces(selling.pieces), tokens.muted, 16});
    if (!selling.saved.isZero())
        count.append({QStringLiteral(" · ") + Wording::saved(selling.saved), tokens.muted, 16});
    m_count->setRuns(count);
    m_cash->setText(Wording::cash());
    m_other->setText(Wording::otherTender());
    const bool something = !view.entry.total.isZero();
    for (ActionButton *button : {m_cash, m_other}) {
        button->setEnabled(something);
        button->setAccessibleName(button->text());
    }
}
