// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/PeopleRows.h"

#include "server/store/Statement.h"

#include <QVariant>

namespace {

const QString personColumns =
    QStringLiteral("p.id, p.name, p.role, p.active, p.pin_hash, p.pin_failures, p.pin_blocked_until_ms, "
                   "(SELECT count(*) FROM phones WHERE phones.shop_id = p.shop_id AND phones.person = p.id)");

} // namespace

Result<PersonRow> PeopleRows::rowOf(const Rows &query)
{
    const auto role = roleFrom(query.value(2).toString());
    if (!role)
        return Error{ErrorCode::StoreFailure, QStringLiteral("a row of the database does not hold what it should")};
    return PersonRow{.person = {.id = query.value(0).toString(),
                                .name = query.value(1).toString(),
                                .role = *role,
                                .active = query.value(3).toBool(),
                                .hasPin = !query.value(4).toString().isEmpty(),
                                .phones = query.value(7).toInt()},
                     .pinHash = query.value(4).toString(),
                     .tries = {.failures = query.value(5).toInt(), .blockedUntilMs = query.value(6).toLongLong()}};
}

Result<std::optional<PersonRow>> PeopleRows::find(const QString &id)
{
    auto query = Statement::run(
        m_database, QStringLiteral("SELECT %1 FROM people p WHERE shop_id = ? AND id = ?").arg(personColumns),
        {m_shopId, Statement::text(id)});
    if (!query)
        return query.error();
    Rows rows = *std::move(query);
    if (!rows.next())
        return std::optional<PersonRow>();
    const auto row = rowOf(rows);
    if (!row)
        return row.error();
    return std::optional<PersonRow>(*row);
}

Result<PersonRow> PeopleRows::active(const QString &id)
{
    const auto found = find(id);
    if (!found)
        return found.error();
    if (!*found || !(*found)->person.active)
        return Error{ErrorCode::NotFound, QStringLiteral("no such person")};
    return **found;
}

Result<QList<Person>> PeopleRows::list()
{
    auto query = Statement::run(
        m_database,
        QStringLiteral("SELECT %1 FROM people p WHERE shop_id = ? AND active = 1 ORDER BY name, id").arg(personColumns),
        {m_shopId});
    if (!query)
        return query.error();
    Rows rows = *std::move(query);
    QList<Person> people;
    while (rows.next()) {
        const auto row = rowOf(rows);
        if (!row)
            return row.error();
        people.append(row->person);
    }
    return people;
}

Result<int> PeopleRows::count(const QString &condition)
{
    auto query = Statement::run(
        m_database, QStringLiteral("SELECT count(*) FROM people WHERE shop_id = ? AND active = 1 AND ") + condition,
        {m_shopId});
    if (!query)
        return query.error();
    Rows rows = *std::move(query);
    return rows.next() ? rows.value(0).toInt() : 0;
}

Result<bool> PeopleRows::isAnybodyHere()
{
    const auto people = count(QStringLiteral("1 = 1"));
    return people ? Result<bool>(*people > 0) : Result<bool>(people.error());
}

Result<int> PeopleRows::owners()
{
    return count(QStringLiteral("role = 'owner'"));
}

Result<void> PeopleRows::insert(const PersonRow &row, qint64 nowMs)
{
    const auto inserted =
        Statement::change(m_database,
                          QStringLiteral("INSERT INTO people (shop_id, id, name, role, active, pin_hash, pin_failures, "
                                         "pin_blocked_until_ms, created_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                          {m_shopId, row.person.id, row.person.name, toText(row.person.role), int(row.person.active),
                           Statement::text(row.pinHash), row.tries.failures, row.tries.blockedUntilMs, nowMs});
    return inserted ? Result<void>() : Result<void>(inserted.error());
}

Result<void> PeopleRows::update(const PersonRow &row)
{
    const auto updated = Statement::change(
        m_database,
        QStringLiteral("UPDATE people SET name = ?, role = ?, active = ?, pin_hash = ?, "
                       "pin_failures = ?, pin_blocked_until_ms = ? WHERE shop_id = ? AND id = ?"),
        {row.person.name, toText(row.person.role), int(row.person.active), Statement::text(row.pinHash),
         row.tries.failures, row.tries.blockedUntilMs, m_shopId, row.person.id});
    return updated ? Result<void>() : Result<void>(updated.error());
}

Result<void> PeopleRows::endSessions(const QString &id, qint64 nowMs)
{
    const auto ended = Statement::change(
        m_database,
        QStringLiteral("UPDATE operator_sessions SET ended_at_ms = ? WHERE shop_id = ? AND person = ? "
                       "AND ended_at_ms IS NULL"),
        {nowMs, m_shopId, id});
    return ended ? Result<void>() : Result<void>(ended.error());
}
