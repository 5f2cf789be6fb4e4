// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/checkout/QueryBudget.h"
#include "server/domain/PaymentProvider.h"

/// The line to WeChat Pay as everything of Checkout uses it: questions under the budget, and a word when it answers
/// again after a silence.
class ProviderLine : public QObject, public PaymentProvider
{
    Q_OBJECT
public:
    ProviderLine(PaymentProvider &provider, QueryBudget &budget) : m_provider(provider), m_budget(budget) {}

    /// Without waiting for a turn: who asks has reserved one in the budget.
    QFuture<Result<PaymentEvent>> queryNow(const OutTradeNo &number);

    QFuture<Result<QString>> createNative(const Order &order) override;
    /// In turn. Busy: too many wait.
    QFuture<Result<PaymentEvent>> query(const OutTradeNo &number) override;
    QFuture<Result<PaymentEvent>> queryByTransactionId(const QString &transactionId) override;
    QFuture<Result<void>> close(const OutTradeNo &number) override;
    QFuture<Result<RefundEvent>> refund(const Refund &refund) override { return m_provider.refund(refund); }
    QFuture<Result<RefundEvent>> queryRefund(const OutRefundNo &number) override
    {
        return m_provider.queryRefund(number);
    }
    QFuture<Result<RefundEvent>> redirectAbnormal(const Refund &refund) override
    {
        return m_provider.redirectAbnormal(refund);
    }

signals:
    /// An answer came after at least two calls without one.
    void cameBack();

private:
    using Question = std::function<QFuture<Result<PaymentEvent>>()>;

    QFuture<Result<PaymentEvent>> inTurn(Question ask);
    template <class T> QFuture<Result<T>> heard(QFuture<Result<T>> answer);
    void note(bool answered);

    PaymentProvider &m_provider;
    QueryBudget &m_budget;
    int m_silences = 0; ///< in a row
};
