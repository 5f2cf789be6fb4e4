// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/BillRows.h"

#include "server/store/Statement.h"

Result<void> BillRows::insert(const OutTradeNo &number, const Bill &bill)
{
    int place = 0;
    for (const auto &line : bill.lines()) {
        const auto done = Statement::change(
            m_database,
            QStringLiteral("INSERT INTO bill_lines (shop_id, out_trade_no, line, name, price_fen, quantity, goods) "
                           "VALUES (?, ?, ?, ?, ?, ?, ?)"),
            {m_shopId, number.text(), ++place, line.name, line.price.fen(), line.quantity,
             Statement::text(line.goods)});
        if (!done)
            return done.error();
    }
    place = 0;
    for (const auto &discount : bill.discounts()) {
        const auto done = Statement::change(
            m_database,
            QStringLiteral("INSERT INTO bill_discounts (shop_id, out_trade_no, place, kind, rate, amount_fen) "
                           "VALUES (?, ?, ?, ?, ?, ?)"),
            {m_shopId, number.text(), ++place, toText(discount.kind), discount.rate, discount.amount.fen()});
        if (!done)
            return done.error();
    }
    return {};
}

Result<std::optional<Bill>> BillRows::find(const OutTradeNo &number)
{
    const auto sold = lines(number);
    if (!sold)
        return sold.error();
    if (sold->isEmpty())
        return std::optional<Bill>();
    const auto less = discounts(number);
    if (!less)
        return less.error();
    auto bill = Bill::of(*sold, *less);
    if (!bill)
        return Statement::damaged();
    return std::optional<Bill>(*std::move(bill));
}

Result<QList<Bill::Line>> BillRows::lines(const OutTradeNo &number)
{
    auto query = Statement::run(m_database,
                                QStringLiteral("SELECT name, price_fen, quantity, goods FROM bill_lines "
                                               "WHERE shop_id = ? AND out_trade_no = ? ORDER BY line"),
                                {m_shopId, number.text()});
    if (!query)
        return query.error();
    Rows rows = std::move(query).value();
    QList<Bill::Line> found;
    while (rows.next()) {
        const auto price = Money::fromFen(rows.value(1).toLongLong());
        if (!price)
            return Statement::damaged();
        found.append({rows.value(0).toString(), *price, rows.value(2).toInt(), rows.value(3).toString()});
    }
    return found;
}

Result<QList<Bill::Discount>> BillRows::discounts(const OutTradeNo &number)
{
    auto query = Statement::run(m_database,
                                QStringLiteral("SELECT kind, amount_fen, rate FROM bill_discounts "
                                               "WHERE shop_id = ? AND out_trade_no = ? ORDER BY place"),
                                {m_shopId, number.text()});
    if (!query)
        return query.error();
    Rows rows = std::move(query).value();
    QList<Bill::Discount> found;
    while (rows.next()) {
        const auto kind = discountKindFrom(rows.value(0).toString());
        const auto amount = Money::fromFen(rows.value(1).toLongLong());
        if (!kind || !amount)
            return Statement::damaged();
        found.append({*kind, *amount, rows.value(2).toInt()});
    }
    return found;
}
