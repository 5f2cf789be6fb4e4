// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/Watchers.h"

struct Watchers::Waiter
{
    QPointer<QObject> context;
    std::optional<qint64> after;
    Deliver deliver;
    qint64 told = 0; ///< the newest sequence number handled
    bool recalling = false; ///< what happens meanwhile waits in held
    QList<std::pair<Order, OrderEvent>> held;
    QMetaObject::Connection goneConnection;
};

Watchers::Watchers(Recall recall) : m_recall(std::move(recall)) {}

Watchers::~Watchers()
{
    for (const auto &waiters : std::as_const(m_waiters)) {
        for (const auto &waiter : waiters)
            disconnect(waiter->goneConnection);
    }
}

Result<void> Watchers::watch(const WatchKey &key, std::optional<qint64> after, QObject *context, Deliver deliver)
{
    remove(key, context);
    if (m_count >= maxWaiters)
        return Error{ErrorCode::Busy, QStringLiteral("too many clients are waiting")};
    auto waiter = std::make_shared<Waiter>();
    waiter->context = context;
    waiter->after = after;
    waiter->told = after.value_or(0);
    waiter->deliver = std::move(deliver);
    waiter->goneConnection =
        connect(context, &QObject::destroyed, this, [this, key, context] { remove(key, context); });
    m_waiters[key].append(waiter);
    ++m_count;
    recall(key, waiter);
    return {};
}

void Watchers::unwatch(const WatchKey &key, QObject *context)
{
    remove(key, context);
}

void Watchers::remove(const WatchKey &key, const QObject *context)
{
    const auto found = m_waiters.find(key);
    if (found == m_waiters.end())
        return;
    for (qsizetype i = found->size() - 1; i >= 0; --i) {
        // A destroyed context's QPointer is null by now; the address is only compared.
        const auto &waiter = found->at(i);
        if (waiter->context && waiter->context != context)
            continue;
        disconnect(waiter->goneConnection);
        waiter->context = nullptr;
        found->removeAt(i);
        --m_count;
    }
    if (found->isEmpty())
        m_waiters.erase(found);
}

void Watchers::recall(const WatchKey &key, const WaiterPtr &waiter)
{
    const auto number = OutTradeNo::parse(key.text());
    if (!number)
        return;
    waiter->recalling = true;
    m_recall(*number, waiter->told).then(this, [waiter](const Result<Past> &past) {
        if (waiter->context && past)
            catchUp(*waiter, *past);
        // Still recalling: what a telling causes must not overtake what is held.
        while (waiter->context && !waiter->held.isEmpty()) {
            const auto [order, event] = waiter->held.takeFirst();
            tell(*waiter, order, event);
        }
        waiter->recalling = false;
    });
}

void Watchers::catchUp(Waiter &waiter, const Past &past)
{
    if (waiter.after)
        waiter.deliver({Push::Kind::Snapshot, past.order, std::nullopt});
    for (const auto &event : past.events)
        tell(waiter, past.order, event);
}

void Watchers::tell(Waiter &waiter, const Order &order, const OrderEvent &event)
{
    if (!waiter.context || event.seq <= waiter.told)
        return;
    waiter.told = event.seq;
    const bool isEnd = event.type == EventType::Success || event.type == EventType::Closed;
    if (waiter.after || isEnd)
        waiter.deliver({Push::Kind::Event, order, event});
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
        if (waiter->context)
            waiter->deliver({Push::Kind::Nudge, std::nullopt, std::nullopt});
    }
}
