// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/Person.h"

QString toText(Role role)
{
    switch (role) {
    case Role::Cashier:
        return QStringLiteral("cashier");
    case Role::Supervisor:
        return QStringLiteral("supervisor");
    case Role::Owner:
        return QStringLiteral("owner");
    }
    return {};
}

Result<Role> roleFrom(const QString &text)
{
    for (const auto role : {Role::Cashier, Role::Supervisor, Role::Owner}) {
        if (toText(role) == text)
            return role;
    }
    return Error{ErrorCode::InvalidInput, QStringLiteral("role must be cashier, supervisor or owner")};
}
