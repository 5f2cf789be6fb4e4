// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/RefundRows.h"

#include "server/store/Statement.h"

namespace {

const QString refundColumns = QStringLiteral(
    "out_refund_no, out_trade_no, transaction_id, total_fen, amount_fen, reason, status, accepted, refund_id, "
    "user_received_account, operator, case_id, created_at_ms, ask_after_ms, success_at_ms, shop_id");

/// In the order of refundColumns.
QVariantList valuesOf(const Refund &refund, const QString &shopId)
{
    return {refund.outRefundNo.text(),
            Statement::text(refund.outTradeNo),
            Statement::text(refund.transactionId),
            refund.total.fen(),
            refund.amount.fen(),
            Statement::text(refund.reason),
            toText(refund.status),
            int(refund.accepted),
            Statement::text(refund.refundId),
            Statement::text(refund.userReceivedAccount),
            Statement::text(refund.operatorId),
            refund.caseId,
            Statement::time(refund.createdAt),
            Statement::time(refund.askAfter),
            Statement::time(refund.successTime),
            shopId};
}

Result<Refund> refundOf(const Rows &row)
{
    const auto number = OutRefundNo::parse(row.value(0).toString());
    const auto total = Money::fromFen(row.value(3).toLongLong());
    const auto amount = Money::fromFen(row.value(4).toLongLong());
    const auto status = refundStatusFrom(row.value(6).toString());
    if (!number || !total || !amount || !status)
        return Statement::damaged();
    return Refund{.shopId = row.value(15).toString(),
                  .outRefundNo = *number,
                  .outTradeNo = row.value(1).toString(),
                  .transactionId = row.value(2).toString(),
                  .total = *total,
                  .amount = *amount,
                  .reason = row.value(5).toString(),
                  .status = *status,
                  .accepted = row.value(7).toBool(),
                  .refundId = row.value(8).toString(),
                  .userReceivedAccount = row.value(9).toString(),
                  .operatorId = row.value(10).toString(),
                  .caseId = row.value(11).toLongLong(),
                  .createdAt = Statement::timeOf(row.value(12)),
                  .askAfter = Statement::timeOf(row.value(13)),
                  .successTime = Statement::timeOf(row.value(14))};
}

} // namespace

Result<QList<Refund>> RefundRows::select(const QString &where, const QVariantList &values)
{
    auto query = Statement::run(
        m_database, QStringLiteral("SELECT %1 FROM refunds WHERE shop_id = ? AND %2").arg(refundColumns, where),
        QVariantList{m_shopId} + values);
    if (!query)
        return query.error();
    Rows rows = std::move(query).value();
    QList<Refund> refunds;
    while (rows.next()) {
        auto refund = refundOf(rows);
        if (!refund)
            return refund.error();
        refunds.append(*std::move(refund));
    }
    return refunds;
}

Result<std::optional<Refund>> RefundRows::find(const QString &outRefundNo)
{
    const auto found = select(QStringLiteral("out_refund_no = ?"), {outRefundNo});
    if (!found)
        return found.error();
    return found->isEmpty() ? std::optional<Refund>() : std::optional<Refund>(found->first());
}

Result<QList<Refund>> RefundRows::ofOrder(const QString &outTradeNo, int limit)
{
    return select(QStringLiteral("out_trade_no = ? ORDER BY created_at_ms, out_refund_no LIMIT ?"),
                  {outTradeNo, limit});
}

Result<QList<Refund>> RefundRows::unfinished(int limit)
{
    return select(QStringLiteral("status IN ('PROCESSING', 'ABNORMAL') ORDER BY created_at_ms, out_refund_no LIMIT ?"),
                  {limit});
}

Result<bool> RefundRows::anyOf(const OutTradeNo &order)
{
    auto query = Statement::run(m_database,
                                QStringLiteral("SELECT 1 FROM refunds WHERE shop_id = ? AND out_trade_no = ? LIMIT 1"),
                                {m_shopId, order.text()});
    if (!query)
        return query.error();
    Rows rows = *std::move(query);
    return rows.next();
}

Result<QList<Refund>> RefundRows::counting(const QString &transactionId)
{
    return select(
        QStringLiteral(
            "transaction_id = ? AND accepted = 1 AND status <> 'CLOSED' ORDER BY created_at_ms, out_refund_no"),
        {transactionId});
}

Result<void> RefundRows::insert(const Refund &refund)
{
    const auto marks = QStringList(refundColumns.count(u',') + 1, QStringLiteral("?")).join(u',');
    const auto done =
        Statement::run(m_database, QStringLiteral("INSERT INTO refunds (%1) VALUES (%2)").arg(refundColumns, marks),
                       valuesOf(refund, m_shopId));
    return done ? Result<void>() : done.error();
}

Result<void> RefundRows::update(const Refund &refund)
{
    QString sets = refundColumns;
    sets.replace(QLatin1String(", "), QLatin1String(" = ?, ")).append(QLatin1String(" = ?"));
    const auto done = Statement::run(
        m_database, QStringLiteral("UPDATE refunds SET %1 WHERE shop_id = ? AND out_refund_no = ?").arg(sets),
        valuesOf(refund, m_shopId) + QVariantList{m_shopId, refund.outRefundNo.text()});
    return done ? Result<void>() : done.error();
}

Result<RefundRows::Sum> RefundRows::sumOf(const QString &transactionId, const QString &outTradeNo)
{
    const bool isOfTheTill = transactionId.isEmpty();
    auto query = Statement::run(
        m_database,
        QStringLiteral("SELECT COALESCE(SUM(CASE WHEN status <> 'CLOSED' THEN amount_fen END), 0), "
                       "COUNT(CASE WHEN status <> 'CLOSED' THEN 1 END), "
                       "COALESCE(SUM(CASE WHEN status <> 'CLOSED' AND accepted = 1 THEN amount_fen END), 0), "
                       "MAX(ask_after_ms) FROM refunds WHERE shop_id = ? AND transaction_id = ?")
            + (isOfTheTill ? QStringLiteral(" AND out_trade_no = ?") : QString()),
        QVariantList{m_shopId, Statement::text(transactionId)}
            + (isOfTheTill ? QVariantList{outTradeNo} : QVariantList()));
    if (!query)
        return query.error();
    Rows row = std::move(query).value();
    if (!row.next())
        return Statement::damaged();
    const auto wanted = Money::fromFen(row.value(0).toLongLong());
    const auto counting = Money::fromFen(row.value(2).toLongLong());
    if (!wanted || !counting)
        return Statement::damaged();
    return Sum{*wanted, row.value(1).toInt(), *counting, Statement::timeOf(row.value(3))};
}

Result<QList<OutTradeNo>> RefundRows::uncounted(int limit)
{
    auto query = Statement::run(
        m_database,
        QStringLiteral("SELECT DISTINCT orders.out_trade_no FROM refunds JOIN orders ON "
                       "orders.shop_id = refunds.shop_id AND orders.out_trade_no = refunds.out_trade_no "
                       "AND orders.transaction_id = refunds.transaction_id "
                       "WHERE refunds.shop_id = ? AND refunds.accepted = 1 AND refunds.status <> 'CLOSED' "
                       "AND orders.trade_state = 'SUCCESS' LIMIT ?"),
        {m_shopId, limit});
    if (!query)
        return query.error();
    Rows rows = std::move(query).value();
    QList<OutTradeNo> numbers;
    while (rows.next()) {
        const auto number = OutTradeNo::parse(rows.value(0).toString());
        if (!number)
            return Statement::damaged();
        numbers.append(*number);
    }
    return numbers;
}
