// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/PeopleStore.h"

#include <QObject>
#include <functional>

class Clock;
class PinHasher;
class Random;

/// What is wanted of somebody who is entered or changed; what is not named stays as it is.
struct PersonWish
{
    std::optional<QString> name;
    std::optional<Role> role;
    std::optional<QString> pin;
    std::optional<bool> active;
};

/// Who works here: entering and changing people. Who may, the routes know.
class People : public QObject
{
    Q_OBJECT
public:
    static constexpr int maxNameLength = 20;

    People(PeopleStore &store, PinHasher &hasher, Clock &clock, Random &random);

    QFuture<Result<QList<Person>>> list() { return m_store.list(); }
    QFuture<Result<bool>> isAnybodyHere() { return m_store.isAnybodyHere(); }
    /// Name and role are needed. InvalidInput: a weak PIN, or the very first one is no owner with a PIN.
    QFuture<Result<Person>> add(const PersonWish &wish);
    /// NotFound: nobody has that id. Conflict: no owner would be left. InvalidInput: a weak PIN.
    QFuture<Result<Person>> change(const QString &id, const PersonWish &wish);

private:
    using Write = std::function<QFuture<Result<Person>>(const std::optional<QString> &pinHash)>;
    QFuture<Result<Person>> withHash(const std::optional<QString> &pin, const Write &write);

    PeopleStore &m_store;
    PinHasher &m_hasher;
    Clock &m_clock;
    Random &m_random;
};

/// A new person's id, never used before.
QString newPersonId(Random &random);
