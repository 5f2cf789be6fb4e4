// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/RelayPositionStore.h"

#include "server/store/Database.h"
#include "server/store/Statement.h"

RelayPositionStore::RelayPositionStore(Database &database, QString shopId)
    : m_database(database), m_shopId(std::move(shopId))
{
}

QFuture<Result<RelayPosition>> RelayPositionStore::load()
{
    return m_database.run<RelayPosition>([shopId = m_shopId](SqlConnection &database) -> Result<RelayPosition> {
        auto query = Statement::run(
            database, QStringLiteral("SELECT stream, after_seq, after_digest FROM relay_positions WHERE shop_id = ?"),
            {shopId});
        if (!query)
            return query.error();
        Rows rows = *std::move(query);
        if (!rows.next())
            return RelayPosition{};
        return RelayPosition{rows.value(0).toString(), rows.value(1).toLongLong(), rows.value(2).toString().toLatin1()};
    });
}

QFuture<Result<void>> RelayPositionStore::save(const RelayPosition &position)
{
    return m_database.run<void>([shopId = m_shopId, position](SqlConnection &database) -> Result<void> {
        const auto saved = Statement::change(
            database,
            QStringLiteral("INSERT INTO relay_positions (shop_id, stream, after_seq, after_digest) VALUES (?, ?, ?, ?) "
                           "ON CONFLICT (shop_id) DO UPDATE SET stream = excluded.stream, after_seq = "
                           "excluded.after_seq, after_digest = excluded.after_digest"),
            {shopId, Statement::text(position.stream), position.after,
             Statement::text(QString::fromLatin1(position.digest))});
        return saved ? Result<void>() : Result<void>(saved.error());
    });
}
