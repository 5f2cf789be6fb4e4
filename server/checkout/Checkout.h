// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/checkout/CancelLadder.h"
#include "server/checkout/CodeRequests.h"
#include "server/checkout/NewOrder.h"
#include "server/checkout/Reconciler.h"
#include "server/store/OrderStore.h"

/// The use cases, and the only writer of orders. Everything that changes one goes through here, is written first, and
/// is announced only after its commit.
class Checkout : public QObject
{
    Q_OBJECT
public:
    Checkout(OrderStore &store, PaymentProvider &provider, Clock &clock, const CheckoutSettings &settings);

    /// Takes up what is open in the books, and asks about every open order from now on. Call it once.
    void start();
    /// Of orders that are made from now on; those there are keep their deadlines.
    void setOrderLifetime(std::chrono::seconds lifetime) { m_settings.orderLifetime = lifetime; }

    struct Placed
    {
        Order order; ///< without codeUrl WeChat has not answered yet; a CODE_READY follows
        bool isNew = false;
    };
    /// The order is in the books before WeChat hears of it; what was paid at the till WeChat never hears of, and it is
    /// paid from its first moment. The same number for the same (NewOrder::isFor) answers the same order; otherwise
    /// Conflict. InvalidInput: NewOrder::check(); OrderPaid, AttemptOpen: the sale's other attempts.
    QFuture<Result<Placed>> place(const NewOrder &wanted);

    QFuture<Result<Order>> order(const OutTradeNo &number); ///< with its bill
    QFuture<Result<OrderPage>> orders(const OrderFilter &filter);
    QFuture<Result<OrderHistory>> history(const OutTradeNo &number, qint64 after);
    QFuture<Result<QList<PaymentCase>>> cases(const QString &state);

    /// The order after WeChat was asked, as it is where WeChat has no part in it; Unknown or ProviderUnavailable when
    /// it did not answer.
    QFuture<Result<Order>> query(const OutTradeNo &number);
    /// What WeChat says of a number that the books need not have, settled. NotFound: it knows none.
    QFuture<Result<PaymentEvent>> lookUp(const OutTradeNo &number);
    /// The same by WeChat's own number.
    QFuture<Result<PaymentEvent>> lookUp(const QString &transactionId);
    /// The order closed; paid, when that was faster; with an open case as it is; or closing, while it is not known.
    /// operatorId: who wants it, for the CLOSED event; empty: nobody in person.
    QFuture<Result<Order>> close(const OutTradeNo &number, const QString &operatorId = {});
    /// A verified word of WeChat's, by whichever way it came. Done means: durably written, if only as a case.
    QFuture<Result<OrderChange>> settle(const PaymentEvent &seen);

signals:
    /// Something that is in the books now.
    void happened(const Order &order, const OrderEvent &event);
    void caseOpened(CaseKind kind);

private:
    QFuture<Result<Order>> settledOrder(const PaymentEvent &seen);
    QFuture<Result<PaymentEvent>> settled(QFuture<Result<PaymentEvent>> answer);
    QFuture<Result<Order>> closeIfVanished(const OutTradeNo &number, const QString &operatorId);
    QFuture<Result<Placed>> withCode(const OrderStore::Inserted &inserted);
    bool wantsCode(const Order &order) const;
    /// What the reconciler has done about an order that a restart found without its code, or that is at its deadline.
    void askCodeBehind(const OutTradeNo &number);
    void closeBehind(const OutTradeNo &number);
    void announce(const OrderChange &change);

    OrderStore &m_store;
    Clock &m_clock;
    CheckoutSettings m_settings;
    QueryBudget m_budget;
    ProviderLine m_line;
    CodeRequests m_codes;
    CancelLadder m_ladder;
    Reconciler m_reconciler;
};
