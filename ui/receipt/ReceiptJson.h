// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/receipt/Receipt.h"

#include <QJsonObject>

/// A receipt as it is written down, and the goods of one as the orders API has them.
namespace ReceiptJson {

QJsonObject from(const Receipt &receipt);
/// InvalidInput for what is missing, wrong or does not add up.
Result<Receipt> to(const QJsonObject &json);

/// An order's "bill": {"lines":[{"name","price","quantity"}…],"discounts":[{"kind","rate"?,"amount"}…]}.
QJsonObject billOf(const Receipt &receipt);
/// Puts the lines and discounts of such a bill in; other members of it are ignored. Nothing changes on an error.
Result<void> takeBill(const QJsonObject &bill, Receipt &receipt);

} // namespace ReceiptJson
