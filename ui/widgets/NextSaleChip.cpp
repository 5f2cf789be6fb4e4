// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/NextSaleChip.h"

#include "ui/Wording.h"

NextSaleChip::NextSaleChip(const Theme &theme, QWidget *parent)
    : Pill(QStringLiteral("nextSaleChip"), 16, theme, parent)
{
    QSizePolicy policy = sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    setSizePolicy(policy);
}

QString NextSaleChip::amountOf(const EntryView &entry)
{
    return entry.shown() + entry.shownPale();
}

void NextSaleChip::show(const TillView &view)
{
    setVisible(!view.next.isEmpty());
    const Tint &tint = m_theme.tokens().grey;
    setContent(Wording::next(amountOf(view.next)), QStringLiteral("keypad"), tint.soft, tint.ink);
}
