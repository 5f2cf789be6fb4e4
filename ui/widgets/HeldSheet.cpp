// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/HeldSheet.h"

#include "ui/Wording.h"
#include "ui/widgets/RowList.h"
#include "ui/widgets/SheetHead.h"

#include <QVBoxLayout>

HeldSheet::HeldSheet(const Theme &theme, QWidget *parent)
    : Card(QStringLiteral("heldSheet"), theme, parent),
      m_head(new SheetHead(QStringLiteral("heldCloseButton"), theme, this)),
      m_list(new RowList(QStringLiteral("heldBill"), theme, this))
{
    auto *rows = new QVBoxLayout(this);
    rows->addWidget(m_head);
    rows->addWidget(m_list, 1);
    connect(m_head, &SheetHead::wished, this, &HeldSheet::wished);
    connect(m_list, &RowList::wished, this, &HeldSheet::wished);
    fit();
}

void HeldSheet::fit()
{
    const bool tiny = m_theme.density() == Theme::Density::Tiny;
    const int pad = tiny ? 5 : m_theme.space(20);
    layout()->setContentsMargins(pad, tiny ? 3 : m_theme.space(14), pad, (tiny ? 3 : m_theme.space(18)) + 2);
    layout()->setSpacing(tiny ? 3 : m_theme.space(14));
    m_head->fit();
}

void HeldSheet::show(const TillView &view)
{
    m_head->show(view, Wording::heldTitle());
    QList<RowButton::Row> rows;
    for (const SellingView::HeldBill &held : view.selling.held)
        rows.append({held.id, Wording::money(held.total), Wording::heldDetail(held), {}, {}, nullptr});
    m_list->show(rows, view.selling.heldChosen, view.selling.heldPage);
}
