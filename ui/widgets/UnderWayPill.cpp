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
    const Tint &tint = m_theme.tint(view.state);
    const QString words = Wording::underWay(view);
    setContent(words, Icon::nameOf(view.state), tint.soft, tint.ink);
}
