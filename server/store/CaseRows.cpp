// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/CaseRows.h"

#include "server/store/Statement.h"

namespace {

std::optional<Money> moneyOf(const QVariant &value)
{
    const auto money = Money::fromFen(value.toLongLong());
    return value.isNull() || !money ? std::nullopt : std::optional<Money>(*money);
}

Result<CaseRow> caseOf(const Rows &row)
{
    const auto kind = caseKindFrom(row.value(1).toString());
    const auto amount = moneyOf(row.value(4));
    if (!kind || !amount)
        return Statement::damaged();
    return CaseRow{.value = {.id = row.value(0).toLongLong(),
                             .kind = *kind,
                             .outTradeNo = row.value(2).toString(),
                             .transactionId = row.value(3).toString(),
                             .amount = *amount,
                             .expected = moneyOf(row.value(5)),
                             .at = Statement::timeOf(row.value(6)),
                             .state = row.value(7).toString(),
                             .outRefundNo = row.value(8).toString(),
                             .decidedBy = row.value(9).toString(),
                             .decidedAt = Statement::timeOf(row.value(10)),
                             .reason = row.value(11).toString()},
                   .payerTotal = moneyOf(row.value(12)),
                   .payerOpenid = row.value(13).toString(),
                   .successTime = Statement::timeOf(row.value(14))};
}

} // namespace

Result<QList<CaseRow>> CaseRows::select(const QString &where, const QVariantList &values)
{
    auto query = Statement::run(
        m_database,
        QStringLiteral("SELECT id, kind, out_trade_no, transaction_id, amount_fen, expected_fen, at_ms, state, "
                       "out_refund_no, decided_by, decided_at_ms, reason, payer_fen, payer_openid, success_at_ms "
                       "FROM cases WHERE shop_id = ? AND ")
            + where,
        QVariantList{m_shopId} + values);
    if (!query)
        return query.error();
    Rows rows = std::move(query).value();
    QList<CaseRow> cases;
    while (rows.next()) {
        auto found = caseOf(rows);
        if (!found)
            return found.error();
        cases.append(*std::move(found));
    }
    return cases;
}

Result<QList<PaymentCase>> CaseRows::list(const QString &state)
{
    const auto found = select(QStringLiteral("(? = '' OR state = ?) ORDER BY id DESC LIMIT 500"),
                              {Statement::text(state), Statement::text(state)});
    if (!found)
        return found.error();
    QList<PaymentCase> cases;
    for (const auto &row : *found)
        cases.append(row.value);
    return cases;
}

Result<CaseRow> CaseRows::get(qint64 id)
{
    const auto found = select(QStringLiteral("id = ?"), {id});
    if (!found)
        return found.error();
    if (found->isEmpty())
        return Error{ErrorCode::NotFound, QStringLiteral("no such case")};
    return found->first();
}

Result<std::optional<PaymentCase>> CaseRows::aboutRefund(const OutRefundNo &number)
{
    const auto found = select(QStringLiteral("about_refund_no = ?"), {number.text()});
    if (!found)
        return found.error();
    return found->isEmpty() ? std::optional<PaymentCase>() : std::optional<PaymentCase>(found->first().value);
}

Result<void> CaseRows::openAbnormal(const Refund &refund, const QDateTime &now)
{
    const auto number = refund.outRefundNo.text();
    const auto done = Statement::run(
        m_database,
        QStringLiteral("INSERT INTO cases (shop_id, kind, out_trade_no, transaction_id, about_refund_no, amount_fen, "
                       "at_ms, state, out_refund_no, decided_by, reason, payer_openid) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, 'open', ?, '', '', '') "
                       "ON CONFLICT (shop_id, kind, out_trade_no, transaction_id, about_refund_no) "
                       "DO UPDATE SET state = 'open', decided_by = '', decided_at_ms = NULL, reason = ''"),
        {m_shopId, toText(CaseKind::RefundAbnormal), Statement::text(refund.outTradeNo),
         Statement::text(refund.transactionId), number, refund.amount.fen(), now.toMSecsSinceEpoch(), number});
    return done ? Result<void>() : done.error();
}

Result<void> CaseRows::update(const PaymentCase &decided)
{
    const auto done = Statement::run(
        m_database,
        QStringLiteral("UPDATE cases SET state = ?, out_refund_no = ?, decided_by = ?, decided_at_ms = ?, reason = ? "
                       "WHERE shop_id = ? AND id = ?"),
        {decided.state, Statement::text(decided.outRefundNo), Statement::text(decided.decidedBy),
         decided.decidedAt.isValid() ? QVariant(decided.decidedAt.toMSecsSinceEpoch()) : QVariant(),
         Statement::text(decided.reason), m_shopId, decided.id});
    return done ? Result<void>() : done.error();
}

Result<void> CaseRows::mark(Order &order)
{
    const auto open = select(QStringLiteral("out_trade_no = ? AND state = 'open' ORDER BY id DESC LIMIT 1"),
                             {order.outTradeNo.text()});
    if (!open)
        return open.error();
    order.openCase = open->isEmpty() ? std::nullopt : std::optional(open->first().value.kind);
    order.caseAmount = open->isEmpty() ? Money() : open->first().value.amount;
    return {};
}

Result<void> CaseRows::saleIsPaidBy(const Order &order)
{
    const QString others = QStringLiteral("shop_id = ? AND sale = ? AND out_trade_no <> ?");
    const QVariantList values{m_shopId, Statement::text(order.sale), order.outTradeNo.text()};
    const auto cases = Statement::run(
        m_database,
        QStringLiteral("UPDATE cases SET kind = 'duplicate' WHERE shop_id = ? AND kind = 'late' AND state = 'open' "
                       "AND out_trade_no IN (SELECT out_trade_no FROM orders WHERE %1)")
            .arg(others),
        QVariantList{m_shopId} + values);
    if (!cases)
        return cases.error();
    const auto orders = Statement::run(
        m_database,
        QStringLiteral("UPDATE orders SET case_kind = 'duplicate' WHERE %1 AND case_kind = 'late'").arg(others),
        values);
    return orders ? Result<void>() : orders.error();
}
