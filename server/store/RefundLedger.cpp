// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/RefundLedger.h"

#include "server/domain/AdvanceRefund.h"

#include <algorithm>

namespace {

const QString caseOpen = QStringLiteral("open");
const QString caseRefunded = QStringLiteral("refunded");

/// Whether the refund is of the payment that the order counts as its own, and not of a second or a late one.
bool isOfOrdersPayment(const Refund &refund, const Order &order)
{
    return order.isPaid() && order.transactionId == refund.transactionId;
}

} // namespace

RefundLedger::RefundLedger(SqlConnection &database, const QString &shopId, const QDateTime &now)
    : m_orders(database, shopId), m_refunds(database, shopId), m_cases(database, shopId), m_shopId(shopId), m_now(now)
{
}

Result<RefundChange> RefundLedger::settle(const RefundEvent &seen)
{
    const auto known = m_refunds.find(seen.outRefundNo);
    if (!known)
        return known.error();
    if (!*known)
        return takeIn(seen);
    const RefundAdvance next = advance(**known, seen, m_now);
    if (!next.changed)
        return RefundChange{.refund = **known, .fits = next.fits};
    if (const auto updated = m_refunds.update(next.refund); !updated)
        return updated.error();
    return keep(**known, next.refund, {toText(seen.witness)});
}

/// Somebody made it in WeChat's merchant platform; it takes from the same payment.
Result<RefundChange> RefundLedger::takeIn(const RefundEvent &seen)
{
    const auto number = OutRefundNo::parse(seen.outRefundNo);
    const auto order = m_orders.find(seen.outTradeNo);
    if (!order)
        return order.error();
    if (!number || !*order || seen.foreign || seen.refund.isZero() || seen.refund > seen.total)
        return RefundChange{.fits = false};
    const bool isOfTheTill = (*order)->tender != Tender::WeChatPay && seen.transactionId.isEmpty();
    if (isOfTheTill) // what was paid there goes back there, and by nobody else's word
        return RefundChange{.fits = false};
    const Refund unheard{.shopId = m_shopId,
                         .outRefundNo = *number,
                         .outTradeNo = seen.outTradeNo,
                         .transactionId = seen.transactionId.isEmpty() ? (*order)->transactionId : seen.transactionId,
                         .total = seen.total,
                         .amount = seen.refund,
                         .createdAt = m_now,
                         .askAfter = m_now};
    const Refund after = advance(unheard, seen, m_now).refund;
    if (const auto inserted = m_refunds.insert(after); !inserted)
        return inserted.error();
    return keep(unheard, after, {toText(seen.witness)});
}

Result<RefundChange> RefundLedger::refuse(const OutRefundNo &number, const QString &code)
{
    const auto known = m_refunds.find(number.text());
    if (!known)
        return known.error();
    if (!*known)
        return Error{ErrorCode::NotFound, QStringLiteral("no such refund")};
    if ((*known)->accepted || (*known)->isFinal())
        return RefundChange{.refund = **known};
    Refund refused = **known;
    refused.status = RefundStatus::Closed;
    if (const auto updated = m_refunds.update(refused); !updated)
        return updated.error();
    return keep(**known, refused, {toText(Witness::Query), code});
}

Result<RefundChange> RefundLedger::redirected(const RefundEvent &seen)
{
    const auto known = m_refunds.find(seen.outRefundNo);
    if (!known)
        return known.error();
    const bool isAbnormal = *known && (*known)->status == RefundStatus::Abnormal;
    if (!isAbnormal || seen.status != RefundStatus::Processing || !advance(**known, seen, m_now).fits)
        return settle(seen);
    Refund again = **known;
    again.status = RefundStatus::Processing;
    if (const auto updated = m_refunds.update(again); !updated)
        return updated.error();
    return keep(**known, again, {toText(seen.witness)});
}

Result<RefundChange> RefundLedger::handOut(const Refund &refund)
{
    if (const auto inserted = m_refunds.insert(refund); !inserted)
        return inserted.error();
    Refund before = refund;
    before.status = RefundStatus::Processing;
    before.accepted = false;
    return keep(before, refund, {QStringLiteral("till")});
}

Result<RefundChange> RefundLedger::countIn(const OutTradeNo &number)
{
    // Nearly every payment has none, and this runs for each.
    const auto any = m_refunds.anyOf(number);
    if (!any || !*any)
        return any ? Result<RefundChange>(RefundChange{}) : any.error();
    auto order = m_orders.get(number);
    if (!order)
        return order.error();
    RefundChange change{.order = *std::move(order)};
    if (change.order->state != TradeState::Success || change.order->transactionId.isEmpty())
        return change;
    const auto refunds = m_refunds.counting(change.order->transactionId);
    if (!refunds)
        return refunds.error();
    for (const auto &refund : *refunds) {
        change.refund = refund;
        if (const auto told = tellOrder(change, {QStringLiteral("system")}); !told)
            return told.error();
    }
    change.changed = !change.events.isEmpty();
    if (const auto written = write(change); !written)
        return written.error();
    return change;
}

Result<RefundChange> RefundLedger::keep(const Refund &before, const Refund &after, const Word &word)
{
    auto order = m_orders.find(after.outTradeNo);
    if (!order)
        return order.error();
    RefundChange change{.refund = after, .changed = true, .order = *std::move(order)};
    if (const auto told = tellOrder(change, word); !told)
        return told.error();
    if (const auto told = tellCases(change, before, word); !told)
        return told.error();
    if (const auto written = write(change); !written)
        return written.error();
    return change;
}

Result<void> RefundLedger::tellOrder(RefundChange &change, const Word &word)
{
    const Refund &refund = *change.refund;
    if (!change.order || !isOfOrdersPayment(refund, *change.order))
        return {};
    const auto sum = m_refunds.sumOf(refund.transactionId, refund.outTradeNo);
    if (!sum)
        return sum.error();
    // Never above what was due, whatever was given back by hand in WeChat's platform.
    change.order->refunded = std::min(sum->counting, change.order->total);
    if (countsAgainstPayment(refund))
        change.order->state = TradeState::Refund;
    QJsonObject detail{{QStringLiteral("out_refund_no"), refund.outRefundNo.text()},
                       {QStringLiteral("amount"), refund.amount.fen()},
                       {QStringLiteral("status"), toText(refund.status)}};
    if (!word.refusedWith.isEmpty())
        detail[QStringLiteral("refused")] = word.refusedWith;
    say(change, EventType::Refund, word, detail);
    return {};
}

Result<void> RefundLedger::tellCases(RefundChange &change, const Refund &before, const Word &word)
{
    const Refund &refund = *change.refund;
    if (refund.status == RefundStatus::Abnormal && before.status != RefundStatus::Abnormal) {
        change.newCase = CaseKind::RefundAbnormal;
        say(change, EventType::Case, word,
            {{QStringLiteral("kind"), toText(CaseKind::RefundAbnormal)},
             {QStringLiteral("transaction_id"), refund.transactionId},
             {QStringLiteral("amount"), refund.amount.fen()},
             {QStringLiteral("out_refund_no"), refund.outRefundNo.text()}});
        return m_cases.openAbnormal(refund, m_now);
    }
    if (before.status == RefundStatus::Abnormal && refund.status == RefundStatus::Success) {
        const auto about = m_cases.aboutRefund(refund.outRefundNo);
        if (!about)
            return about.error();
        if (*about && (*about)->state == caseOpen)
            return decide(change, **about, {word.source, QStringLiteral("SUCCESS")});
    }
    if (refund.caseId == 0)
        return {};
    const auto decided = m_cases.get(refund.caseId);
    if (!decided)
        return decided.error();
    const PaymentCase &found = decided->value;
    const bool moved = refund.status != RefundStatus::Closed;
    const bool failed = !moved && found.state == caseRefunded && found.outRefundNo == refund.outRefundNo.text();
    const bool cameBack = moved && found.state == caseOpen;
    return failed || cameBack ? decide(change, found, word) : Result<void>();
}

/// The case of a refund that WeChat has done after all, or, when it closed it, one to be decided anew: the money is
/// still here.
Result<void> RefundLedger::decide(RefundChange &change, PaymentCase decided, const Word &word)
{
    const Refund &refund = *change.refund;
    const bool moved = refund.status != RefundStatus::Closed;
    decided.state = moved ? caseRefunded : caseOpen;
    decided.outRefundNo = moved ? refund.outRefundNo.text() : QString();
    decided.decidedBy = moved ? refund.operatorId : QString();
    decided.decidedAt = moved ? m_now : QDateTime();
    decided.reason = moved ? refund.reason : QString();
    if (!moved)
        change.newCase = decided.kind;
    say(change, EventType::Case, word,
        {{QStringLiteral("case"), decided.id},
         {QStringLiteral("kind"), toText(decided.kind)},
         {QStringLiteral("decision"), decided.state},
         {QStringLiteral("reason"), word.refusedWith.isEmpty() ? toText(refund.status) : word.refusedWith}});
    return m_cases.update(decided);
}

void RefundLedger::say(RefundChange &change, EventType type, const Word &word, const QJsonObject &detail) const
{
    if (!change.order)
        return;
    change.events.append({.seq = ++change.order->seq,
                          .at = m_now,
                          .type = type,
                          .source = word.source,
                          .operatorId = change.refund->operatorId,
                          .detail = detail});
}

Result<void> RefundLedger::write(RefundChange &change)
{
    if (change.events.isEmpty())
        return {};
    if (const auto marked = m_cases.mark(*change.order); !marked)
        return marked;
    for (const auto &event : change.events) {
        if (const auto appended = m_orders.append(change.order->outTradeNo, event); !appended)
            return appended;
    }
    return m_orders.update(*change.order);
}
