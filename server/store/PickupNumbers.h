// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Order.h"
#include "server/store/SqlConnection.h"

/// The numbers that are called out over the counter, inside a job of Database: one that is rolled back gives none.
class PickupNumbers
{
public:
    static constexpr int last = 999; ///< then the first one again

    PickupNumbers(SqlConnection &database, const QString &shopId) : m_database(database), m_shopId(shopId) {}

    /// The number that another attempt of the order's sale has, otherwise the shop's next one on the order's day
    /// (of UTC+8).
    Result<QString> forOrder(const Order &order);

private:
    Result<QString> ofSale(const Order &order); ///< empty: it has none
    Result<QString> next(const QString &day);

    SqlConnection &m_database;
    const QString &m_shopId;
};
