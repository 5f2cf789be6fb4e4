// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/TerminalStore.h"

#include "server/store/Database.h"
#include "server/store/Statement.h"

namespace {

Result<void> changed(const Result<int> &rows)
{
    if (!rows)
        return rows.error();
    if (*rows == 0)
        return Error{ErrorCode::NotFound, QStringLiteral("no such terminal")};
    return {};
}

} // namespace

TerminalStore::TerminalStore(Database &database, QString shopId) : m_database(database), m_shopId(std::move(shopId)) {}

QFuture<Result<void>> TerminalStore::insert(const TerminalRow &row, const QString &pairedBy)
{
    return m_database.run<void>([shopId = m_shopId, row, pairedBy](SqlConnection &database) -> Result<void> {
        const auto &terminal = row.terminal;
        return changed(Statement::change(
            database,
            QStringLiteral("INSERT INTO terminals (shop_id, id, name, token_hash, paired_by, made_at_ms) "
                           "VALUES (?, ?, ?, ?, ?, ?)"),
            {shopId, terminal.id, terminal.name, row.tokenHash, pairedBy, terminal.madeAt.toMSecsSinceEpoch()}));
    });
}

QFuture<Result<QList<TerminalRow>>> TerminalStore::all()
{
    return m_database.run<QList<TerminalRow>>(
        [shopId = m_shopId](SqlConnection &database) -> Result<QList<TerminalRow>> {
            auto query =
                Statement::run(database,
                               QStringLiteral("SELECT id, name, token_hash, made_at_ms, last_seen_ms FROM terminals "
                                              "WHERE shop_id = ? AND revoked_at_ms IS NULL ORDER BY made_at_ms, id"),
                               {shopId});
            if (!query)
                return query.error();
            Rows rows = *std::move(query);
            QList<TerminalRow> terminals;
            while (rows.next())
                terminals.append({.terminal = {.id = rows.value(0).toString(),
                                               .name = rows.value(1).toString(),
                                               .madeAt = Statement::timeOf(rows.value(3)),
                                               .lastSeen = Statement::timeOf(rows.value(4))},
                                  .tokenHash = rows.value(2).toString()});
            return terminals;
        });
}

Result<QList<TerminalRow>> TerminalStore::waitForAll()
{
    return m_database.waitFor(all());
}

QFuture<Result<void>> TerminalStore::seen(const QString &id, const QDateTime &now)
{
    return m_database.run<void>([shopId = m_shopId, id, now](SqlConnection &database) {
        return changed(Statement::change(database,
                                         QStringLiteral("UPDATE terminals SET last_seen_ms = ? WHERE shop_id = ? AND "
                                                        "id = ?"),
                                         {now.toMSecsSinceEpoch(), shopId, id}));
    });
}

QFuture<Result<void>> TerminalStore::revoke(const QString &id, const QString &by, const QDateTime &now)
{
    return m_database.run<void>([shopId = m_shopId, id, by, now](SqlConnection &database) {
        return changed(Statement::change(database,
                                         QStringLiteral("UPDATE terminals SET revoked_by = ?, revoked_at_ms = ? WHERE "
                                                        "shop_id = ? AND id = ? AND revoked_at_ms IS NULL"),
                                         {by, now.toMSecsSinceEpoch(), shopId, id}));
    });
}
