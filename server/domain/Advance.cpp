// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/Advance.h"

#include <QJsonObject>
#include <utility>

namespace {

OrderEvent nextEvent(Order &order, EventType type, const PaymentEvent &seen, const QDateTime &now)
{
    return OrderEvent{
        .seq = ++order.seq, .at = now, .type = type, .source = toText(seen.witness), .operatorId = {}, .detail = {}};
}

Advance toCase(Order order, CaseKind kind, const PaymentEvent &seen, const QDateTime &now)
{
    const bool saysNothingOfOurs = kind == CaseKind::Foreign;
    if (!order.openCase || !saysNothingOfOurs) {
        order.openCase = kind;
        order.caseAmount = seen.total;
    }
    if (!saysNothingOfOurs)
        order.closing = false; // a person ends it now
    OrderEvent event = nextEvent(order, EventType::Case, seen, now);
    event.detail = {{QStringLiteral("kind"), toText(kind)},
                    {QStringLiteral("transaction_id"), seen.transactionId},
                    {QStringLiteral("amount"), seen.total.fen()},
                    {QStringLiteral("expected"), order.total.fen()}};
    return {std::move(order), std::move(event), kind};
}

Advance paid(Order order, const PaymentEvent &seen, const QDateTime &now)
{
    order.state = TradeState::Success;
    order.closing = false;
    order.transactionId = seen.transactionId;
    order.payerTotal = seen.payerTotal.value_or(seen.total);
    order.payerOpenid = seen.payerOpenid;
    order.successTime = seen.successTime.isValid() ? seen.successTime : now;
    order.confirmedBy = seen.witness;
    OrderEvent event = nextEvent(order, EventType::Success, seen, now);
    event.detail = {{QStringLiteral("transaction_id"), seen.transactionId}};
    return {std::move(order), std::move(event), std::nullopt};
}

} // namespace

OrderEvent receiveAtTheTill(Order &order, const QDateTime &now)
{
    order.state = TradeState::Success;
    order.payerTotal = order.total;
    order.expiresAt = order.createdAt;
    order.successTime = now;
    return {.seq = ++order.seq,
            .at = now,
            .type = EventType::Success,
            .source = QStringLiteral("till"),
            .operatorId = order.operatorId,
            .detail = {{QStringLiteral("tender"), toText(order.tender)}}};
}

Advance advance(const Order &order, const PaymentEvent &seen, const QDateTime &now, bool saleIsPaid)
{
    Advance unchanged{order, std::nullopt, std::nullopt};
    const bool saysPaid = seen.state == TradeState::Success || seen.state == TradeState::Refund;
    if (saysPaid) {
        if (seen.foreign)
            return toCase(order, CaseKind::Foreign, seen, now);
        if (order.isPaid() && order.transactionId == seen.transactionId)
            return unchanged;
        if (order.isPaid() || saleIsPaid)
            return toCase(order, CaseKind::Duplicate, seen, now);
        if (seen.total != order.total)
            return toCase(order, CaseKind::AmountMismatch, seen, now);
        if (order.isFinal())
            return toCase(order, CaseKind::Late, seen, now);
        return paid(order, seen, now);
    }
    const bool saysOver =
        seen.state == TradeState::Closed || seen.state == TradeState::Revoked || seen.state == TradeState::PayError;
    if (saysOver && !seen.foreign && !order.isFinal()) {
        Order closed = order;
        closed.state = seen.state;
        closed.closing = false;
        OrderEvent event = nextEvent(closed, EventType::Closed, seen, now);
        event.operatorId = seen.askedBy;
        return {std::move(closed), std::move(event), std::nullopt};
    }
    return unchanged;
}
