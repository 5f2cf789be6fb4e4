// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/CasePill.h"

#include "ui/Wording.h"

CasePill::CasePill(const Theme &theme, QWidget *parent) : Pill(QStringLiteral("casePill"), 16, theme, parent) {}

QString CasePill::iconOf(const PaymentCase &about)
{
    if (waits(about))
        return QStringLiteral("manager");
    return about.state == QLatin1String("honoured") ? QStringLiteral("paid") : QStringLiteral("refund");
}

void CasePill::show(const PaymentCase &about)
{
    const Tint &tint = waits(about) ? m_theme.tokens().red : m_theme.tokens().grey;
    setContent(waits(about) ? Wording::caseName(about.kind) : Wording::caseDecision(about), iconOf(about), tint.soft,
               tint.ink);
}
