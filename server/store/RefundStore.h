// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Order.h"
#include "server/domain/Refund.h"

class Database;

/// What somebody wants to give back to a customer.
struct NewRefund
{
    OutRefundNo number; ///< made and stored by the asker
    OutTradeNo order;
    Money amount;
    QString reason; ///< 1 to Refund::maxReasonLength bytes; the payer reads it
    QString operatorId;
    std::optional<Money> limit = {}; ///< the most that this operator may give back of one order in all; none: all of it
};

/// What a word about a refund did. Without changed nothing was written.
struct RefundChange
{
    std::optional<Refund> refund; ///< none: of an order that is not ours
    bool changed = false;
    bool fits = true; ///< false: the word is about other money than the refund of that number; nothing changed
    std::optional<Order> order; ///< with events: as it is after the last of them
    QList<OrderEvent> events;
    std::optional<CaseKind> newCase;
};

/// Refunds as rows, beside the orders they take from. Every write is one transaction; every answer comes after its
/// commit. Errors: Busy, StoreFailure, and what each call names.
class RefundStore
{
public:
    RefundStore(Database &database, QString shopId);

    struct Requested
    {
        Refund refund; ///< the one in the books
        bool isNew = false; ///< false: the number was there already, nothing was written
        std::optional<Order> order = {}; ///< with events: as it is after the last of them
        QList<OrderEvent> events = {}; ///< of a refund that is done already
    };
    /// Writes it down, or answers the one of that number; Conflict when that one differs. What was paid at the till is
    /// given back at the till: that refund is SUCCESS with its order's event, all in one. NotFound: no such order.
    /// NotPaid, RefundTooMuch, RefundTooMany, RefundTooLate: by the rules of reference 4.6. Forbidden: over limit.
    QFuture<Result<Requested>> request(const NewRefund &wanted, const QDateTime &now);

    QFuture<Result<Refund>> load(const OutRefundNo &number); ///< NotFound
    /// Oldest first; NotFound: no such order.
    QFuture<Result<QList<Refund>>> ofOrder(const OutTradeNo &number);
    /// What WeChat has not said the end of, oldest first.
    QFuture<Result<QList<Refund>>> unfinished(int limit);

    /// A witness's word, by the rules of advance(). The same word again writes nothing. A refund that we never asked
    /// for is taken into the books when its order is ours.
    QFuture<Result<RefundChange>> settle(const RefundEvent &seen, const QDateTime &now);
    /// WeChat refused it and does not know it: CLOSED, with WeChat's code. Nothing when it has said otherwise since.
    QFuture<Result<RefundChange>> refuse(const OutRefundNo &number, const QString &code, const QDateTime &now);
    /// Counts refunds that WeChat spoke of before it spoke of the payment into the order that is paid now.
    QFuture<Result<RefundChange>> countIn(const OutTradeNo &number, const QDateTime &now);
    /// The orders that countIn() has something to do for; after a restart.
    QFuture<Result<QList<OutTradeNo>>> uncounted(int limit);

private:
    Database &m_database;
    QString m_shopId;
};
