// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/checkout/NewOrder.h"

#include <QJsonObject>

/// What an order may say of its sale: bill, pickup, tender, received, tender_name, into the order that asks for it.
/// InvalidInput says which member is at fault; that they fit each other and the amount is NewOrder::check().
Result<void> readSale(const QJsonObject &body, NewOrder &order);

/// Neither control characters, nor any of four bytes, which WeChat refuses (reference 1.1).
bool isPlainText(const QString &text);
