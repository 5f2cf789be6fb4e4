// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Person.h"

#include <QDateTime>
#include <QList>
#include <optional>

class Database;

/// Somebody who is to be entered, with the hash of their PIN (empty: none).
struct NewPerson
{
    Person person;
    QString pinHash;
};

/// What is to be changed about somebody; what is not named stays.
struct PersonChange
{
    std::optional<QString> name;
    std::optional<Role> role;
    std::optional<QString> pinHash;
    std::optional<bool> active;
};

/// Who works here, as rows. Every write is one transaction. Errors: NotFound, Busy, StoreFailure.
class PeopleStore
{
public:
    PeopleStore(Database &database, QString shopId);

    /// Who have not left, by name.
    QFuture<Result<QList<Person>>> list();
    QFuture<Result<bool>> isAnybodyHere();
    /// InvalidInput: the very first one must be an owner with a PIN.
    QFuture<Result<Person>> insert(const NewPerson &wanted, const QDateTime &now);
    /// All of them, where there is nobody yet; true: they were entered.
    QFuture<Result<bool>> insertWhereNobodyIs(const QList<NewPerson> &wanted, const QDateTime &now);
    /// A new PIN or role, or leaving, ends that person's sessions; a new PIN is not blocked. Conflict: no owner would
    /// be left.
    QFuture<Result<Person>> change(const QString &id, const PersonChange &change, const QDateTime &now);

private:
    Database &m_database;
    QString m_shopId;
};
