// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Bill.h"
#include "server/domain/Ids.h"
#include "server/store/SqlConnection.h"

#include <optional>

/// Rows of the tables bill_lines and bill_discounts as values, inside a job of Database. They are written once.
class BillRows
{
public:
    BillRows(SqlConnection &database, const QString &shopId) : m_database(database), m_shopId(shopId) {}

    Result<void> insert(const OutTradeNo &number, const Bill &bill);
    Result<std::optional<Bill>> find(const OutTradeNo &number); ///< none: the order has no bill

private:
    Result<QList<Bill::Line>> lines(const OutTradeNo &number);
    Result<QList<Bill::Discount>> discounts(const OutTradeNo &number);

    SqlConnection &m_database;
    const QString &m_shopId;
};
