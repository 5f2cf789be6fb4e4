// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/PhoneStore.h"

#include "server/store/Database.h"
#include "server/store/PeopleRows.h"
#include "server/store/PhoneRows.h"

PhoneStore::PhoneStore(Database &database, QString shopId) : m_database(database), m_shopId(std::move(shopId)) {}

QFuture<Result<std::optional<Person>>> PhoneStore::holderOf(const PhoneId &phone)
{
    using Holder = std::optional<Person>;
    return m_database.run<Holder>([shopId = m_shopId, phone](SqlConnection &database) -> Result<Holder> {
        const auto id = PhoneRows(database, shopId).holderOf(phone);
        if (!id)
            return id.error();
        if (!*id)
            return Holder();
        const auto row = PeopleRows(database, shopId).active(**id);
        if (!row)
            return row.error().code == ErrorCode::NotFound ? Result<Holder>(Holder()) : Result<Holder>(row.error());
        return Holder(row->person);
    });
}

QFuture<Result<Person>> PhoneStore::bind(const PhoneId &phone, const QString &person, const Operator &by,
                                         const QDateTime &now)
{
    return m_database.run<Person>(
        [shopId = m_shopId, phone, person, by, now](SqlConnection &database) -> Result<Person> {
            PeopleRows people(database, shopId);
            const auto row = people.active(person);
            if (!row)
                return row.error();
            if (row->person.role > by.role)
                return Error{ErrorCode::Forbidden,
                             QStringLiteral("nobody may bind a phone to a higher role than their own")};
            const auto bound = PhoneRows(database, shopId).bind(phone, person, by.id, now.toMSecsSinceEpoch());
            if (!bound)
                return bound.error();
            const auto after = people.active(person); // one phone more
            return after ? Result<Person>(after->person) : Result<Person>(after.error());
        });
}

QFuture<Result<void>> PhoneStore::unbindAllOf(const QString &person)
{
    return m_database.run<void>([shopId = m_shopId, person](SqlConnection &database) -> Result<void> {
        const auto found = PeopleRows(database, shopId).find(person);
        if (!found)
            return found.error();
        if (!*found)
            return Error{ErrorCode::NotFound, QStringLiteral("no such person")};
        return PhoneRows(database, shopId).unbindAllOf(person);
    });
}
