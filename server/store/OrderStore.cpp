// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/OrderStore.h"

#include "server/domain/Advance.h"
#include "server/store/BillRows.h"
#include "server/store/CaseRows.h"
#include "server/store/Database.h"
#include "server/store/OrderRows.h"
#include "server/store/PickupNumbers.h"

#include <algorithm>

namespace {

constexpr int maxEvents = 1000;

Result<OrderChange> write(OrderRows &rows, Order order, OrderEvent event, std::optional<CaseKind> newCase)
{
    if (const auto updated = rows.update(order); !updated)
        return updated.error();
    if (const auto appended = rows.append(order.outTradeNo, event); !appended)
        return appended.error();
    return OrderChange{std::move(order), std::move(event), newCase};
}

/// A verified payment for a number we never made: no order to hang it on, so the case stands alone.
Result<OrderChange> keepUnknown(OrderRows &rows, const PaymentEvent &seen, const QDateTime &now)
{
    if (seen.state != TradeState::Success && seen.state != TradeState::Refund)
        return OrderChange{};
    const auto kind = seen.foreign ? CaseKind::Foreign : CaseKind::UnknownOrder;
    const auto isNew = rows.insertCase(kind, seen, std::nullopt, now);
    if (!isNew)
        return isNew.error();
    return OrderChange{std::nullopt, std::nullopt, *isNew ? std::optional(kind) : std::nullopt};
}

/// Whether the sale may have another attempt: never a second QR while the first could still be paid.
Result<void> mayBegin(OrderRows &rows, const Order &order)
{
    const auto beside = rows.attemptsBeside(order);
    if (!beside)
        return beside.error();
    const bool isPaid = std::any_of(beside->begin(), beside->end(), [](const Order &other) { return other.isPaid(); });
    if (isPaid)
        return Error{ErrorCode::OrderPaid, QStringLiteral("this sale is paid")};
    if (!beside->isEmpty())
        return Error{ErrorCode::AttemptOpen, QStringLiteral("another attempt of this sale could still be paid")};
    return {};
}

/// isShared: the order's sale has other attempts.
Result<Advance> advanced(OrderRows &rows, const Order &order, bool isShared, const PaymentEvent &seen,
                         const QDateTime &now)
{
    const bool saysPaid = seen.state == TradeState::Success || seen.state == TradeState::Refund;
    if (!saysPaid || !isShared)
        return advance(order, seen, now);
    const auto isSalePaid = rows.isSalePaid(order);
    if (!isSalePaid)
        return isSalePaid.error();
    return advance(order, seen, now, *isSalePaid);
}

/// The order with its bill.
Result<std::optional<Order>> findWhole(SqlConnection &database, const QString &shopId, const OutTradeNo &number)
{
    auto found = OrderRows(database, shopId).find(number.text());
    if (!found || !*found)
        return found;
    auto bill = BillRows(database, shopId).find(number);
    if (!bill)
        return bill.error();
    Order order = **std::move(found);
    order.bill = *std::move(bill);
    return std::optional<Order>(std::move(order));
}

Result<OrderStore::Inserted> insertNew(SqlConnection &database, const QString &shopId, Order order,
                                       const QList<OrderEvent> &events, bool wantsPickupNo)
{
    OrderRows rows(database, shopId);
    if (const auto may = mayBegin(rows, order); !may)
        return may.error();
    if (wantsPickupNo) {
        auto number = PickupNumbers(database, shopId).forOrder(order);
        if (!number)
            return number.error();
        order.pickupNo = *std::move(number);
    }
    if (const auto inserted = rows.insert(order); !inserted)
        return inserted.error();
    if (order.bill) {
        if (const auto kept = BillRows(database, shopId).insert(order.outTradeNo, *order.bill); !kept)
            return kept.error();
    }
    for (const auto &event : events) {
        if (const auto appended = rows.append(order.outTradeNo, event); !appended)
            return appended.error();
    }
    return OrderStore::Inserted{std::move(order), true};
}

} // namespace

OrderStore::OrderStore(Database &database, QString shopId) : m_database(database), m_shopId(std::move(shopId)) {}

QFuture<Result<OrderStore::Inserted>> OrderStore::insert(const Order &order, const QList<OrderEvent> &events,
                                                         bool wantsPickupNo)
{
    return m_database.run<Inserted>(
        [shopId = m_shopId, order, events, wantsPickupNo](SqlConnection &database) -> Result<Inserted> {
            auto existing = findWhole(database, shopId, order.outTradeNo);
            if (!existing)
                return existing.error();
            if (*existing)
                return Inserted{**std::move(existing), false};
            return insertNew(database, shopId, order, events, wantsPickupNo);
        });
}

QFuture<Result<Order>> OrderStore::load(const OutTradeNo &number)
{
    return m_database.run<Order>([shopId = m_shopId, number](SqlConnection &database) -> Result<Order> {
        auto found = findWhole(database, shopId, number);
        if (!found)
            return found.error();
        if (!*found)
            return Error{ErrorCode::NotFound, QStringLiteral("no such order")};
        return **std::move(found);
    });
}

QFuture<Result<OrderHistory>> OrderStore::history(const OutTradeNo &number, qint64 after)
{
    return m_database.run<OrderHistory>(
        [shopId = m_shopId, number, after](SqlConnection &database) -> Result<OrderHistory> {
            OrderRows rows(database, shopId);
            auto order = rows.get(number);
            if (!order)
                return order.error();
            auto events = rows.events(number, after, maxEvents);
            if (!events)
                return events.error();
            return OrderHistory{*std::move(order), *std::move(events)};
        });
}

QFuture<Result<OrderPage>> OrderStore::list(const OrderFilter &filter)
{
    return m_database.run<OrderPage>(
        [shopId = m_shopId, filter](SqlConnection &database) { return OrderRows(database, shopId).list(filter); });
}

QFuture<Result<QList<Order>>> OrderStore::unfinished(const QString &after)
{
    return m_database.run<QList<Order>>([shopId = m_shopId, after](SqlConnection &database) {
        return OrderRows(database, shopId).unfinished(after, mostUnfinished);
    });
}

QFuture<Result<QList<PaymentCase>>> OrderStore::cases(const QString &state)
{
    return m_database.run<QList<PaymentCase>>(
        [shopId = m_shopId, state](SqlConnection &database) { return CaseRows(database, shopId).list(state); });
}

QFuture<Result<OrderChange>> OrderStore::change(const OutTradeNo &number, Edit edit)
{
    return m_database.run<OrderChange>(
        [shopId = m_shopId, number, edit = std::move(edit)](SqlConnection &database) -> Result<OrderChange> {
            OrderRows rows(database, shopId);
            auto loaded = rows.get(number);
            if (!loaded)
                return loaded.error();
            Order order = *std::move(loaded);
            auto event = edit(order);
            if (!event)
                return OrderChange{std::move(order), std::nullopt, std::nullopt};
            event->seq = ++order.seq;
            return write(rows, std::move(order), *std::move(event), std::nullopt);
        });
}

QFuture<Result<Order>> OrderStore::setClosing(const OutTradeNo &number, bool closing)
{
    return m_database.run<Order>([shopId = m_shopId, number, closing](SqlConnection &database) -> Result<Order> {
        OrderRows rows(database, shopId);
        auto order = rows.get(number);
        if (!order || order->isSettled() || order->closing == closing)
            return order;
        Order marked = *std::move(order);
        marked.closing = closing;
        if (const auto updated = rows.update(marked); !updated)
            return updated.error();
        return marked;
    });
}

QFuture<Result<OrderChange>> OrderStore::settle(const PaymentEvent &seen, const QDateTime &now)
{
    return m_database.run<OrderChange>([shopId = m_shopId, seen, now](SqlConnection &database) -> Result<OrderChange> {
        OrderRows rows(database, shopId);
        auto order = rows.find(seen.outTradeNo);
        if (!order)
            return order.error();
        if (!*order)
            return keepUnknown(rows, seen, now);
        const auto isShared = rows.hasOtherAttempts(**order);
        if (!isShared)
            return isShared.error();
        auto next = advanced(rows, **order, *isShared, seen, now);
        if (!next)
            return next.error();
        if (next->newCase) {
            const auto isNew = rows.insertCase(*next->newCase, seen, (*order)->total, now);
            if (!isNew)
                return isNew.error();
            if (!*isNew)
                return OrderChange{**order, std::nullopt, std::nullopt};
        }
        if (!next->event)
            return OrderChange{**order, std::nullopt, std::nullopt};
        if (*isShared && next->event->type == EventType::Success) {
            if (const auto told = CaseRows(database, shopId).saleIsPaidBy(next->order); !told)
                return told.error();
        }
        return write(rows, next->order, *next->event, next->newCase);
    });
}
