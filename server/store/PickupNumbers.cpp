// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/PickupNumbers.h"

#include "server/store/Statement.h"

Result<QString> PickupNumbers::forOrder(const Order &order)
{
    auto shared = ofSale(order);
    if (!shared || !shared->isEmpty())
        return shared;
    return next(order.createdAt.toOffsetFromUtc(8 * 3600).toString(QStringLiteral("yyyy-MM-dd")));
}

Result<QString> PickupNumbers::ofSale(const Order &order)
{
    auto query = Statement::run(m_database,
                                QStringLiteral("SELECT pickup_no FROM orders WHERE shop_id = ? AND sale = ? AND "
                                               "pickup_no <> '' ORDER BY created_at_ms DESC LIMIT 1"),
                                {m_shopId, Statement::text(order.sale)});
    if (!query)
        return query.error();
    Rows row = std::move(query).value();
    return row.next() ? row.value(0).toString() : QString();
}

Result<QString> PickupNumbers::next(const QString &day)
{
    const auto given = Statement::change(m_database,
                                         QStringLiteral("INSERT INTO pickup_numbers (shop_id, day, given) "
                                                        "VALUES (?, ?, 1) ON CONFLICT (shop_id, day) "
                                                        "DO UPDATE SET given = given % ? + 1"),
                                         {m_shopId, day, last});
    if (!given)
        return given.error();
    auto query = Statement::run(
        m_database, QStringLiteral("SELECT given FROM pickup_numbers WHERE shop_id = ? AND day = ?"), {m_shopId, day});
    if (!query)
        return query.error();
    Rows row = std::move(query).value();
    if (!row.next())
        return Error{ErrorCode::StoreFailure, QStringLiteral("the day's pickup number is not there")};
    return QStringLiteral("%1").arg(row.value(0).toInt(), 3, 10, QLatin1Char('0'));
}
