// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/PersonReader.h"

#include "server/domain/PinTries.h"
#include "server/routes/TerminalCall.h"

Result<PersonWish> readPersonWish(const QJsonObject &body, bool isNew)
{
    PersonWish wish;
    if (isNew || body.contains("name")) {
        const auto name = TerminalCall::textOf(body, "name", People::maxNameLength);
        if (!name || name->isEmpty())
            return wrongInput("name must be 1 to 20 plain characters");
        wish.name = *name;
    }
    if (isNew || body.contains("role")) {
        const auto role = roleFrom(body["role"].toString());
        if (!role)
            return role.error();
        wish.role = *role;
    }
    if (body.contains("pin")) {
        const auto pin = body["pin"].toString();
        if (const auto fine = checkPin(pin); !fine)
            return fine.error();
        wish.pin = pin;
    }
    if (body.contains("active")) {
        if (!body["active"].isBool())
            return wrongInput("active must be true or false");
        wish.active = body["active"].toBool();
    }
    return wish;
}
