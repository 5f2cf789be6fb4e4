// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Person.h"

/// People that tests of many folders begin with.
namespace Staff {

inline Person person(const char *id, Role role = Role::Cashier)
{
    return {.id = QString::fromLatin1(id), .name = QString::fromLatin1(id).toUpper(), .role = role};
}

inline Operator as(Role role, const char *id = "boss")
{
    return {.id = QString::fromLatin1(id), .name = QString::fromLatin1(id), .role = role};
}

inline PhoneId phone(const char *subject = "phone-1")
{
    return {PhoneId::Kind::Browser, QString::fromLatin1(subject)};
}

inline PhoneId weChat(const char *openid = "oWeChat1")
{
    return {PhoneId::Kind::WeChat, QString::fromLatin1(openid)};
}

} // namespace Staff
