// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/NewSale.h"

#include <QObject>

/// The server as the till sees it. TillClient is the real one; tests script their own.
class PaymentDesk : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Asking again with the same number answers the same order. An order without codeUrl gets one later, by
    /// orderChanged. Unknown: it may have been made; ask again with the same number.
    /// Attempts of one sale share the name of their first. The message of ProviderRefused begins with the server's
    /// code.
    virtual QFuture<Result<Order>> place(const NewSale &sale) = 0;
    virtual QFuture<Result<Order>> order(const OutTradeNo &number) = 0;
    /// Asks WeChat now.
    virtual QFuture<Result<Order>> query(const OutTradeNo &number) = 0;
    /// The order as it is afterwards: CLOSED, paid (it could not be cancelled), or closing while it is not known.
    virtual QFuture<Result<Order>> close(const OutTradeNo &number) = 0;
    /// Training: the customer pays now, by the simulator's real notification. Success is heard like any other.
    virtual QFuture<Result<void>> mockPay(const OutTradeNo &number) = 0;
    /// From now on orderChanged tells of this order, resumed from the last event seen over any loss of connection.
    virtual void watch(const OutTradeNo &number) = 0;
    virtual void unwatch(const OutTradeNo &number) = 0;

signals:
    /// An order that is watched, as it is now; the same seq is never told twice.
    void orderChanged(const Order &order);
    void onlineChanged(bool online);
    /// How many payments wait for a person's decision.
    void casesChanged(int open);
};
