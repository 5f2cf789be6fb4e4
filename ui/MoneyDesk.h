// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/PaymentCase.h"
#include "server/domain/Refund.h"

#include <QObject>

/// The server as refunds and the inbox see it (api.md, "Refunds", "Cases"). MoneyApi is the real one; tests script
/// their own. `session`: who asks, in place of who is signed in at the till; empty: they themselves. Errors as
/// PaymentDesk's: their message begins with the server's code.
class MoneyDesk : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// One refund as it is asked for, always under the same number.
    struct RefundCall
    {
        OutRefundNo number;
        OutTradeNo order;
        Money amount;
        QString reason; ///< the payer reads it
    };
    enum class Move { Honour, Refund };

    /// Paid ones, the newest first. tail: the end of our number or of WeChat's; empty: of any.
    virtual QFuture<Result<QList<Order>>> paidOrders(const QString &tail) = 0;
    /// Oldest first.
    virtual QFuture<Result<QList<Refund>>> refundsOf(const OutTradeNo &order) = 0;
    /// Asking again with the same number answers the same refund. Forbidden: a supervisor's session is needed, and
    /// nothing was written down. ProviderRefused: WeChat Pay said no, nothing moves. Unknown: ask again with the same
    /// number.
    virtual QFuture<Result<Refund>> refund(const RefundCall &call, const QByteArray &session) = 0;
    /// The refund as it is now; NotFound when the server has never heard of it.
    virtual QFuture<Result<Refund>> refund(const OutRefundNo &number) = 0;
    /// Open and decided ones, the newest first.
    virtual QFuture<Result<QList<PaymentCase>>> cases() = 0;
    /// The same decision again answers the same case. Forbidden: a supervisor's session is needed. Conflict: somebody
    /// has decided otherwise, or it cannot be given back.
    virtual QFuture<Result<PaymentCase>> decide(qint64 id, Move move, const QString &reason,
                                                const QByteArray &session) = 0;
};
