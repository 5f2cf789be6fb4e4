// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Person.h"

#include <QDateTime>
#include <optional>

class Database;

/// Whose phone is whose. Every write is one transaction. Errors: NotFound, Busy, StoreFailure.
class PhoneStore
{
public:
    PhoneStore(Database &database, QString shopId);

    /// None: a stranger's, or somebody's who has left.
    QFuture<Result<std::optional<Person>>> holderOf(const PhoneId &phone);
    /// The phone is that person's from now on, whoever's it was. Forbidden: their role is higher than the binder's.
    QFuture<Result<Person>> bind(const PhoneId &phone, const QString &person, const Operator &by, const QDateTime &now);
    /// All of that person's phones are strangers again. NotFound: no such person.
    QFuture<Result<void>> unbindAllOf(const QString &person);

private:
    Database &m_database;
    QString m_shopId;
};
