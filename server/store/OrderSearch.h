// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/OrderStore.h"

#include <QVariantList>

/// The one SELECT that answers a page of the orders' history. Which index it goes through is said outright: SQLite,
/// which knows nothing of how the rows are spread, would now and then walk through all of them, and every payment
/// waits meanwhile.
namespace OrderSearch {

/// Fewer characters of a number's end than this have no index; they are looked for among the newest orders only.
constexpr int indexedTail = 4;
constexpr int scannedOrders = 20'000;

struct Statement
{
    QString sql;
    QVariantList values;
};
/// One row more than the page holds, when there is more. columns: what is selected, of the table orders.
Statement page(const OrderFilter &filter, const QString &columns, const QString &shopId);

/// The cursor that goes on after that order.
QString cursorAfter(const Order &last);

} // namespace OrderSearch
