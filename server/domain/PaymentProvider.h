// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/PaymentEvent.h"

/// Who moves the money, in our words. Every call may be repeated with the same number and does no harm.
/// Errors: Unknown (no answer, or one that did not verify: it may have happened), ProviderUnavailable (may be asked
/// again), RateLimited, ProviderRefused (will not change by asking again), NotFound (no such order), OrderPaid,
/// OrderClosed, Conflict (the number is in use with other parameters).
class PaymentProvider
{
public:
    virtual ~PaymentProvider() = default;

    /// Answers the text of the QR code. The order's number, amount, description and expiresAt are what counts.
    virtual QFuture<Result<QString>> createNative(const Order &order) = 0;
    virtual QFuture<Result<PaymentEvent>> query(const OutTradeNo &number) = 0;
    virtual QFuture<Result<PaymentEvent>> queryByTransactionId(const QString &transactionId) = 0;
    /// Accepted is not proof: only a query that answers Closed is.
    virtual QFuture<Result<void>> close(const OutTradeNo &number) = 0;
};
