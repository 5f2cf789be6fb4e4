// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/PersonJson.h"

QJsonObject Json::fromPerson(const Person &person)
{
    return {{"id", person.id},         {"name", person.name},      {"role", toText(person.role)},
            {"active", person.active}, {"has_pin", person.hasPin}, {"phones", person.phones}};
}

Result<Person> Json::toPerson(const QJsonObject &json)
{
    const auto role = roleFrom(json["role"].toString());
    if (!role)
        return role.error();
    Person person{.id = json["id"].toString(),
                  .name = json["name"].toString(),
                  .role = *role,
                  .active = json["active"].toBool(true),
                  .hasPin = json["has_pin"].toBool(),
                  .phones = json["phones"].toInt()};
    if (person.id.isEmpty() || person.name.isEmpty())
        return Error{ErrorCode::InvalidInput, QStringLiteral("missing or wrong: id or name of a person")};
    return person;
}
