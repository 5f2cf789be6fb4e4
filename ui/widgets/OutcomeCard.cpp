// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/OutcomeCard.h"

#include "ui/Wording.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/AmountLabel.h"
#include "ui/widgets/OutcomePill.h"
#include "ui/widgets/RunLine.h"

#include <QLabel>
#include <QVBoxLayout>

OutcomeCard::OutcomeCard(const Theme &theme, QWidget *parent)
    : Card(QStringLiteral("outcomeCard"), theme, parent), m_pill(new OutcomePill(theme, this)),
      m_amount(new AmountLabel(QStringLiteral("amount"), 96, theme, this)),
      m_sale(new RunLine(QStringLiteral("outcomeSale"), theme, this)), m_says(new QLabel(this)),
      m_code(new RunLine(QStringLiteral("outcomeCode"), theme, this)),
      m_done(new ActionButton(QStringLiteral("refundDoneButton"), QStringLiteral("pay"), QStringLiteral("Enter"), theme,
                              this)),
      m_another(new ActionButton(QStringLiteral("refundAnotherButton"), QStringLiteral("plain"), QStringLiteral("F9"),
                                 theme, this))
{
    m_says->setObjectName(QStringLiteral("outcomeSays"));
    m_says->setAlignment(Qt::AlignCenter);
    m_says->setWordWrap(true);
    m_amount->setAlignment(Qt::AlignHCenter);
    m_sale->setAlignment(Qt::AlignHCenter);
    m_code->setAlignment(Qt::AlignHCenter);
    auto *rows = new QVBoxLayout(this);
    rows->addStretch(3);
    rows->addWidget(m_pill, 0, Qt::AlignHCenter);
    rows->addWidget(m_amount);
    rows->addWidget(m_sale);
    rows->addWidget(m_says);
    rows->addWidget(m_code);
    rows->addStretch(1);
    auto *ways = new QHBoxLayout;
    ways->addStretch(1);
    for (ActionButton *way : {m_another, m_done}) {
        way->setCentred(true);
        way->setType(20, QFont::DemiBold);
        ways->addWidget(way);
    }
    ways->addStretch(1);
    rows->addLayout(ways);
    rows->addStretch(2);
    connect(m_done, &QPushButton::clicked, this, [this] { emit wished({Wish::Kind::Pay}); });
    connect(m_another, &QPushButton::clicked, this, [this] { emit wished({Wish::Kind::Refund}); });
    fit();
}

void OutcomeCard::fit()
{
    const bool tiny = m_theme.density() == Theme::Density::Tiny;
    const int margin = qMax(8, m_theme.space(24));
    layout()->setContentsMargins(margin, qMax(4, m_theme.space(16)), margin, qMax(6, m_theme.space(16)));
    layout()->setSpacing(qMax(3, m_theme.space(14)));
    m_amount->setFixedHeight(m_theme.text(tiny ? 56 : 104));
    m_says->setFixedHeight(m_theme.text(tiny ? 40 : 56));
    for (ActionButton *way : {m_another, m_done}) {
        way->setFixedHeight(m_theme.control(64));
        way->setFixedWidth(qMax(120, m_theme.space(310)));
    }
}

void OutcomeCard::show(const TillView &view)
{
    const RefundView &refund = view.office.refund;
    m_pill->show(view);
    m_amount->setAmount(refund.amount.yuanGrouped());
    m_sale->setRuns({{Wording::tail(refund.sale.tail), m_theme.tokens().muted, 16}});
    m_says->setText(Wording::outcomeSays(refund));
    const bool coded = refund.outcome == RefundView::Outcome::Refused && !refund.code.isEmpty();
    m_code->setRuns({{coded ? refund.code : QString(), m_theme.tokens().muted, 14}});
    m_done->setText(Wording::backToSale());
    m_another->setText(Wording::another());
    for (ActionButton *way : {m_another, m_done})
        way->setAccessibleName(way->text());
}
