// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/PaymentEvent.h"
#include "server/domain/Refund.h"

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

    /// Asks for the refund, under its number. An answer means accepted, not that the money is back (reference 4.2).
    /// ProviderRefused (its message begins with WeChat's code, as NOT_ENOUGH): none was made by this call.
    virtual QFuture<Result<RefundEvent>> refund(const Refund &refund) = 0;
    virtual QFuture<Result<RefundEvent>> queryRefund(const OutRefundNo &number) = 0;
    /// Sends an abnormal refund to the merchant's own bank card instead (reference 4.3); the shop pays it out by hand.
    virtual QFuture<Result<RefundEvent>> redirectAbnormal(const Refund &refund) = 0;
};
