// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Order.h"
#include "server/domain/PaymentCase.h"
#include "server/domain/PaymentEvent.h"

#include <functional>

class Database;

/// An order and the events after a sequence number, read at one moment.
struct OrderHistory
{
    Order order;
    QList<OrderEvent> events;
};

/// What a change did. Without an event nothing was written.
struct OrderChange
{
    std::optional<Order> order; ///< none: an order we do not know
    std::optional<OrderEvent> event;
    std::optional<CaseKind> newCase;
};

struct OrderFilter
{
    QDateTime from; ///< inclusive; invalid: no bound
    QDateTime to; ///< exclusive; invalid: no bound
    std::optional<TradeState> state;
    std::optional<Money> amount; ///< exactly
    std::optional<Tender> tender;
    bool openCase = false; ///< only those whose money waits for a person
    /// The last characters of our number or of WeChat's. Fewer than four are looked for among the newest 20,000 only.
    QString tail;
    int limit = 50; ///< 1 to 500
    QString cursor; ///< from the page before; empty: the newest
};

struct OrderPage
{
    QList<Order> orders; ///< newest first
    QString nextCursor; ///< empty: no more
};

/// Orders as rows, and the durable log. Every write is one transaction; every answer comes after its commit.
/// Errors: NotFound, Busy, StoreFailure.
class OrderStore
{
public:
    OrderStore(Database &database, QString shopId);

    struct Inserted
    {
        Order order; ///< the one in the books
        bool isNew = false; ///< false: the number was there already, nothing was written
    };
    /// The order with its bill, its first events, and where one is wanted the number to call out: all of it or nothing.
    /// One sale has one attempt after another, whatever it is paid with. AttemptOpen: another one of this sale could
    /// still be paid, or has an open case; OrderPaid: one is paid.
    QFuture<Result<Inserted>> insert(const Order &order, const QList<OrderEvent> &events, bool wantsPickupNo = false);
    QFuture<Result<Inserted>> insert(const Order &order, const OrderEvent &created)
    {
        return insert(order, QList<OrderEvent>{created});
    }

    QFuture<Result<Order>> load(const OutTradeNo &number); ///< with its bill
    /// Events after a sequence number, at most 1000.
    QFuture<Result<OrderHistory>> history(const OutTradeNo &number, qint64 after);
    QFuture<Result<OrderPage>> list(const OrderFilter &filter);
    /// Orders that WeChat may still have something to tell of (not isSettled()), by number, after the given one: at
    /// most mostUnfinished at a time, an empty list at the end.
    static constexpr int mostUnfinished = 1000;
    QFuture<Result<QList<Order>>> unfinished(const QString &after = {});
    QFuture<Result<QList<PaymentCase>>> cases(const QString &state);

    /// The event, if the order should change; it gets the next sequence number. Runs on the store's thread: pure.
    using Edit = std::function<std::optional<OrderEvent>(Order &)>;
    QFuture<Result<OrderChange>> change(const OutTradeNo &number, Edit edit);
    /// Sets the mark of a cancel on its way; no event.
    QFuture<Result<Order>> setClosing(const OutTradeNo &number, bool closing);
    /// A witness's word, by the rules of advance(). The same word again writes nothing.
    QFuture<Result<OrderChange>> settle(const PaymentEvent &seen, const QDateTime &now);

private:
    Database &m_database;
    QString m_shopId;
};
