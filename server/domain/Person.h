// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

#include <QString>

/// What somebody may do, in growing order: a supervisor may all that a cashier may, an owner all of it.
enum class Role { Cashier, Supervisor, Owner };

/// Somebody who works at the shop's tills.
struct Person
{
    QString id; ///< made by the server, never used again
    QString name; ///< 1 to 20 characters, as it stands on the lock screen
    Role role = Role::Cashier;
    bool active = true; ///< false: has left; cannot sign in, and old records still name them
    bool hasPin = false;
    int phones = 0; ///< how many phones are bound to them
};

/// What makes a phone the same one again.
struct PhoneId
{
    enum class Kind {
        Browser, ///< the SHA-256, in hex, of the secret in its browser's cookie
        WeChat, ///< the openid it has for the shop's Official Account (reference 11.3)
    };
    Kind kind = Kind::Browser;
    QString subject;

    friend bool operator==(const PhoneId &, const PhoneId &) = default;
};

/// Who asks for something that not everybody may have.
struct Operator
{
    QString id; ///< a person's, or the terminal's own name
    QString name;
    Role role = Role::Cashier;
};

QString toText(Role role); ///< cashier, supervisor, owner
Result<Role> roleFrom(const QString &text);
