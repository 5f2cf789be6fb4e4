// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/TillIdentity.h"
#include "ui/receipt/Receipt.h"
#include "ui/receipt/ReceiptSettings.h"

/// The receipt of an order that is paid.
namespace SaleReceipt {

/// order: with what was sold (Order::bill), where that is known. Where WeChat received another sum than that comes to,
/// the receipt says the sum alone. at: for an order that does not say when it was paid.
Receipt of(const Order &order, const TillIdentity &identity, const ReceiptSettings &settings, const QString &cashier,
           const QDateTime &at);

} // namespace SaleReceipt
