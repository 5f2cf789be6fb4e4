// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/SalePage.h"

#include "ui/widgets/BillCard.h"
#include "ui/widgets/DiscountSheet.h"
#include "ui/widgets/DueCard.h"
#include "ui/widgets/GoodsGrid.h"
#include "ui/widgets/HeldSheet.h"
#include "ui/widgets/Keypad.h"
#include "ui/widgets/QuickGoods.h"
#include "ui/widgets/TenderSheet.h"

#include <QHBoxLayout>

using Sheet = SellingView::Sheet;

SalePage::SalePage(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_left(new QWidget(this)), m_side(new QWidget(this)),
      m_leftColumn(new QVBoxLayout(m_left)), m_sideColumn(new QVBoxLayout(m_side)), m_keypad(new Keypad(theme, this)),
      m_due(new DueCard(theme, m_left)), m_bill(new BillCard(theme, m_left)), m_quick(new QuickGoods(theme, m_left)),
      m_grid(new GoodsGrid(theme, m_left)), m_discounts(new DiscountSheet(theme, m_left)),
      m_held(new HeldSheet(theme, m_left)), m_tender(new TenderSheet(theme, m_left))
{
    setObjectName(QStringLiteral("salePage"));
    m_left->setObjectName(QStringLiteral("saleLeft"));
    m_side->setObjectName(QStringLiteral("saleSide"));
    for (QWidget *column : QList<QWidget *>{m_left, m_side, m_keypad})
        column->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_leftColumn->setContentsMargins(0, 0, 0, 0);
    m_sideColumn->setContentsMargins(0, 0, 0, 0);
    m_leftColumn->addWidget(m_due);
    m_leftColumn->addWidget(m_bill, 1);
    for (QWidget *each : QList<QWidget *>{m_grid, m_discounts, m_held, m_tender})
        m_leftColumn->addWidget(each, 1);
    m_leftColumn->addWidget(m_quick);
    m_keypad->setCover(m_side);
    auto *columns = new QHBoxLayout(this);
    columns->addWidget(m_left, 758);
    columns->addWidget(m_keypad, 536);
    connect(m_keypad, &Keypad::wished, this, &SalePage::wished);
    connect(m_due, &DueCard::wished, this, &SalePage::wished);
    connect(m_bill, &BillCard::wished, this, &SalePage::wished);
    connect(m_quick, &QuickGoods::wished, this, &SalePage::wished);
    connect(m_grid, &GoodsGrid::wished, this, &SalePage::wished);
    connect(m_discounts, &DiscountSheet::wished, this, &SalePage::wished);
    connect(m_held, &HeldSheet::wished, this, &SalePage::wished);
    connect(m_tender, &TenderSheet::wished, this, &SalePage::wished);
    arrange({});
    fit();
}

void SalePage::fit()
{
    const int margin = qMax(8, m_theme.space(24));
    layout()->setContentsMargins(margin, margin, margin, margin);
    layout()->setSpacing(margin);
    for (QBoxLayout *column : {m_leftColumn, m_sideColumn})
        column->setSpacing(qMax(m_theme.density() == Theme::Density::Tiny ? 5 : 8, m_theme.space(16)));
    m_keypad->fit();
    m_due->fit();
    m_bill->fit();
    m_quick->fit();
    m_discounts->fit();
    m_held->fit();
    m_tender->fit();
}

void SalePage::arrange(const SellingView &selling)
{
    const bool lines = selling.sheet == Sheet::None;
    const bool beside = lines && selling.layout == SellingView::Layout::Goods;
    if (beside != m_beside) {
        QBoxLayout *column = beside ? m_sideColumn : m_leftColumn;
        column->insertWidget(0, m_due);
        column->insertWidget(1, m_bill, 1);
        m_due->setVisible(true); // another parent has hidden it
    }
    m_beside = beside;
    m_keypad->setCovered(beside);
    m_bill->setVisible(lines);
    m_grid->setVisible(beside);
    m_quick->setVisible(lines && !beside && selling.hasGoods && m_theme.density() != Theme::Density::Tiny);
    m_discounts->setVisible(selling.sheet == Sheet::Discounts);
    m_held->setVisible(selling.sheet == Sheet::Held);
    m_tender->setVisible(selling.sheet == Sheet::Cash || selling.sheet == Sheet::Other);
}

void SalePage::show(const TillView &view)
{
    arrange(view.selling);
    m_due->show(view);
    m_keypad->show(view);
    m_bill->show(view);
    m_quick->show(view);
    if (m_beside)
        m_grid->show(view);
    if (view.selling.sheet == Sheet::Discounts)
        m_discounts->show(view);
    else if (view.selling.sheet == Sheet::Held)
        m_held->show(view);
    else if (view.selling.sheet != Sheet::None)
        m_tender->show(view);
}
