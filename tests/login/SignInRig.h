// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/login/People.h"
#include "server/login/PhoneSignIn.h"
#include "server/login/PinHasher.h"
#include "server/login/PinSignIn.h"
#include "server/login/PracticePeople.h"
#include "server/runtime/WorkPool.h"
#include "tests/store/PeopleBooks.h"
#include "tests/support/SeededRandom.h"
#include "tests/support/VirtualClock.h"

/// Everything that signs people in, over real books, on a clock that stands still; hashes are the cheapest there are.
struct SignInRig
{
    PeopleBooks books;
    VirtualClock clock{Orders::start.toMSecsSinceEpoch()};
    SeededRandom random;
    WorkPool pool{2, 32};
    PinHasher hasher{pool, random, {.log2N = 10, .r = 8, .p = 1}};
    People people{*books.people, hasher, clock, random};
    Sessions sessions{*books.sessions, clock, random};
    LoginTickets tickets{clock, random};
    PinSignIn pins{*books.sessions, sessions, hasher, clock};
    PhoneSignIn phones{tickets, *books.phones, *books.sessions, sessions, clock};
    Person owner = *await(people.add({.name = QStringLiteral("王师傅"), .role = Role::Owner, .pin = "908172"}));
    Person lin = *await(people.add({.name = QStringLiteral("林晓"), .role = Role::Cashier, .pin = "135790"}));

    Result<PinAnswer> pin(const char *pin) { return await(pins.signIn(lin.id, QString::fromLatin1(pin))); }
    bool isOpen(const QByteArray &token) { return await(sessions.find(token)).has_value(); }
    /// The books take no session any more, or do again.
    void breakSessions(bool broken)
    {
        const auto done = await(books.database->run<int>([broken](SqlConnection &database) -> Result<int> {
            const auto *sql = broken ? "ALTER TABLE operator_sessions RENAME TO away"
                                     : "ALTER TABLE away RENAME TO operator_sessions";
            const auto changed = database.execute(QString::fromLatin1(sql));
            return changed ? Result<int>(1) : Result<int>(changed.error());
        }));
        QVERIFY(done);
    }
};
