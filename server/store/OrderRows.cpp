// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/OrderRows.h"

#include "server/store/OrderSearch.h"
#include "server/store/Statement.h"

#include <QJsonDocument>
#include <algorithm>

namespace {

const QString orderColumns = QStringLiteral(
    "out_trade_no, sale, pickup_no, tender, description, total_fen, payer_total_fen, trade_state, closing, code_url, "
    "transaction_id, payer_openid, terminal, operator, confirmed_by, created_at_ms, expires_at_ms, success_at_ms, "
    "refunded_fen, training, seq, received_fen, case_kind, case_fen, shop_id, tender_name, cash_fen");

const QStringList &columnNames()
{
    static const auto names = orderColumns.split(QLatin1String(", "));
    return names;
}

/// What an order has from its first moment on. An update that does not name it leaves the indexes of it alone.
bool isFixed(const QString &column)
{
    static const QStringList fixed{"shop_id",   "out_trade_no", "sale",     "tender",      "total_fen", "created_at_ms",
                                   "pickup_no", "description",  "training", "tender_name", "cash_fen"};
    return fixed.contains(column);
}

/// Their places in orderColumns.
QList<qsizetype> changingColumns()
{
    QList<qsizetype> columns;
    for (qsizetype i = 0; i < columnNames().size(); ++i) {
        if (!isFixed(columnNames()[i]))
            columns << i;
    }
    return columns;
}

QString assignments(const QList<qsizetype> &columns)
{
    QStringList each;
    for (const qsizetype column : columns)
        each << columnNames()[column] + QLatin1String(" = ?");
    return each.join(QLatin1String(", "));
}

QString textValue(const QString &text) // SQL's NULL is not an empty text
{
    return text.isNull() ? QStringLiteral("") : text;
}

/// In the order of orderColumns.
QVariantList valuesOf(const Order &order, const QString &shopId)
{
    return {order.outTradeNo.text(),
            textValue(order.sale),
            textValue(order.pickupNo),
            toText(order.tender),
            textValue(order.description),
            order.total.fen(),
            order.payerTotal ? QVariant(order.payerTotal->fen()) : QVariant(),
            toText(order.state),
            int(order.closing),
            textValue(order.codeUrl),
            textValue(order.transactionId),
            textValue(order.payerOpenid),
            textValue(order.terminal),
            textValue(order.operatorId),
            order.confirmedBy ? QVariant(toText(*order.confirmedBy)) : QVariant(),
            Statement::time(order.createdAt),
            Statement::time(order.expiresAt),
            Statement::time(order.successTime),
            order.refunded.fen(),
            int(order.training),
            order.seq,
            order.received ? QVariant(order.received->fen()) : QVariant(),
            order.openCase ? QVariant(toText(*order.openCase)) : QVariant(),
            order.openCase ? QVariant(order.caseAmount.fen()) : QVariant(),
            shopId,
            textValue(order.tenderName),
            order.cashReceived ? QVariant(order.cashReceived->fen()) : QVariant()};
}

Result<Order> orderOf(const Rows &row)
{
    const auto number = OutTradeNo::parse(row.value(0).toString());
    const auto tender = tenderFrom(row.value(3).toString());
    const auto total = Money::fromFen(row.value(5).toLongLong());
    const auto state = tradeStateFrom(row.value(7).toString());
    const auto refunded = Money::fromFen(row.value(18).toLongLong());
    if (!number || !tender || !total || !state || !refunded)
        return Statement::damaged();
    Order order{.shopId = row.value(24).toString(),
                .outTradeNo = *number,
                .sale = row.value(1).toString(),
                .pickupNo = row.value(2).toString(),
                .tender = *tender,
                .tenderName = row.value(25).toString(),
                .description = row.value(4).toString(),
                .total = *total,
                .state = *state,
                .closing = row.value(8).toBool(),
                .codeUrl = row.value(9).toString(),
                .transactionId = row.value(10).toString(),
                .payerOpenid = row.value(11).toString(),
                .terminal = row.value(12).toString(),
                .operatorId = row.value(13).toString(),
                .createdAt = Statement::timeOf(row.value(15)),
                .expiresAt = Statement::timeOf(row.value(16)),
                .successTime = Statement::timeOf(row.value(17)),
                .refunded = *refunded,
                .training = row.value(19).toBool(),
                .seq = row.value(20).toLongLong()};
    if (!row.value(6).isNull()) {
        const auto payerTotal = Money::fromFen(row.value(6).toLongLong());
        if (!payerTotal)
            return Statement::damaged();
        order.payerTotal = *payerTotal;
    }
    if (const auto witness = witnessFrom(row.value(14).toString()))
        order.confirmedBy = *witness;
    if (!row.value(21).isNull()) {
        const auto received = Money::fromFen(row.value(21).toLongLong());
        if (!received)
            return Statement::damaged();
        order.received = *received;
    }
    if (!row.value(22).isNull()) {
        const auto kind = caseKindFrom(row.value(22).toString());
        const auto amount = Money::fromFen(row.value(23).toLongLong());
        if (!kind || !amount)
            return Statement::damaged();
        order.openCase = *kind;
        order.caseAmount = *amount;
    }
    if (!row.value(26).isNull()) {
        const auto cash = Money::fromFen(row.value(26).toLongLong());
        if (!cash)
            return Statement::damaged();
        order.cashReceived = *cash;
    }
    return order;
}

} // namespace

Result<std::optional<Order>> OrderRows::find(const QString &outTradeNo)
{
    static const auto sql =
        QStringLiteral("SELECT %1 FROM orders WHERE shop_id = ? AND out_trade_no = ?").arg(orderColumns);
    auto query = Statement::run(m_database, sql, {m_shopId, outTradeNo});
    if (!query)
        return query.error();
    Rows rows = *std::move(query);
    if (!rows.next())
        return std::optional<Order>();
    auto order = orderOf(rows);
    if (!order)
        return order.error();
    return std::optional<Order>(*std::move(order));
}

Result<Order> OrderRows::get(const OutTradeNo &number)
{
    auto found = find(number.text());
    if (!found)
        return found.error();
    if (!*found)
        return Error{ErrorCode::NotFound, QStringLiteral("no such order")};
    return **std::move(found);
}

Result<void> OrderRows::insert(const Order &order)
{
    static const auto sql = QStringLiteral("INSERT INTO orders (%1) VALUES (%2)")
                                .arg(orderColumns, QStringList(columnNames().size(), QStringLiteral("?")).join(u','));
    const auto done = Statement::run(m_database, sql, valuesOf(order, m_shopId));
    return done ? Result<void>() : done.error();
}

Result<void> OrderRows::update(const Order &order)
{
    static const auto changing = changingColumns();
    static const auto sql =
        QStringLiteral("UPDATE orders SET %1 WHERE shop_id = ? AND out_trade_no = ?").arg(assignments(changing));
    const auto all = valuesOf(order, m_shopId);
    QVariantList values;
    for (const qsizetype column : changing)
        values << all[column];
    values << m_shopId << order.outTradeNo.text();
    const auto done = Statement::run(m_database, sql, values);
    return done ? Result<void>() : done.error();
}

Result<void> OrderRows::append(const OutTradeNo &number, const OrderEvent &event)
{
    auto query = Statement::run(
        m_database,
        QStringLiteral("INSERT INTO order_events (shop_id, out_trade_no, seq, at_ms, type, source, operator, "
                       "detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
        {m_shopId, number.text(), event.seq, Statement::time(event.at), toText(event.type), textValue(event.source),
         textValue(event.operatorId), QString::fromUtf8(QJsonDocument(event.detail).toJson(QJsonDocument::Compact))});
    if (!query)
        return query.error();
    return {};
}

Result<QList<OrderEvent>> OrderRows::events(const OutTradeNo &number, qint64 after, int limit)
{
    auto query =
        Statement::run(m_database,
                       QStringLiteral("SELECT seq, at_ms, type, source, operator, detail FROM order_events "
                                      "WHERE shop_id = ? AND out_trade_no = ? AND seq > ? ORDER BY seq LIMIT ?"),
                       {m_shopId, number.text(), after, limit});
    if (!query)
        return query.error();
    Rows rows = *std::move(query);
    QList<OrderEvent> events;
    while (rows.next()) {
        const auto type = eventTypeFrom(rows.value(2).toString());
        if (!type)
            return Statement::damaged();
        events.append({.seq = rows.value(0).toLongLong(),
                       .at = Statement::timeOf(rows.value(1)),
                       .type = *type,
                       .source = rows.value(3).toString(),
                       .operatorId = rows.value(4).toString(),
                       .detail = QJsonDocument::fromJson(rows.value(5).toString().toUtf8()).object()});
    }
    return events;
}

Result<OrderPage> OrderRows::list(const OrderFilter &filter)
{
    const auto [sql, values] = OrderSearch::page(filter, orderColumns, m_shopId);
    auto query = Statement::run(m_database, sql, values);
    if (!query)
        return query.error();
    Rows rows = *std::move(query);
    OrderPage page;
    while (rows.next()) {
        if (page.orders.size() == qBound(1, filter.limit, 500)) {
            page.nextCursor = OrderSearch::cursorAfter(page.orders.last());
            break;
        }
        auto order = orderOf(rows);
        if (!order)
            return order.error();
        page.orders.append(*std::move(order));
    }
    return page;
}

Result<QList<Order>> OrderRows::attemptsBeside(const Order &order)
{
    return ordersWhere(QStringLiteral("sale = ? AND out_trade_no <> ? AND (trade_state NOT IN ('CLOSED', 'REVOKED', "
                                      "'PAYERROR') OR case_kind IS NOT NULL) LIMIT 50"),
                       {textValue(order.sale), order.outTradeNo.text()});
}

Result<bool> OrderRows::hasOtherAttempts(const Order &order)
{
    return exists(QStringLiteral("SELECT 1 FROM orders WHERE shop_id = ? AND sale = ? AND out_trade_no <> ? LIMIT 1"),
                  {m_shopId, textValue(order.sale), order.outTradeNo.text()});
}

Result<bool> OrderRows::isSalePaid(const Order &order)
{
    return exists(QStringLiteral("SELECT 1 FROM orders WHERE shop_id = ? AND sale = ? AND out_trade_no <> ? AND "
                                 "trade_state IN ('SUCCESS', 'REFUND') LIMIT 1"),
                  {m_shopId, textValue(order.sale), order.outTradeNo.text()});
}

Result<bool> OrderRows::exists(const QString &sql, const QVariantList &values)
{
    auto query = Statement::run(m_database, sql, values);
    if (!query)
        return query.error();
    Rows rows = *std::move(query);
    return rows.next();
}

Result<QList<Order>> OrderRows::unfinished(const QString &after, int limit)
{
    return ordersWhere(QStringLiteral("trade_state IN ('NOTPAY', 'USERPAYING') AND (case_kind IS NULL OR case_kind = "
                                      "'foreign') AND out_trade_no > ? ORDER BY out_trade_no LIMIT ?"),
                       {textValue(after), limit});
}

Result<QList<Order>> OrderRows::ordersWhere(const QString &condition, const QVariantList &values)
{
    auto query = Statement::run(
        m_database, QStringLiteral("SELECT %1 FROM orders WHERE shop_id = ? AND %2").arg(orderColumns, condition),
        QVariantList{m_shopId} + values);
    if (!query)
        return query.error();
    Rows rows = *std::move(query);
    QList<Order> orders;
    while (rows.next()) {
        auto order = orderOf(rows);
        if (!order)
            return order.error();
        orders.append(*std::move(order));
    }
    return orders;
}

Result<bool> OrderRows::insertCase(CaseKind kind, const PaymentEvent &seen, std::optional<Money> expected,
                                   const QDateTime &now)
{
    // What fits an order otherwise today (a sale that is paid meanwhile, an order that is closed) is the same money.
    // Another merchant's payment is not.
    const auto isThere =
        exists(QStringLiteral("SELECT 1 FROM cases WHERE shop_id = ? AND out_trade_no = ? AND "
                              "transaction_id = ? AND kind <> 'refund_abnormal' AND (kind = "
                              "'foreign') = ? LIMIT 1"),
               {m_shopId, textValue(seen.outTradeNo), textValue(seen.transactionId), int(kind == CaseKind::Foreign)});
    if (!isThere || *isThere)
        return isThere ? Result<bool>(false) : isThere;
    auto query = Statement::run(
        m_database,
        QStringLiteral("INSERT INTO cases (shop_id, kind, out_trade_no, transaction_id, amount_fen, expected_fen, "
                       "at_ms, state, out_refund_no, decided_by, reason, payer_fen, payer_openid, success_at_ms) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, 'open', '', '', '', ?, ?, ?) ON CONFLICT DO NOTHING"),
        {m_shopId, toText(kind), textValue(seen.outTradeNo), textValue(seen.transactionId), seen.total.fen(),
         expected ? QVariant(expected->fen()) : QVariant(), Statement::time(now),
         seen.payerTotal ? QVariant(seen.payerTotal->fen()) : QVariant(), textValue(seen.payerOpenid),
         Statement::time(seen.successTime)});
    if (!query)
        return query.error();
    return query->changed() > 0;
}
