// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Goods.h"

#include <optional>

class Database;

/// What the shop sells, as rows. Every write is one transaction and makes the list's version grow. Errors: Busy,
/// StoreFailure.
class GoodsStore
{
public:
    GoodsStore(Database &database, QString shopId);

    /// By category, the one with the lowest position first, then by position, then by code. Nothing, when the list has
    /// the version that the asker has already.
    QFuture<Result<std::optional<GoodsList>>> list(std::optional<qint64> knownVersion = std::nullopt);

    enum class Put {
        Added,
        Changed, ///< or it was the same: then the version stays
        BarcodeUsed, ///< by other goods; nothing was written
        TooMany, ///< there are Goods::mostInAShop; nothing was written
    };
    QFuture<Result<Put>> put(const Goods &goods);
    /// False: there were none of that code.
    QFuture<Result<bool>> remove(const QString &code);
    /// Those and no others from now on; answers the version. No code and no barcode may be there twice.
    QFuture<Result<qint64>> replaceAll(const QList<Goods> &goods);
    /// Where there never were any; true: they are there now.
    QFuture<Result<bool>> insertWhereThereNeverWereAny(const QList<Goods> &goods);

private:
    Database &m_database;
    QString m_shopId;
};
