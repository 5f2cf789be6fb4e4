// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/Database.h"
#include "server/store/PeopleStore.h"
#include "server/store/PhoneStore.h"
#include "server/store/SessionStore.h"
#include "tests/support/Await.h"
#include "tests/support/Orders.h"
#include "tests/support/People.h"

#include <QTemporaryDir>
#include <QTest>

/// The people of one shop in a file of its own, which can be closed and opened again.
struct PeopleBooks
{
    QTemporaryDir folder;
    QDateTime now = Orders::start;
    std::unique_ptr<Database> database = *Database::open(folder.filePath("books.sqlite"));
    std::unique_ptr<PeopleStore> people = std::make_unique<PeopleStore>(*database, shop());
    std::unique_ptr<SessionStore> sessions = std::make_unique<SessionStore>(*database, shop());
    std::unique_ptr<PhoneStore> phones = std::make_unique<PhoneStore>(*database, shop());

    static QString shop() { return QStringLiteral("1900000001"); }

    void restart()
    {
        database.reset();
        database = *Database::open(folder.filePath("books.sqlite"));
        people = std::make_unique<PeopleStore>(*database, shop());
        sessions = std::make_unique<SessionStore>(*database, shop());
        phones = std::make_unique<PhoneStore>(*database, shop());
    }
    Result<Person> add(const char *id, Role role = Role::Cashier, const char *pinHash = "hash")
    {
        return await(people->insert({Staff::person(id, role), QString::fromLatin1(pinHash)}, now));
    }
    SessionRow session(const char *tokenHash, int lifeS = 3600) const
    {
        return {QString::fromLatin1(tokenHash), now, now.addSecs(lifeS)};
    }
    bool isOpen(const char *tokenHash) const
    {
        return await(sessions->find(QString::fromLatin1(tokenHash), now)).has_value();
    }
};
