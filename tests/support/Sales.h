// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/Orders.h"

namespace Orders {

/// Comes to the 19.90 of fresh(): two coffees and a cake, a tenth off, and the odd fen left out.
inline Bill bill()
{
    return *Bill::of({{QStringLiteral("拿铁 大杯"), fen(800), 2, "LATTE-L"}, {QStringLiteral("cake"), fen(650), 1}},
                     {{Bill::Discount::Kind::Rate, fen(225), 90}, {Bill::Discount::Kind::Round, fen(35)}});
}

/// Paid in cash with a twenty as it was placed.
inline Order cash(const char *text = "T00001", qint64 amount = 1990, qint64 received = 2000)
{
    Order order = fresh(text, amount);
    order.tender = Tender::Cash;
    order.cashReceived = fen(received);
    order.state = TradeState::Success;
    order.payerTotal = order.total;
    order.expiresAt = order.createdAt;
    order.successTime = start;
    order.seq = 2;
    return order;
}

/// The events that cash() begins with.
inline QList<OrderEvent> taken()
{
    return {created(), {.seq = 2, .at = start, .type = EventType::Success, .source = "till"}};
}

} // namespace Orders
