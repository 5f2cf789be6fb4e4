// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Person.h"

#include <QJsonObject>

/// The wire format of people (server/http/API.md, "People and sessions"), for both ends of it.
namespace Json {

QJsonObject fromPerson(const Person &person);
/// Unknown members are ignored; a missing or wrong one is InvalidInput.
Result<Person> toPerson(const QJsonObject &json);

} // namespace Json
