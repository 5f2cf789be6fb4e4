// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/RefundStore.h"

#include "server/store/Database.h"
#include "server/store/OrderRows.h"
#include "server/store/RefundLedger.h"
#include "server/store/RefundRows.h"

#include <algorithm>

namespace {

constexpr int mostListed = 500;

/// The rules of reference 4.6, on what is in the books at this moment.
Result<void> allow(const NewRefund &wanted, const Order &order, const RefundRows::Sum &sum, const QDateTime &now)
{
    if (wanted.amount.isZero())
        return because(ErrorCode::InvalidInput, "a refund needs an amount");
    if (!order.isPaid() || (order.tender == Tender::WeChatPay && order.transactionId.isEmpty()))
        return because(ErrorCode::NotPaid, "the order is not paid");
    if (order.successTime.addDays(Refund::longestAfterPaymentDays) < now)
        return because(ErrorCode::RefundTooLate, "the payment is more than a year old");
    if (sum.count >= Refund::mostPerOrder)
        return because(ErrorCode::RefundTooMany, "an order has at most 50 refunds");
    const Money paid = std::min(order.received.value_or(order.total), order.total);
    const auto together = sum.wanted.plus(wanted.amount);
    if (!together || *together > paid)
        return because(ErrorCode::RefundTooMuch, "the refunds would exceed the payment");
    if (wanted.limit && *together > *wanted.limit)
        return because(ErrorCode::Forbidden, "the order's refunds would exceed what this operator may give back");
    return {};
}

Refund booked(const NewRefund &wanted, const Order &order, const RefundRows::Sum &sum, const QDateTime &now)
{
    const QDateTime afterTheLast = sum.lastAsk.isValid() ? sum.lastAsk.addMSecs(Refund::spacingMs) : now;
    const bool isAtTheTill = order.tender != Tender::WeChatPay;
    return {.shopId = order.shopId,
            .outRefundNo = wanted.number,
            .outTradeNo = order.outTradeNo.text(),
            .transactionId = order.transactionId,
            .total = order.received.value_or(order.total),
            .amount = wanted.amount,
            .reason = wanted.reason,
            .status = isAtTheTill ? RefundStatus::Success : RefundStatus::Processing,
            .accepted = isAtTheTill,
            .operatorId = wanted.operatorId,
            .createdAt = now,
            .askAfter = isAtTheTill ? now : std::max(now, afterTheLast),
            .successTime = isAtTheTill ? now : QDateTime()};
}

Result<RefundStore::Requested> write(SqlConnection &database, const QString &shopId, const NewRefund &wanted,
                                     const QDateTime &now)
{
    RefundRows refunds(database, shopId);
    const auto known = refunds.find(wanted.number.text());
    if (!known)
        return known.error();
    if (*known) {
        const Refund &there = **known;
        if (there.outTradeNo != wanted.order.text() || there.amount != wanted.amount || there.reason != wanted.reason)
            return because(ErrorCode::Conflict, "the number is in use with other parameters");
        return RefundStore::Requested{there, false};
    }
    const auto order = OrderRows(database, shopId).get(wanted.order);
    if (!order)
        return order.error();
    const auto sum = refunds.sumOf(order->transactionId, order->outTradeNo.text());
    if (!sum)
        return sum.error();
    if (const auto allowed = allow(wanted, *order, *sum, now); !allowed)
        return allowed.error();
    const Refund refund = booked(wanted, *order, *sum, now);
    if (refund.isFinal()) {
        const auto done = RefundLedger(database, shopId, now).handOut(refund);
        if (!done)
            return done.error();
        return RefundStore::Requested{refund, true, done->order, done->events};
    }
    if (const auto inserted = refunds.insert(refund); !inserted)
        return inserted.error();
    return RefundStore::Requested{refund, true};
}

} // namespace

RefundStore::RefundStore(Database &database, QString shopId) : m_database(database), m_shopId(std::move(shopId)) {}

QFuture<Result<RefundStore::Requested>> RefundStore::request(const NewRefund &wanted, const QDateTime &now)
{
    return m_database.run<Requested>(
        [shopId = m_shopId, wanted, now](SqlConnection &database) { return write(database, shopId, wanted, now); });
}

QFuture<Result<Refund>> RefundStore::load(const OutRefundNo &number)
{
    return m_database.run<Refund>([shopId = m_shopId, number](SqlConnection &database) -> Result<Refund> {
        const auto found = RefundRows(database, shopId).find(number.text());
        if (!found)
            return found.error();
        if (!*found)
            return because(ErrorCode::NotFound, "no such refund");
        return **found;
    });
}

QFuture<Result<QList<Refund>>> RefundStore::ofOrder(const OutTradeNo &number)
{
    return m_database.run<QList<Refund>>([shopId = m_shopId, number](SqlConnection &database) -> Result<QList<Refund>> {
        if (const auto order = OrderRows(database, shopId).get(number); !order)
            return order.error();
        return RefundRows(database, shopId).ofOrder(number.text(), mostListed);
    });
}

QFuture<Result<QList<Refund>>> RefundStore::unfinished(int limit)
{
    return m_database.run<QList<Refund>>(
        [shopId = m_shopId, limit](SqlConnection &database) { return RefundRows(database, shopId).unfinished(limit); });
}

QFuture<Result<RefundChange>> RefundStore::settle(const RefundEvent &seen, const QDateTime &now)
{
    return m_database.run<RefundChange>([shopId = m_shopId, seen, now](SqlConnection &database) {
        return RefundLedger(database, shopId, now).settle(seen);
    });
}

QFuture<Result<RefundChange>> RefundStore::refuse(const OutRefundNo &number, const QString &code, const QDateTime &now)
{
    return m_database.run<RefundChange>([shopId = m_shopId, number, code, now](SqlConnection &database) {
        return RefundLedger(database, shopId, now).refuse(number, code);
    });
}

QFuture<Result<RefundChange>> RefundStore::countIn(const OutTradeNo &number, const QDateTime &now)
{
    return m_database.run<RefundChange>([shopId = m_shopId, number, now](SqlConnection &database) {
        return RefundLedger(database, shopId, now).countIn(number);
    });
}

QFuture<Result<QList<OutTradeNo>>> RefundStore::uncounted(int limit)
{
    return m_database.run<QList<OutTradeNo>>(
        [shopId = m_shopId, limit](SqlConnection &database) { return RefundRows(database, shopId).uncounted(limit); });
}
