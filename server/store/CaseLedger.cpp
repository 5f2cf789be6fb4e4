// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/CaseLedger.h"

#include "server/store/RefundLedger.h"
#include "server/store/RefundRows.h"

#include <algorithm>

namespace {

const QString open = QStringLiteral("open");
const QString honoured = QStringLiteral("honoured");
const QString refunded = QStringLiteral("refunded");

/// Whether the payment was meant for its order and can still become its payment.
bool mayPayFor(CaseKind kind, const Order &order)
{
    const bool isOurs = kind == CaseKind::Late || kind == CaseKind::Duplicate || kind == CaseKind::AmountMismatch;
    return isOurs && !order.isPaid();
}

} // namespace

CaseLedger::CaseLedger(SqlConnection &database, const QString &shopId, const CaseDecision &decision,
                       const QDateTime &now)
    : m_database(database), m_shopId(shopId), m_decision(decision), m_now(now), m_orders(database, shopId),
      m_cases(database, shopId)
{
}

Result<CaseChange> CaseLedger::honour()
{
    const auto found = find(honoured);
    if (!found)
        return found.error();
    if (isDecided(*found))
        return CaseChange{.decided = found->value};
    auto decided = decide(*found, honoured, found->value.outRefundNo);
    if (!decided)
        return decided;
    CaseChange change = *std::move(decided);
    if (change.order && mayPayFor(found->value.kind, *change.order)) {
        receive(change, *found);
        if (const auto told = m_cases.saleIsPaidBy(*change.order); !told)
            return told.error();
    } else if (change.order && !change.order->isFinal()) { // else it would be asked about for days, for nothing
        end(change);
    }
    return written(std::move(change));
}

Result<CaseChange> CaseLedger::refund(const OutRefundNo &number)
{
    const auto found = find(refunded);
    if (!found)
        return found.error();
    if (isDecided(*found))
        return CaseChange{.decided = found->value};
    if (found->value.kind == CaseKind::Foreign)
        return because(ErrorCode::CaseNotOurs, "another merchant's payment cannot be refunded here");
    if (found->value.kind == CaseKind::RefundAbnormal)
        return because(ErrorCode::InvalidInput, "an abnormal refund is not refunded but redirected");
    auto back = giveBack(*found, number);
    if (!back)
        return back.error();
    auto decided = decide(*found, refunded, number.text());
    if (!decided)
        return decided;
    CaseChange change = *std::move(decided);
    change.refund = *std::move(back);
    if (change.order && !change.order->isFinal())
        end(change);
    return written(std::move(change));
}

Result<CaseChange> CaseLedger::redirected(const RefundEvent &seen)
{
    const auto found = find(refunded);
    if (!found)
        return found.error();
    if (isDecided(*found))
        return CaseChange{.decided = found->value};
    if (found->value.kind != CaseKind::RefundAbnormal || found->value.outRefundNo != seen.outRefundNo)
        return because(ErrorCode::Unknown, "the answer is not about this case's refund");
    // The decision first: a refund that is back already would decide the case by itself.
    if (const auto noted = m_cases.update(decidedAs(*found, refunded, found->value.outRefundNo)); !noted)
        return noted.error();
    auto told = RefundLedger(m_database, m_shopId, m_now).redirected(seen);
    if (!told)
        return told.error();
    if (!told->fits)
        return because(ErrorCode::Unknown, "the answer is not about this case's refund");
    auto decided = decide(*found, refunded, found->value.outRefundNo);
    if (!decided)
        return decided;
    CaseChange change = *std::move(decided);
    change.refund = told->refund;
    auto done = written(std::move(change));
    if (done)
        return CaseChange{done->decided, done->order, told->events + done->events, done->refund};
    return done;
}

Result<CaseRow> CaseLedger::find(const QString &decision)
{
    auto found = m_cases.get(m_decision.id);
    if (found && isDecided(*found) && found->value.state != decision)
        return because(ErrorCode::CaseDecided, "somebody has decided already, otherwise");
    return found;
}

bool CaseLedger::isDecided(const CaseRow &found)
{
    return found.value.state != open;
}

PaymentCase CaseLedger::decidedAs(const CaseRow &found, const QString &decision, const QString &outRefundNo) const
{
    PaymentCase decided = found.value;
    decided.state = decision;
    decided.outRefundNo = outRefundNo;
    decided.decidedBy = m_decision.operatorId;
    decided.decidedAt = m_now;
    decided.reason = m_decision.reason;
    return decided;
}

Result<CaseChange> CaseLedger::decide(const CaseRow &found, const QString &decision, const QString &outRefundNo)
{
    CaseChange change{.decided = decidedAs(found, decision, outRefundNo)};
    auto order = m_orders.find(found.value.outTradeNo);
    if (!order)
        return order.error();
    change.order = *std::move(order);
    say(change, EventType::Case,
        {{QStringLiteral("case"), found.value.id},
         {QStringLiteral("kind"), toText(found.value.kind)},
         {QStringLiteral("decision"), decision},
         {QStringLiteral("reason"), m_decision.reason}});
    return change;
}

Result<Refund> CaseLedger::giveBack(const CaseRow &found, const OutRefundNo &number)
{
    RefundRows refunds(m_database, m_shopId);
    const auto sum = refunds.sumOf(found.value.transactionId, found.value.outTradeNo);
    if (!sum)
        return sum.error();
    const auto rest = found.value.amount.minus(sum->wanted); // some may have gone back in WeChat's platform already
    if (!rest || rest->isZero())
        return because(ErrorCode::RefundTooMuch, "nothing of this payment is left to give back");
    const QDateTime afterTheLast = sum->lastAsk.isValid() ? sum->lastAsk.addMSecs(Refund::spacingMs) : m_now;
    Refund refund{.shopId = m_shopId,
                  .outRefundNo = number,
                  .outTradeNo = found.value.outTradeNo,
                  .transactionId = found.value.transactionId,
                  .total = found.value.amount,
                  .amount = *rest,
                  .reason = m_decision.reason,
                  .operatorId = m_decision.operatorId,
                  .caseId = found.value.id,
                  .createdAt = m_now,
                  .askAfter = std::max(m_now, afterTheLast)};
    if (const auto inserted = refunds.insert(refund); !inserted)
        return inserted.error();
    return refund;
}

/// The money was there all the time; from now on it is this order's.
void CaseLedger::receive(CaseChange &change, const CaseRow &found) const
{
    Order &order = *change.order;
    const PaymentCase &payment = found.value;
    order.state = TradeState::Success;
    order.closing = false;
    order.transactionId = payment.transactionId;
    order.payerTotal = found.payerTotal.value_or(payment.amount);
    order.payerOpenid = found.payerOpenid;
    order.successTime = found.successTime.isValid() ? found.successTime : payment.at;
    order.confirmedBy = Witness::Query;
    order.received = payment.amount == order.total ? std::nullopt : std::optional(payment.amount);
    say(change, EventType::Success, {{QStringLiteral("transaction_id"), payment.transactionId}});
}

void CaseLedger::end(CaseChange &change) const
{
    change.order->state = TradeState::Closed;
    change.order->closing = false;
    say(change, EventType::Closed, {});
}

void CaseLedger::say(CaseChange &change, EventType type, const QJsonObject &detail) const
{
    if (!change.order)
        return;
    change.events.append({.seq = ++change.order->seq,
                          .at = m_now,
                          .type = type,
                          .source = QStringLiteral("till"),
                          .operatorId = m_decision.operatorId,
                          .detail = detail});
}

Result<CaseChange> CaseLedger::written(CaseChange change)
{
    if (const auto noted = m_cases.update(change.decided); !noted)
        return noted.error();
    if (!change.order)
        return change;
    if (const auto marked = m_cases.mark(*change.order); !marked)
        return marked.error();
    for (const auto &event : change.events) {
        if (const auto appended = m_orders.append(change.order->outTradeNo, event); !appended)
            return appended.error();
    }
    if (const auto updated = m_orders.update(*change.order); !updated)
        return updated.error();
    return change;
}
