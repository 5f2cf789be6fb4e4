// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/OrderStore.h"
#include "server/store/SqlConnection.h"

/// Rows of the orders and their events as values, inside a job of Database; bills are BillRows.
class OrderRows
{
public:
    OrderRows(SqlConnection &database, const QString &shopId) : m_database(database), m_shopId(shopId) {}

    Result<std::optional<Order>> find(const QString &outTradeNo);
    Result<Order> get(const OutTradeNo &number); ///< NotFound
    Result<void> insert(const Order &order);
    Result<void> update(const Order &order);
    Result<void> append(const OutTradeNo &number, const OrderEvent &event);
    Result<QList<OrderEvent>> events(const OutTradeNo &number, qint64 after, int limit);
    Result<OrderPage> list(const OrderFilter &filter);
    /// The other attempts of the order's sale that stand against another one: paid, open, or with an open case.
    Result<QList<Order>> attemptsBeside(const Order &order);
    Result<bool> hasOtherAttempts(const Order &order); ///< of its sale
    /// Another attempt of the order's sale is paid.
    Result<bool> isSalePaid(const Order &order);
    Result<QList<Order>> unfinished(const QString &after, int limit);
    /// False: this payment has a case already, open or decided.
    Result<bool> insertCase(CaseKind kind, const PaymentEvent &seen, std::optional<Money> expected,
                            const QDateTime &now);

private:
    /// condition follows "shop_id = ? AND" and may end in an order and a limit.
    Result<QList<Order>> ordersWhere(const QString &condition, const QVariantList &values);
    Result<bool> exists(const QString &sql, const QVariantList &values);

    SqlConnection &m_database;
    const QString &m_shopId;
};
