// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/GoodsStore.h"

#include "server/store/Database.h"
#include "server/store/GoodsRows.h"

namespace {

/// What has been written, with the version it made.
Result<GoodsStore::Put> written(GoodsRows &rows, const Result<void> &done, GoodsStore::Put how)
{
    if (!done)
        return done.error();
    const auto version = rows.nextVersion();
    return version ? Result<GoodsStore::Put>(how) : Result<GoodsStore::Put>(version.error());
}

Result<GoodsStore::Put> putInto(GoodsRows &rows, const Goods &goods)
{
    using Put = GoodsStore::Put;
    const auto before = rows.find(goods.code());
    if (!before)
        return before.error();
    if (*before == goods)
        return Put::Changed;
    const auto isUsed = rows.isBarcodeUsed(goods);
    if (!isUsed)
        return isUsed.error();
    if (*isUsed)
        return Put::BarcodeUsed;
    if (*before)
        return written(rows, rows.update(goods), Put::Changed);
    const auto count = rows.count();
    if (!count)
        return count.error();
    return *count >= Goods::mostInAShop ? Put::TooMany : written(rows, rows.insert({goods}), Put::Added);
}

Result<qint64> insertAll(GoodsRows &rows, const QList<Goods> &goods)
{
    const auto done = rows.insert(goods);
    return done ? rows.nextVersion() : Result<qint64>(done.error());
}

} // namespace

GoodsStore::GoodsStore(Database &database, QString shopId) : m_database(database), m_shopId(std::move(shopId)) {}

QFuture<Result<std::optional<GoodsList>>> GoodsStore::list(std::optional<qint64> knownVersion)
{
    using Found = std::optional<GoodsList>;
    return m_database.run<Found>([shopId = m_shopId, knownVersion](SqlConnection &database) -> Result<Found> {
        GoodsRows rows(database, shopId);
        const auto version = rows.version();
        if (!version)
            return version.error();
        if (knownVersion == *version)
            return Found();
        auto goods = rows.all();
        if (!goods)
            return goods.error();
        return Found(GoodsList{*std::move(goods), *version});
    });
}

QFuture<Result<GoodsStore::Put>> GoodsStore::put(const Goods &goods)
{
    return m_database.run<Put>([shopId = m_shopId, goods](SqlConnection &database) {
        GoodsRows rows(database, shopId);
        return putInto(rows, goods);
    });
}

QFuture<Result<bool>> GoodsStore::remove(const QString &code)
{
    return m_database.run<bool>([shopId = m_shopId, code](SqlConnection &database) -> Result<bool> {
        GoodsRows rows(database, shopId);
        const auto removed = rows.remove(code);
        if (!removed || *removed == 0)
            return removed ? Result<bool>(false) : Result<bool>(removed.error());
        const auto version = rows.nextVersion();
        return version ? Result<bool>(true) : Result<bool>(version.error());
    });
}

QFuture<Result<qint64>> GoodsStore::replaceAll(const QList<Goods> &goods)
{
    return m_database.run<qint64>([shopId = m_shopId, goods](SqlConnection &database) -> Result<qint64> {
        GoodsRows rows(database, shopId);
        if (const auto cleared = rows.removeAll(); !cleared)
            return cleared.error();
        return insertAll(rows, goods);
    });
}

QFuture<Result<bool>> GoodsStore::insertWhereThereNeverWereAny(const QList<Goods> &goods)
{
    return m_database.run<bool>([shopId = m_shopId, goods](SqlConnection &database) -> Result<bool> {
        GoodsRows rows(database, shopId);
        const auto version = rows.version();
        if (!version || *version > 0)
            return version ? Result<bool>(false) : Result<bool>(version.error());
        const auto inserted = insertAll(rows, goods);
        return inserted ? Result<bool>(true) : Result<bool>(inserted.error());
    });
}
