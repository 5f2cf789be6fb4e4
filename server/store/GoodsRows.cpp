// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/GoodsRows.h"

#include "server/store/BooksTrouble.h"
#include "server/store/Statement.h"

#include <QVariant>

namespace {

const QString goodsColumns = QStringLiteral("code, barcode, name, price_fen, category, position, on_sale");

Result<Goods> goodsOf(const Rows &row)
{
    const auto price = Money::fromFen(row.value(3).toLongLong());
    if (price) {
        const auto goods = Goods::make({.code = row.value(0).toString(),
                                        .barcode = row.value(1).toString(),
                                        .name = row.value(2).toString(),
                                        .price = *price,
                                        .category = row.value(4).toString(),
                                        .position = row.value(5).toInt(),
                                        .onSale = row.value(6).toBool()});
        if (goods)
            return goods;
    }
    return Error{ErrorCode::StoreFailure, QStringLiteral("a row of the database does not hold what it should")};
}

Result<void> done(const Result<int> &changed)
{
    return changed ? Result<void>() : Result<void>(changed.error());
}

} // namespace

Result<QList<Goods>> GoodsRows::read(const QString &sql, const QVariantList &values)
{
    auto query = Statement::run(m_database, sql, values);
    if (!query)
        return query.error();
    Rows rows = *std::move(query);
    QList<Goods> found;
    while (rows.next()) {
        const auto goods = goodsOf(rows);
        if (!goods)
            return goods.error();
        found.append(*goods);
    }
    return found;
}

Result<qint64> GoodsRows::number(const QString &sql, const QVariantList &values)
{
    auto query = Statement::run(m_database, sql, values);
    if (!query)
        return query.error();
    Rows rows = *std::move(query);
    return rows.next() ? rows.value(0).toLongLong() : 0;
}

Result<std::optional<Goods>> GoodsRows::find(const QString &code)
{
    const auto found = read(QStringLiteral("SELECT %1 FROM goods WHERE shop_id = ? AND code = ?").arg(goodsColumns),
                            {m_shopId, Statement::text(code)});
    if (!found)
        return found.error();
    return found->isEmpty() ? std::optional<Goods>() : std::optional<Goods>(found->first());
}

Result<QList<Goods>> GoodsRows::all()
{
    return read(QStringLiteral("SELECT %1 FROM goods WHERE shop_id = ? ORDER BY min(position) OVER (PARTITION BY "
                               "category), category, position, code")
                    .arg(goodsColumns),
                {m_shopId});
}

Result<qint64> GoodsRows::count()
{
    return number(QStringLiteral("SELECT count(*) FROM goods WHERE shop_id = ?"), {m_shopId});
}

Result<bool> GoodsRows::isBarcodeUsed(const Goods &goods)
{
    const auto others =
        number(QStringLiteral("SELECT count(*) FROM goods WHERE shop_id = ? AND barcode = ? AND barcode <> '' AND "
                              "code <> ?"),
               {m_shopId, Statement::text(goods.barcode()), goods.code()});
    return others ? Result<bool>(*others > 0) : Result<bool>(others.error());
}

Result<void> GoodsRows::insert(const QList<Goods> &goods)
{
    static const auto sql =
        QStringLiteral("INSERT INTO goods (%1, shop_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)").arg(goodsColumns);
    for (const auto &one : goods) {
        const auto inserted =
            Statement::change(m_database, sql,
                              {one.code(), Statement::text(one.barcode()), one.name(), one.price().fen(),
                               one.category(), one.position(), int(one.isOnSale()), m_shopId});
        if (!inserted)
            return inserted.error();
    }
    return {};
}

Result<void> GoodsRows::update(const Goods &goods)
{
    return done(Statement::change(
        m_database,
        QStringLiteral("UPDATE goods SET barcode = ?, name = ?, price_fen = ?, category = ?, position = ?, "
                       "on_sale = ? WHERE shop_id = ? AND code = ?"),
        {Statement::text(goods.barcode()), goods.name(), goods.price().fen(), goods.category(), goods.position(),
         int(goods.isOnSale()), m_shopId, goods.code()}));
}

Result<int> GoodsRows::remove(const QString &code)
{
    return Statement::change(m_database, QStringLiteral("DELETE FROM goods WHERE shop_id = ? AND code = ?"),
                             {m_shopId, Statement::text(code)});
}

Result<void> GoodsRows::removeAll()
{
    return done(Statement::change(m_database, QStringLiteral("DELETE FROM goods WHERE shop_id = ?"), {m_shopId}));
}

Result<qint64> GoodsRows::version()
{
    return number(QStringLiteral("SELECT version FROM goods_versions WHERE shop_id = ?"), {m_shopId});
}

Result<qint64> GoodsRows::nextVersion()
{
    const auto raised =
        Statement::change(m_database,
                          QStringLiteral("INSERT INTO goods_versions (shop_id, version) VALUES (?, 1) "
                                         "ON CONFLICT (shop_id) DO UPDATE SET version = goods_versions.version + 1"),
                          {m_shopId});
    return raised ? version() : Result<qint64>(raised.error());
}
