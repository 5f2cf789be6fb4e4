// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customer/CustomerBill.h"

#include "ui/Wording.h"
#include "ui/customer/CustomerLines.h"
#include "ui/widgets/AmountLabel.h"
#include "ui/widgets/PracticeBadge.h"
#include "ui/widgets/RunLine.h"

#include <QBoxLayout>

CustomerBill::CustomerBill(const QString &shop, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_shop(shop), m_theme(theme), m_lines(new CustomerLines(theme, this)),
      m_shopName(new RunLine(QStringLiteral("customerShop"), theme, this)),
      m_total(new RunLine(QStringLiteral("customerTotal"), theme, this)),
      m_amount(new AmountLabel(QStringLiteral("amount"), 132, theme, this)),
      m_saved(new RunLine(QStringLiteral("customerSaved"), theme, this)),
      m_badge(new PracticeBadge(PracticeBadge::Reader::Customer, theme, this)), m_columns(new QHBoxLayout(this)),
      m_sum(new QVBoxLayout)
{
    m_sum->addStretch(5);
    for (QWidget *widget : QList<QWidget *>{m_shopName, m_total, m_amount, m_saved, m_badge})
        m_sum->addWidget(widget);
    m_sum->addStretch(6);
    m_columns->addWidget(m_lines, 6);
    m_columns->addLayout(m_sum, 5);
    fit();
}

void CustomerBill::fit()
{
    const int margin = m_theme.space(48);
    m_columns->setContentsMargins(margin, margin, margin, margin);
    m_columns->setSpacing(m_theme.space(48));
    m_sum->setSpacing(m_theme.space(16));
    m_amount->setFixedHeight(m_theme.text(128));
    m_lines->fit();
}

void CustomerBill::show(const CustomerView &view)
{
    const bool alone = view.lines.isEmpty();
    const Qt::Alignment side = alone ? Qt::AlignHCenter : Qt::AlignLeft;
    m_lines->setVisible(!alone);
    m_lines->show(view.lines);
    m_shopName->setRuns({{m_shop, m_theme.tokens().muted, 28}});
    m_total->setRuns({{Wording::customerTotal(), m_theme.tokens().ink, 30, QFont::DemiBold}});
    m_amount->setAmount(view.amount.yuanGrouped());
    m_saved->setRuns({{Wording::customerSaved(view.saved), m_theme.tokens().accent.ink, 24, QFont::DemiBold}});
    m_saved->setVisible(!view.saved.isZero());
    m_badge->show(view.training);
    m_amount->setAlignment(side);
    for (RunLine *line : {m_shopName, m_total, m_saved})
        line->setAlignment(side);
    m_sum->setAlignment(m_badge, side);
}
