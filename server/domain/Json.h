// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/JsonText.h"
#include "server/domain/Order.h"

#include <QJsonObject>

/// The wire format of the orders API (server/http/API.md, "Orders"), for both ends of it.
namespace Json {

/// As it is told everywhere: without its bill.
QJsonObject fromOrder(const Order &order);
/// The same, for what is told to many.
JsonText textOfOrder(const Order &order);
/// With "bill", for the asker who placed it or asks for this one.
QJsonObject fromWholeOrder(const Order &order);
/// With its bill where one is told. Unknown members are ignored; a missing or wrong one is InvalidInput.
Result<Order> toOrder(const QJsonObject &json);

QJsonObject fromEvent(const OrderEvent &event);
Result<OrderEvent> toEvent(const QJsonObject &json);

/// RFC 3339 with offset; null where there is no time.
QJsonValue fromTime(const QDateTime &time);
QDateTime toTime(const QJsonValue &value); ///< invalid where there is none

/// Null where the text is empty.
QJsonValue fromText(const QString &text);

/// A whole number of fen as JSON carries it: no fraction, no exponent trick, inside Money's range.
Result<Money> toMoney(const QJsonValue &value);

/// InvalidInput for a member that a reader needs.
Error missing(const char *member);

/// The raw bytes as one JSON object, or InvalidInput.
Result<QJsonObject> parseObject(const QByteArray &bytes);

} // namespace Json
