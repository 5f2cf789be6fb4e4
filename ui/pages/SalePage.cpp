// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/SalePage.h"

#include "ui/Wording.h"
#include "ui/widgets/AmountLabel.h"
#include "ui/widgets/BillCard.h"
#include "ui/widgets/Keypad.h"
#include "ui/widgets/StatePill.h"
#include "ui/widgets/SumLine.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

SalePage::SalePage(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("salePage"));
    auto *columns = new QHBoxLayout(this);
    columns->addWidget(makeLeft(), 758);
    m_keypad = new Keypad(theme, this);
    m_keypad->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    connect(m_keypad, &Keypad::wished, this, &SalePage::wished);
    columns->addWidget(m_keypad, 536);
    fit();
}

QWidget *SalePage::makeLeft()
{
    auto *left = new QWidget(this);
    left->setObjectName(QStringLiteral("saleLeft"));
    left->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    m_amountCard = new Card(QStringLiteral("amountCard"), m_theme, left);
    m_sum = new SumLine(m_theme, m_amountCard);
    m_state = new StatePill(m_theme, m_amountCard);
    m_amount = new AmountLabel(QStringLiteral("amount"), 88, m_theme, m_amountCard);
    auto *inside = new QVBoxLayout(m_amountCard);
    auto *head = new QHBoxLayout;
    head->addWidget(m_sum, 1);
    head->addWidget(m_state);
    inside->addLayout(head);
    inside->addWidget(m_amount, 1);
    m_bill = new BillCard(m_theme, left);
    m_bill->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    column->addWidget(m_amountCard);
    column->addWidget(m_bill, 1);
    return left;
}

void SalePage::fit()
{
    const int margin = qMax(8, m_theme.space(24));
    layout()->setContentsMargins(margin, margin, margin, margin);
    layout()->setSpacing(margin);
    m_amountCard->parentWidget()->layout()->setSpacing(qMax(8, m_theme.space(16)));
    m_amountCard->layout()->setContentsMargins(m_theme.space(28), m_theme.space(16), m_theme.space(20),
                                               m_theme.space(16));
    m_amountCard->layout()->setSpacing(m_theme.space(4));
    m_amountCard->setFixedHeight(qMax(96, m_theme.space(176)));
    m_keypad->fit();
    m_bill->fit();
}

void SalePage::show(const TillView &view)
{
    const EntryView &entry = view.entry;
    m_sum->setText(Wording::due(), entry.sum);
    m_state->show(view);
    if (entry.isEmpty())
        m_amount->setAmount({}, QStringLiteral("0.00"));
    else if (entry.sum.isEmpty())
        m_amount->setAmount(entry.text, entry.pale);
    else
        m_amount->setAmount(entry.total.yuanGrouped());
    m_bill->show(view);
    m_keypad->show(view);
}
