// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customer/CustomerPaid.h"

#include "ui/Wording.h"
#include "ui/widgets/AmountLabel.h"
#include "ui/widgets/PaidPanel.h"
#include "ui/widgets/RunLine.h"
#include "ui/widgets/TickView.h"

#include <QVBoxLayout>

CustomerPaid::CustomerPaid(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_panel(new PaidPanel(theme, this)), m_tick(new TickView(theme, m_panel)),
      m_title(new RunLine(QStringLiteral("customerPaid"), theme, m_panel)),
      m_amount(new AmountLabel(QStringLiteral("amount"), 148, theme, m_panel)),
      m_pickup(new RunLine(QStringLiteral("customerPickup"), theme, m_panel)), m_page(new QVBoxLayout(this)),
      m_rows(new QVBoxLayout(m_panel))
{
    m_amount->setAlignment(Qt::AlignHCenter);
    m_title->setAlignment(Qt::AlignHCenter);
    m_pickup->setAlignment(Qt::AlignHCenter);
    m_page->addWidget(m_panel);
    m_rows->addStretch(3);
    m_rows->addWidget(m_tick, 0, Qt::AlignHCenter);
    m_rows->addWidget(m_title);
    m_rows->addWidget(m_amount);
    m_rows->addWidget(m_pickup);
    m_rows->addStretch(3);
    fit();
}

void CustomerPaid::fit()
{
    const int margin = qMax(8, m_theme.space(24));
    const int tick = qMax(40, m_theme.space(150));
    m_page->setContentsMargins(margin, margin, margin, margin);
    m_rows->setContentsMargins(margin, margin, margin, margin);
    m_rows->setSpacing(m_theme.space(18));
    m_tick->setFixedSize(tick, tick);
    m_amount->setFixedHeight(m_theme.text(140));
}

void CustomerPaid::show(const CustomerView &view)
{
    const QColor quiet = view.training ? m_theme.tokens().onHatch : m_theme.tokens().onPaid;
    m_panel->setTraining(view.training);
    m_title->setRuns({{Wording::customerPaid(view.training), Qt::white, 34, QFont::Bold}});
    m_amount->setColours(Qt::white, quiet);
    m_amount->setAmount(view.amount.yuanGrouped());
    m_pickup->setRuns(
        {{Wording::pickupLabel(), quiet, 26, QFont::Normal, {}, 10}, {view.pickupNo, Qt::white, 44, QFont::Bold}});
    m_pickup->setVisible(!view.pickupNo.isEmpty());
}
