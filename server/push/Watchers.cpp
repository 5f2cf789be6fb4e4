// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/Watchers.h"

#include "server/net/PeerNetwork.h"

struct Watchers::Waiter
{
    QPointer<QObject> connection; ///< null: told nothing any more
    QHostAddress peer; ///< its network; null where it does not count
    QString terminal;
    std::optional<qint64> after;
    Deliver deliver;
    qint64 told = 0; ///< the newest sequence number handled
    bool recalling = false; ///< what happens meanwhile waits in held
    QList<std::pair<Order, OrderEvent>> held;
    QMetaObject::Connection goneConnection;
};

Watchers::Watchers(Recall recall, const WatchLimits &limits) : m_recall(std::move(recall)), m_limits(limits) {}

Watchers::~Watchers()
{
    for (const auto &waiters : std::as_const(m_waiters)) {
        for (const auto &waiter : waiters)
            disconnect(waiter->goneConnection);
    }
}

Result<void> Watchers::watch(const WatchKey &key, std::optional<qint64> after, const WaitingClient &client,
                             Deliver deliver)
{
    remove(key, client.connection);
    if (const auto admitted = admit(client.peer); !admitted)
        return admitted.error();
    auto waiter = std::make_shared<Waiter>();
    waiter->connection = client.connection;
    waiter->peer = client.peer.isLoopback() ? QHostAddress() : networkOf(client.peer);
    waiter->terminal = client.terminal;
    waiter->after = after;
    waiter->told = after.value_or(0);
    waiter->deliver = std::move(deliver);
    waiter->goneConnection = connect(client.connection, &QObject::destroyed, this,
                                     [this, key, gone = client.connection] { remove(key, gone); });
    m_waiters[key].append(waiter);
    ++m_count;
    if (!waiter->peer.isNull())
        ++m_perPeer[waiter->peer];
    recall(key, waiter);
    return {};
}

Result<void> Watchers::admit(const QHostAddress &peer) const
{
    if (m_count >= m_limits.maxWaiters)
        return Error{ErrorCode::Busy, QStringLiteral("too many clients are waiting")};
    if (m_perPeer.value(networkOf(peer)) >= m_limits.maxWaitersPerPeer)
        return Error{ErrorCode::RateLimited, QStringLiteral("too many waits from one address")};
    return {};
}

void Watchers::unwatch(const WatchKey &key, QObject *connection)
{
    remove(key, connection);
}

void Watchers::drop(const QString &terminal)
{
    QList<std::pair<WatchKey, WaiterPtr>> dropped;
    for (auto key = m_waiters.cbegin(); key != m_waiters.cend(); ++key) {
        for (const auto &waiter : *key) {
            if (waiter->terminal == terminal && !terminal.isEmpty())
                dropped.append({key.key(), waiter});
        }
    }
    for (const auto &[key, waiter] : std::as_const(dropped)) {
        if (!waiter->connection)
            continue; // another's telling has ended it
        remove(key, waiter->connection);
        waiter->deliver({.kind = Push::Kind::Failed,
                         .error = {ErrorCode::Unauthorized, QStringLiteral("the terminal is not paired any more")}});
    }
}

void Watchers::remove(const WatchKey &key, const QObject *connection)
{
    const auto found = m_waiters.find(key);
    if (found == m_waiters.end())
        return;
    for (qsizetype i = found->size() - 1; i >= 0; --i) {
        // A destroyed connection's QPointer is null by now; the address is only compared.
        const auto waiter = found->at(i);
        if (waiter->connection && waiter->connection != connection)
            continue;
        disconnect(waiter->goneConnection);
        waiter->connection = nullptr;
        countOut(*waiter);
        found->removeAt(i);
    }
    if (found->isEmpty())
        m_waiters.erase(found);
}

void Watchers::countOut(const Waiter &waiter)
{
    --m_count;
    if (waiter.peer.isNull())
        return;
    if (const auto counted = m_perPeer.find(waiter.peer); --*counted == 0)
        m_perPeer.erase(counted);
}

void Watchers::recall(const WatchKey &key, const WaiterPtr &waiter)
{
    const auto number = OutTradeNo::parse(key.text());
    if (!number)
        return;
    waiter->recalling = true;
    m_recall(*number, waiter->told).then(this, [this, key, waiter](const Result<Past> &past) {
        recalled(key, waiter, past);
    });
}

void Watchers::recalled(const WatchKey &key, const WaiterPtr &waiter, const Result<Past> &past)
{
    if (waiter->connection && !past && past.error().code != ErrorCode::NotFound) {
        // Without its past a waiter would wait for what has happened already, so it has to ask again.
        remove(key, waiter->connection);
        return waiter->deliver({.kind = Push::Kind::Failed, .error = past.error()});
    }
    if (waiter->connection && past)
        catchUp(*waiter, *past);
    // Still recalling: what a telling causes must not overtake what is held.
    while (waiter->connection && !waiter->held.isEmpty()) {
        const auto [order, event] = waiter->held.takeFirst();
        tell(*waiter, order, event);
    }
    waiter->recalling = false;
}

void Watchers::catchUp(Waiter &waiter, const Past &past)
{
    if (waiter.after) {
        waiter.deliver({.kind = Push::Kind::Snapshot, .order = past.order});
        emit pushed(past.order.outTradeNo, past.order.seq);
    }
    for (const auto &event : past.events)
        tell(waiter, past.order, event);
}

void Watchers::tell(Waiter &waiter, const Order &order, const OrderEvent &event)
{
    if (!waiter.connection || event.seq <= waiter.told)
        return;
    waiter.told = event.seq;
    const bool isEnd = event.type == EventType::Success || event.type == EventType::Closed;
    if (!waiter.after && !isEnd)
        return;
    waiter.deliver({.kind = Push::Kind::Event, .order = order, .event = event});
    emit pushed(order.outTradeNo, event.seq);
}

void Watchers::announce(const Order &order, const OrderEvent &event)
{
    // A copy: a delivery may end a watch, and with it its entry here.
    const auto waiters = m_waiters.value(WatchKey(order.outTradeNo));
    for (const auto &waiter : waiters) {
        if (waiter->recalling)
            waiter->held.append({order, event});
        else
            tell(*waiter, order, event);
    }
}

void Watchers::nudge(const WatchKey &key)
{
    const auto waiters = m_waiters.value(key);
    for (const auto &waiter : waiters) {
        if (waiter->connection)
            waiter->deliver({.kind = Push::Kind::Nudge});
    }
}
