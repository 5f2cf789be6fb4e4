// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/OrderPill.h"

#include "ui/Wording.h"

using State = OrderLine::State;

OrderPill::OrderPill(const Theme &theme, QWidget *parent) : Pill(QStringLiteral("orderPill"), 16, theme, parent) {}

const Tint &OrderPill::tintOf(const OrderLine &line, const Theme &theme)
{
    switch (line.state) {
    case State::Open:
        return theme.tokens().purple;
    case State::Paid:
        return theme.tokens().accent;
    case State::PartlyBack:
        return theme.tokens().amber;
    case State::Odd:
        return theme.tokens().red;
    case State::Back:
    case State::NotPaid:
        break;
    }
    return theme.tokens().grey;
}

QString OrderPill::iconOf(const OrderLine &line)
{
    switch (line.state) {
    case State::Open:
        return QStringLiteral("waiting");
    case State::Paid:
        return QStringLiteral("paid");
    case State::PartlyBack:
    case State::Back:
        return QStringLiteral("refund");
    case State::NotPaid:
        return QStringLiteral("cancelled");
    case State::Odd:
        break;
    }
    return QStringLiteral("manager");
}

void OrderPill::show(const OrderLine &line)
{
    const Tint &tint = tintOf(line, m_theme);
    setContent(Wording::orderState(line), iconOf(line), tint.soft, tint.ink);
}
