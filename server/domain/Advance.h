// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/PaymentEvent.h"

/// Money that did not come the way it should; a person decides (honour or refund).
enum class CaseKind { Late, Duplicate, AmountMismatch, Foreign, UnknownOrder, RefundAbnormal };

QString toText(CaseKind kind);
Result<CaseKind> caseKindFrom(const QString &text);

/// What a witness's word does to an order.
struct Advance
{
    Order order; ///< as it is afterwards; its seq is raised when there is an event
    std::optional<OrderEvent> event; ///< none: nothing changed
    std::optional<CaseKind> newCase; ///< with an event of type CASE
};

/// The rules of reference 2.6 and 3.7 in one place, without I/O. An order never moves back: what is paid stays paid,
/// what is closed stays closed. Payment is judged on total alone; a coupon makes payerTotal smaller, which is no fault.
Advance advance(const Order &order, const PaymentEvent &seen, const QDateTime &now);
