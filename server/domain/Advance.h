// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/PaymentEvent.h"

/// What a witness's word does to an order.
struct Advance
{
    Order order; ///< as it is afterwards; its seq is raised when there is an event
    std::optional<OrderEvent> event; ///< none: nothing changed
    std::optional<CaseKind> newCase; ///< with an event of type CASE
};

/// Money that a person takes at the till (cash, or what no provider of ours confirms) is received as its order is
/// placed: by the till's word, which nobody else's follows. The event that says so; it gets the order's next number.
OrderEvent receiveAtTheTill(Order &order, const QDateTime &now);

/// The rules of reference 2.6 and 3.7 in one place, without I/O. An order never moves back: what is paid stays paid,
/// what is closed stays closed. Payment is judged on total alone; a coupon makes payerTotal smaller, which is no fault.
/// saleIsPaid: another attempt of the same sale is paid, so a payment of this one is a duplicate.
/// An open case stops nothing: the right payment still makes the order SUCCESS, and the case stays open beside it.
/// Whether a payment's case is in the books already is for the asker to look up: an order remembers no transaction but
/// its own.
Advance advance(const Order &order, const PaymentEvent &seen, const QDateTime &now, bool saleIsPaid = false);
