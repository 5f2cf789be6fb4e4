// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Order.h"
#include "server/domain/PaymentCase.h"
#include "server/domain/Refund.h"

class Database;

/// What a person wants done with a case.
struct CaseDecision
{
    qint64 id = 0;
    QString reason; ///< 1 to Refund::maxReasonLength bytes; of a refund the payer reads it
    QString operatorId;
};

/// What a decision did. Without events and without refund it had been taken before, or the case has no order.
struct CaseChange
{
    PaymentCase decided;
    std::optional<Order> order; ///< as it is after the last event; none: of an order that is not in the books
    QList<OrderEvent> events;
    std::optional<Refund> refund; ///< the one that WeChat is to be asked for now
};

/// Payments that a person decides about. Every write is one transaction; every answer comes after its commit.
/// Errors: NotFound (no such case), CaseDecided (otherwise), Busy, StoreFailure, and what each call names.
class CaseStore
{
public:
    CaseStore(Database &database, QString shopId);

    /// Newest first, at most 500; an empty state means all.
    QFuture<Result<QList<PaymentCase>>> list(const QString &state);
    QFuture<Result<PaymentCase>> load(qint64 id);

    /// The payment counts as received.
    QFuture<Result<CaseChange>> honour(const CaseDecision &decision, const QDateTime &now);
    /// The payment goes back, whole, under that number. CaseNotOurs: another merchant's. An abnormal refund is
    /// redirected() instead: InvalidInput.
    QFuture<Result<CaseChange>> refund(const CaseDecision &decision, const OutRefundNo &number, const QDateTime &now);
    /// WeChat has taken the abnormal refund over to the shop's own card, and said so.
    QFuture<Result<CaseChange>> redirected(const CaseDecision &decision, const RefundEvent &seen, const QDateTime &now);

private:
    Database &m_database;
    QString m_shopId;
};
