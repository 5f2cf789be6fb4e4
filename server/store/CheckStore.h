// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Order.h"

class Database;

/// A number on a customer's phone, and the order on the till's screen.
struct ShownNumber
{
    QString text; ///< whole, or its last 4 characters or more; ours or WeChat's
    std::optional<OutTradeNo> onScreen;
};

/// What the books know about such a number.
struct KnownOrders
{
    std::optional<Order> onScreen;
    /// Whose number or whose payment's ends like that, newest first; the payment may wait for a person's decision.
    QList<Order> matching;
    QList<Order> open; ///< the newest that could be paid without our knowing yet
};

/// Reads for PaymentChecks. Errors: Busy, StoreFailure.
class CheckStore
{
public:
    static constexpr int mostMatching = 50;
    static constexpr int mostOpen = 5;

    CheckStore(Database &database, QString shopId);

    /// alsoMatching: order numbers that the provider names for it. NotFound: the order on the screen is not there.
    QFuture<Result<KnownOrders>> look(const ShownNumber &shown, const QStringList &alsoMatching = {});

private:
    Database &m_database;
    QString m_shopId;
};
