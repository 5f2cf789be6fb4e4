// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Person.h"
#include "server/store/SqlConnection.h"

#include <optional>

/// Rows of 0002_people.sql's phones, inside a job of Database.
class PhoneRows
{
public:
    PhoneRows(SqlConnection &database, const QString &shopId) : m_database(database), m_shopId(shopId) {}

    /// The id of the person it is bound to.
    Result<std::optional<QString>> holderOf(const PhoneId &phone);
    Result<void> bind(const PhoneId &phone, const QString &person, const QString &by, qint64 nowMs);
    Result<void> unbindAllOf(const QString &person);

private:
    SqlConnection &m_database;
    const QString &m_shopId;
};
