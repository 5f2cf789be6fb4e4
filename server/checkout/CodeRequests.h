// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/checkout/CheckoutSettings.h"
#include "server/domain/Clock.h"
#include "server/domain/PaymentProvider.h"
#include "server/store/OrderStore.h"

#include <QHash>
#include <QObject>
#include <QPromise>
#include <memory>

/// Asks WeChat for the QR's text of an order that is in the books, once at a time for each number, and again until
/// there is a code, a refusal, or the order's time is up.
class CodeRequests : public QObject
{
    Q_OBJECT
public:
    /// Writes a witness's word into the books and answers the order as it is afterwards.
    using Settle = std::function<QFuture<Result<Order>>(const PaymentEvent &)>;

    CodeRequests(OrderStore &store, PaymentProvider &provider, Clock &clock, const CheckoutSettings &settings,
                 Settle settle);

    /// The order with its code; after the settings' patience the order as it is, while the asking goes on. Whoever
    /// asks for the same number meanwhile joins. ProviderRefused: WeChat said no, and the order is closed.
    QFuture<Result<Order>> ask(const Order &order);
    /// No further try for this number. Answers whether one is under way still.
    bool giveUp(const OutTradeNo &number);

signals:
    void happened(const Order &order, const OrderEvent &event);

private:
    struct Asking
    {
        Order order;
        bool givenUp = false;
        QList<std::shared_ptr<QPromise<Result<Order>>>> waiting;
    };
    using AskingPtr = std::shared_ptr<Asking>;

    void tryOnce(const AskingPtr &asking);
    void keepCode(const AskingPtr &asking, const QString &codeUrl);
    void failed(const AskingPtr &asking, const Error &error);
    /// WeChat has an order of that number with other parameters, or one that is over: a query decides (reference 2.2).
    void learnItsState(const AskingPtr &asking, const Error &error);
    void closeRefused(const AskingPtr &asking, const Error &error);
    void finish(const AskingPtr &asking, const Result<Order> &result);
    static void answer(Asking &asking, const Result<Order> &result);

    OrderStore &m_store;
    PaymentProvider &m_provider;
    Clock &m_clock;
    CheckoutSettings m_settings;
    Settle m_settle;
    QHash<OutTradeNo, AskingPtr> m_askings;
};
