// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/OrderMark.h"

class Database;

/// The marks of the orders' timelines (order_marks of 0003). What is written here decides nothing: losing some does no
/// harm, so nobody waits for it. Errors: Busy, StoreFailure.
class MarkStore
{
public:
    MarkStore(Database &database, QString shopId);

    /// In one transaction. Marks of orders that are not in the books, and those past OrderMark::mostPerOrder of one,
    /// are left out; the answer is how many were written.
    QFuture<Result<int>> append(const QList<OrderMark> &marks);
    /// In order of time.
    QFuture<Result<QList<OrderMark>>> of(const OutTradeNo &number);

private:
    Database &m_database;
    QString m_shopId;
};
