// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Order.h"
#include "server/push/WatchLimits.h"

#include <QHash>
#include <QHostAddress>
#include <QObject>
#include <QPointer>
#include <functional>
#include <memory>

/// One thing a waiter is told.
struct Push
{
    enum class Kind {
        Snapshot, ///< the order as it is now
        Event, ///< something that happened to it
        Nudge, ///< a key without an order was called (training's mock webhook)
        Failed, ///< what has happened could not be recalled, or may not be told; the watch has ended with this
    };
    Kind kind = Kind::Event;
    std::optional<Order> order = {};
    std::optional<OrderEvent> event = {};
    Error error = {}; ///< of Failed
};

/// Somebody who waits, and from where.
struct WaitingClient
{
    QObject *connection; ///< lives as long as the client's
    QHostAddress peer;
    QString terminal = {}; ///< the paired one whose token let it in; empty: another token did
};

/// Who waits for which key, since which sequence number. One registry for every kind of waiter; a waiter leaves no
/// trace once its connection has gone. What has already happened is told at once; nothing is told twice.
class Watchers : public QObject
{
    Q_OBJECT
public:
    /// The order and its events after a sequence number; NotFound for a key without an order.
    struct Past
    {
        Order order;
        QList<OrderEvent> events;
    };
    using Recall = std::function<QFuture<Result<Past>>(const OutTradeNo &, qint64 after)>;
    using Deliver = std::function<void(const Push &)>;

    explicit Watchers(Recall recall, const WatchLimits &limits = {});
    ~Watchers() override;

    /// With after: a Snapshot first, then every later event in order. Without: only how it ends, SUCCESS or a final
    /// failure, at once if that has happened. The same key and connection again replaces the watch. Busy: maxWaiters;
    /// RateLimited: maxWaitersPerPeer.
    Result<void> watch(const WatchKey &key, std::optional<qint64> after, const WaitingClient &client, Deliver deliver);
    void unwatch(const WatchKey &key, QObject *connection);
    /// That terminal is revoked: its watches end with Failed, Unauthorized.
    void drop(const QString &terminal);
    /// Waits, not connections.
    int count() const { return m_count; }

    void announce(const Order &order, const OrderEvent &event);
    void nudge(const WatchKey &key);

signals:
    /// Somebody has been told the order's state as of that event.
    void pushed(const OutTradeNo &number, qint64 seq);

private:
    struct Waiter;
    using WaiterPtr = std::shared_ptr<Waiter>;

    Result<void> admit(const QHostAddress &peer) const;
    void recall(const WatchKey &key, const WaiterPtr &waiter);
    void recalled(const WatchKey &key, const WaiterPtr &waiter, const Result<Past> &past);
    void catchUp(Waiter &waiter, const Past &past);
    void tell(Waiter &waiter, const Order &order, const OrderEvent &event);
    void remove(const WatchKey &key, const QObject *connection);
    void countOut(const Waiter &waiter);

    Recall m_recall;
    WatchLimits m_limits;
    QHash<WatchKey, QList<WaiterPtr>> m_waiters;
    QHash<QHostAddress, int> m_perPeer; ///< loopback peers are not in it
    int m_count = 0;
};
