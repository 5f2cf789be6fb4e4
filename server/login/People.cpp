// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/login/People.h"

#include "server/domain/Clock.h"
#include "server/domain/PinTries.h"
#include "server/domain/Random.h"
#include "server/login/PinHasher.h"

QString newPersonId(Random &random)
{
    return QStringLiteral("p-") + QString::fromLatin1(random.base32(16));
}

People::People(PeopleStore &store, PinHasher &hasher, Clock &clock, Random &random)
    : m_store(store), m_hasher(hasher), m_clock(clock), m_random(random)
{
}

QFuture<Result<Person>> People::add(const PersonWish &wish)
{
    const Person person{
        .id = newPersonId(m_random), .name = wish.name.value_or(QString()), .role = wish.role.value_or(Role::Cashier)};
    return withHash(wish.pin, [this, person](const std::optional<QString> &pinHash) {
        return m_store.insert({person, pinHash.value_or(QString())}, m_clock.now());
    });
}

QFuture<Result<Person>> People::change(const QString &id, const PersonWish &wish)
{
    return withHash(wish.pin, [this, id, wish](const std::optional<QString> &pinHash) {
        return m_store.change(id, {.name = wish.name, .role = wish.role, .pinHash = pinHash, .active = wish.active},
                              m_clock.now());
    });
}

QFuture<Result<Person>> People::withHash(const std::optional<QString> &pin, const Write &write)
{
    if (!pin)
        return write(std::nullopt);
    if (const auto fine = checkPin(*pin); !fine)
        return ready(Result<Person>(fine.error()));
    return m_hasher.hash(*pin)
        .then(
            this,
            [write](const Result<QString> &hash) { return hash ? write(*hash) : ready(Result<Person>(hash.error())); })
        .unwrap();
}
