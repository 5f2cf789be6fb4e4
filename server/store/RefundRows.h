// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Refund.h"
#include "server/store/SqlConnection.h"

/// Rows of the table refunds as values, inside a job of Database.
class RefundRows
{
public:
    RefundRows(SqlConnection &database, const QString &shopId) : m_database(database), m_shopId(shopId) {}

    Result<std::optional<Refund>> find(const QString &outRefundNo);
    Result<QList<Refund>> ofOrder(const QString &outTradeNo, int limit); ///< oldest first
    Result<bool> anyOf(const OutTradeNo &order);
    Result<QList<Refund>> unfinished(int limit); ///< oldest first
    /// Those that take away from what the payment brought, oldest first.
    Result<QList<Refund>> counting(const QString &transactionId);
    Result<void> insert(const Refund &refund);
    Result<void> update(const Refund &refund);

    /// What all refunds of one payment come to.
    struct Sum
    {
        Money wanted; ///< of those that are not closed
        int count = 0; ///< of those that are not closed
        Money counting; ///< of those that countsAgainstPayment()
        QDateTime lastAsk; ///< when WeChat may be asked for the latest of them; invalid: there is none
    };
    /// Money paid at the till has no transaction: its order's number says which it was.
    Result<Sum> sumOf(const QString &transactionId, const QString &outTradeNo);
    /// Paid orders that have refunds which count, and do not know it.
    Result<QList<OutTradeNo>> uncounted(int limit);

private:
    Result<QList<Refund>> select(const QString &where, const QVariantList &values);

    SqlConnection &m_database;
    const QString &m_shopId;
};
