// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Goods.h"
#include "server/store/SqlConnection.h"

#include <QVariantList>
#include <optional>

/// Rows of 0004_goods.sql as values, inside a job of Database.
class GoodsRows
{
public:
    GoodsRows(SqlConnection &database, const QString &shopId) : m_database(database), m_shopId(shopId) {}

    Result<std::optional<Goods>> find(const QString &code);
    /// In the order in which a till shows them.
    Result<QList<Goods>> all();
    Result<qint64> count();
    /// Whether goods of another code have that barcode.
    Result<bool> isBarcodeUsed(const Goods &goods);
    Result<void> insert(const QList<Goods> &goods);
    Result<void> update(const Goods &goods);
    Result<int> remove(const QString &code); ///< how many there were
    Result<void> removeAll();
    Result<qint64> version(); ///< 0: there never were any
    Result<qint64> nextVersion();

private:
    Result<QList<Goods>> read(const QString &sql, const QVariantList &values);
    Result<qint64> number(const QString &sql, const QVariantList &values);

    SqlConnection &m_database;
    const QString &m_shopId;
};
