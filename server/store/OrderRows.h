// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/OrderStore.h"

#include <QSqlDatabase>

/// Rows of 0001_orders.sql as values, inside a job of Database.
class OrderRows
{
public:
    OrderRows(QSqlDatabase &database, const QString &shopId) : m_database(database), m_shopId(shopId) {}

    Result<std::optional<Order>> find(const QString &outTradeNo);
    Result<Order> get(const OutTradeNo &number); ///< NotFound
    Result<void> insert(const Order &order);
    Result<void> update(const Order &order);
    Result<void> append(const OutTradeNo &number, const OrderEvent &event);
    Result<QList<OrderEvent>> events(const OutTradeNo &number, qint64 after, int limit);
    Result<OrderPage> list(const OrderFilter &filter);
    Result<QList<PaymentCase>> cases(const QString &state);
    /// False: the case is there already.
    Result<bool> insertCase(CaseKind kind, const PaymentEvent &seen, std::optional<Money> expected,
                            const QDateTime &now);

private:
    QSqlDatabase &m_database;
    const QString &m_shopId;
};
