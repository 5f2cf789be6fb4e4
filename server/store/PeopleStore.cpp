// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/PeopleStore.h"

#include "server/store/Database.h"
#include "server/store/PeopleRows.h"

namespace {

PersonRow altered(PersonRow row, const PersonChange &change)
{
    row.person.name = change.name.value_or(row.person.name);
    row.person.role = change.role.value_or(row.person.role);
    row.person.active = change.active.value_or(row.person.active);
    if (change.pinHash) {
        row.pinHash = *change.pinHash;
        row.person.hasPin = !row.pinHash.isEmpty();
        row.tries = {};
    }
    return row;
}

bool isWorkingOwner(const Person &person)
{
    return person.active && person.role == Role::Owner;
}

/// Conflict when nobody would be left who may change people.
Result<void> keepAnOwner(PeopleRows &rows, const Person &before, const Person &after)
{
    if (!isWorkingOwner(before) || isWorkingOwner(after))
        return {};
    const auto owners = rows.owners();
    if (!owners)
        return owners.error();
    if (*owners < 2)
        return Error{ErrorCode::Conflict, QStringLiteral("the last owner must stay one")};
    return {};
}

} // namespace

PeopleStore::PeopleStore(Database &database, QString shopId) : m_database(database), m_shopId(std::move(shopId)) {}

QFuture<Result<QList<Person>>> PeopleStore::list()
{
    return m_database.run<QList<Person>>(
        [shopId = m_shopId](SqlConnection &database) { return PeopleRows(database, shopId).list(); });
}

QFuture<Result<bool>> PeopleStore::isAnybodyHere()
{
    return m_database.run<bool>(
        [shopId = m_shopId](SqlConnection &database) { return PeopleRows(database, shopId).isAnybodyHere(); });
}

QFuture<Result<Person>> PeopleStore::insert(const NewPerson &wanted, const QDateTime &now)
{
    return m_database.run<Person>([shopId = m_shopId, wanted, now](SqlConnection &database) -> Result<Person> {
        PeopleRows rows(database, shopId);
        const auto anybody = rows.isAnybodyHere();
        if (!anybody)
            return anybody.error();
        Person person = wanted.person;
        person.hasPin = !wanted.pinHash.isEmpty();
        if (!*anybody && !(isWorkingOwner(person) && person.hasPin))
            return Error{ErrorCode::InvalidInput, QStringLiteral("the first person must be an owner with a pin")};
        if (const auto done = rows.insert({person, wanted.pinHash, {}}, now.toMSecsSinceEpoch()); !done)
            return done.error();
        return person;
    });
}

QFuture<Result<bool>> PeopleStore::insertWhereNobodyIs(const QList<NewPerson> &wanted, const QDateTime &now)
{
    return m_database.run<bool>([shopId = m_shopId, wanted, now](SqlConnection &database) -> Result<bool> {
        PeopleRows rows(database, shopId);
        const auto anybody = rows.isAnybodyHere();
        if (!anybody || *anybody)
            return anybody ? Result<bool>(false) : anybody;
        for (const auto &one : wanted) {
            if (const auto done = rows.insert({one.person, one.pinHash, {}}, now.toMSecsSinceEpoch()); !done)
                return done.error();
        }
        return true;
    });
}

QFuture<Result<Person>> PeopleStore::change(const QString &id, const PersonChange &change, const QDateTime &now)
{
    return m_database.run<Person>([shopId = m_shopId, id, change, now](SqlConnection &database) -> Result<Person> {
        PeopleRows rows(database, shopId);
        const auto found = rows.find(id);
        if (!found)
            return found.error();
        if (!*found)
            return Error{ErrorCode::NotFound, QStringLiteral("no such person")};
        const PersonRow before = **found;
        const PersonRow after = altered(before, change);
        if (const auto kept = keepAnOwner(rows, before.person, after.person); !kept)
            return kept.error();
        if (const auto updated = rows.update(after); !updated)
            return updated.error();
        const bool isAnother = change.pinHash || after.person.role != before.person.role || !after.person.active;
        if (!isAnother)
            return after.person;
        const auto ended = rows.endSessions(id, now.toMSecsSinceEpoch());
        return ended ? Result<Person>(after.person) : Result<Person>(ended.error());
    });
}
