// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/checkout/RefundCarrier.h"

/// Money on its way back: written down, then asked for under its number until WeChat has answered, then followed by
/// notification or query to its end. Whatever changes in the books is announced only after its commit.
class Refunds : public QObject
{
    Q_OBJECT
public:
    static constexpr int mostUnfinished = 10'000; ///< refunds followed at a time; more are refused as Busy

    Refunds(RefundStore &store, PaymentProvider &provider, Clock &clock, const CheckoutSettings &settings);

    /// Takes up every refund that WeChat has not said the end of.
    void start();

    /// In the books before WeChat hears of it; answers once WeChat has taken it, or after the settings' patience as it
    /// stands. WeChat never hears of one of money that was paid at the till: it is done when it is in the books.
    /// Errors: the store's; ProviderRefused, its message WeChat's code: CLOSED, nothing moved.
    QFuture<Result<RefundStore::Requested>> request(const NewRefund &wanted);
    QFuture<Result<Refund>> refund(const OutRefundNo &number);
    QFuture<Result<QList<Refund>>> ofOrder(const OutTradeNo &number);

    /// A verified word of WeChat's, by whichever way it came. Done means: durably written.
    QFuture<Result<RefundChange>> settle(const RefundEvent &seen);
    /// Carries a refund that is in the books to its end.
    void follow(const Refund &refund);
    /// An order is paid now: what WeChat said about its refunds before counts from here on. To be connected to
    /// happened() of Checkout and of Cases.
    void noticePayment(const Order &order, const OrderEvent &event);

signals:
    /// Something that is in the books now.
    void happened(const Order &order, const OrderEvent &event);
    void caseOpened(CaseKind kind);

private:
    QFuture<Result<RefundChange>> refuse(const OutRefundNo &number, const QString &code);
    QFuture<Result<RefundChange>> written(QFuture<Result<RefundChange>> change);
    void countIn(const OutTradeNo &number);

    RefundStore &m_store;
    Clock &m_clock;
    CheckoutSettings m_settings;
    RefundCarrier m_carrier;
};
