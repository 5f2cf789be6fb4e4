// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Person.h"
#include "server/domain/PinTries.h"
#include "server/store/Statement.h"

#include <QList>
#include <optional>

/// Somebody as the books know them; what nobody else is to see is beside the person.
struct PersonRow
{
    Person person;
    QString pinHash; ///< empty: none
    PinTries tries;
};

/// Rows of 0002_people.sql's people as values, inside a job of Database.
class PeopleRows
{
public:
    PeopleRows(SqlConnection &database, const QString &shopId) : m_database(database), m_shopId(shopId) {}

    /// NotFound: nobody of that id, or they have left.
    Result<PersonRow> active(const QString &id);
    Result<std::optional<PersonRow>> find(const QString &id);
    /// Who have not left, by name.
    Result<QList<Person>> list();
    Result<bool> isAnybodyHere();
    /// Owners who have not left.
    Result<int> owners();
    Result<void> insert(const PersonRow &row, qint64 nowMs);
    Result<void> update(const PersonRow &row);
    Result<void> endSessions(const QString &id, qint64 nowMs);

private:
    Result<int> count(const QString &condition);
    static Result<PersonRow> rowOf(const Rows &query);

    SqlConnection &m_database;
    const QString &m_shopId;
};
