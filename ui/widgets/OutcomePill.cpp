// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/OutcomePill.h"

#include "ui/Wording.h"

using Outcome = RefundView::Outcome;

OutcomePill::OutcomePill(const Theme &theme, QWidget *parent) : Pill(QStringLiteral("outcomePill"), 20, theme, parent)
{
}

const Tint &OutcomePill::tintOf(Outcome outcome, const Theme &theme)
{
    switch (outcome) {
    case Outcome::Submitted:
    case Outcome::Processing:
        return theme.tokens().purple;
    case Outcome::Done:
        return theme.tokens().grey; // green is for money that came in
    case Outcome::Refused:
    case Outcome::Manager:
        break;
    }
    return theme.tokens().red;
}

QString OutcomePill::iconOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Submitted:
    case Outcome::Processing:
        return QStringLiteral("checking");
    case Outcome::Done:
        return QStringLiteral("refund");
    case Outcome::Refused:
        return QStringLiteral("cancelled");
    case Outcome::Manager:
        break;
    }
    return QStringLiteral("manager");
}

void OutcomePill::show(const TillView &view)
{
    const Outcome outcome = view.office.refund.outcome;
    const Tint &tint = tintOf(outcome, m_theme);
    setContent(Wording::outcome(view.office.refund), iconOf(outcome), tint.soft, tint.ink);
}
