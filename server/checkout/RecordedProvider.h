// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/checkout/FlightRecorder.h"
#include "server/domain/PaymentProvider.h"

/// Passes every call on to the real provider, and marks in the orders' timelines what was asked, how it was answered
/// and how long that took. It changes no answer.
class RecordedProvider final : public QObject, public PaymentProvider
{
    Q_OBJECT
public:
    RecordedProvider(PaymentProvider &inner, FlightRecorder &recorder, const Clock &clock);

    QFuture<Result<QString>> createNative(const Order &order) override;
    QFuture<Result<PaymentEvent>> query(const OutTradeNo &number) override;
    QFuture<Result<PaymentEvent>> queryByTransactionId(const QString &transactionId) override;
    QFuture<Result<void>> close(const OutTradeNo &number) override;
    QFuture<Result<RefundEvent>> refund(const Refund &refund) override;
    QFuture<Result<RefundEvent>> queryRefund(const OutRefundNo &number) override;
    QFuture<Result<RefundEvent>> redirectAbnormal(const Refund &refund) override;

signals:
    /// A call has ended. call: create, query, close, refund, refund_query or redirect; fault: none where it was
    /// answered as asked.
    void ended(const char *call, std::optional<ErrorCode> fault, std::chrono::milliseconds took);

private:
    /// When something was asked.
    struct Asked
    {
        QDateTime at;
        qint64 steadyMs = 0;
    };
    Asked asked() const { return {m_clock.now(), m_clock.steadyMs()}; }
    template <class T> void end(const char *call, const Asked &asked, const Result<T> &answer)
    {
        emit ended(call, answer ? std::nullopt : std::optional(answer.error().code),
                   std::chrono::milliseconds(m_clock.steadyMs() - asked.steadyMs));
    }
    Asked asked(const QString &outTradeNo, const QString &what);
    void answered(const QString &outTradeNo, const QString &what, const Asked &asked, const QString &outcome);
    void looked(const QString &outTradeNo, const QString &what, const Asked &asked, const QString &outcome);
    QFuture<Result<RefundEvent>> refundAnswered(const Refund &refund, const char *what,
                                                QFuture<Result<RefundEvent>> answer);

    PaymentProvider &m_inner;
    FlightRecorder &m_recorder;
    const Clock &m_clock;
};
