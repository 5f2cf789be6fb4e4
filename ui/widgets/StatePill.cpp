// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/StatePill.h"

#include "ui/Wording.h"
#include "ui/widgets/Icon.h"

StatePill::StatePill(const Theme &theme, QWidget *parent) : Pill(QStringLiteral("statePill"), 20, theme, parent) {}

void StatePill::show(const TillView &view)
{
    const Tint &tint = m_theme.tint(view.state);
    const bool byHand = view.tender != Tender::WeChatPay && view.state == PayState::Creating;
    setContent(byHand ? Wording::writingDown() : Wording::state(view.state, view.training), Icon::nameOf(view.state),
               tint.soft, tint.ink);
}
