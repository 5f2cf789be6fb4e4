// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/UnderWayPill.h"

#include "ui/Wording.h"
#include "ui/widgets/Icon.h"

UnderWayPill::UnderWayPill(const Theme &theme, QWidget *parent)
    : Pill(QStringLiteral("underWayPill"), 16, theme, parent)
{
}

void UnderWayPill::show(const TillView &view)
{
    const ThemeTokens &tokens = m_theme.tokens();
    const Tint &tint = m_theme.tint(view.state);
    const bool pretended = view.training && view.state == PayState::Paid; // green is for money
    setContent(Wording::underWay(view), Icon::nameOf(view.state), pretended ? tokens.training : tint.soft,
               pretended ? tokens.onTraining : tint.ink);
}
