// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/login/PracticePeople.h"

#include "server/domain/Clock.h"
#include "server/login/People.h"
#include "server/login/PinHasher.h"
#include "server/store/PeopleStore.h"

#include <QLoggingCategory>

namespace {
Q_LOGGING_CATEGORY(lcPractice, "scantill.login")

template <class T> bool hasFailed(const Result<T> &result)
{
    if (!result)
        qCWarning(lcPractice).noquote() << "there are no practice people:" << result.error().message;
    return !result;
}

} // namespace

PracticePeople::PracticePeople(PeopleStore &store, PinHasher &hasher, Clock &clock, Random &random)
    : m_store(store), m_hasher(hasher), m_clock(clock), m_random(random)
{
}

void PracticePeople::makeWhereNobodyIs()
{
    m_store.isAnybodyHere().then(this, [this](const Result<bool> &anybody) {
        if (!hasFailed(anybody) && !*anybody)
            make();
    });
}

void PracticePeople::make()
{
    m_hasher.hash(pin()).then(this, [this](const Result<QString> &hash) {
        if (!hasFailed(hash))
            enter(*hash);
    });
}

void PracticePeople::enter(const QString &pinHash)
{
    // One hash for all: it guards nothing, everybody knows the PIN.
    const auto one = [this, &pinHash](const char *name, Role role) {
        return NewPerson{{.id = newPersonId(m_random), .name = QString::fromUtf8(name), .role = role}, pinHash};
    };
    m_store
        .insertWhereNobodyIs({one("林晓", Role::Cashier), one("陈静", Role::Supervisor), one("王师傅", Role::Owner)},
                             m_clock.now())
        .then(this, [](const Result<bool> &entered) { (void)hasFailed(entered); });
}
