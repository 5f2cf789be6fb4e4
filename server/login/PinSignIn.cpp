// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/login/PinSignIn.h"

#include "server/domain/Clock.h"
#include "server/login/PinHasher.h"

PinSignIn::PinSignIn(SessionStore &store, Sessions &sessions, PinHasher &hasher, Clock &clock)
    : m_store(store), m_sessions(sessions), m_hasher(hasher), m_clock(clock)
{
}

QFuture<Result<PinAnswer>> PinSignIn::signIn(const QString &person, const QString &pin)
{
    if (!looksLikePin(pin))
        return ready(Result<PinAnswer>(Error{ErrorCode::InvalidInput, QStringLiteral("pin must be six digits")}));
    return m_store.countTry(person, m_clock.now())
        .then(this,
              [this, person, pin](const Result<PinTry> &counted) {
                  if (!counted)
                      return ready(Result<PinAnswer>(counted.error()));
                  if (counted->blockedFor.count() > 0)
                      return ready(Result<PinAnswer>(PinAnswer{.tried = false, .blockedFor = counted->blockedFor}));
                  return compare(person, pin, *counted);
              })
        .unwrap();
}

QFuture<Result<PinAnswer>> PinSignIn::compare(const QString &person, const QString &pin, const PinTry &counted)
{
    return m_hasher.matches(pin, counted.pinHash)
        .then(this,
              [this, person, counted](const Result<bool> &right) {
                  if (!right)
                      return ready(Result<PinAnswer>(right.error()));
                  return *right ? open(person, counted) : ready(Result<PinAnswer>(wrong(counted)));
              })
        .unwrap();
}

QFuture<Result<PinAnswer>> PinSignIn::open(const QString &person, const PinTry &counted)
{
    const auto fresh = m_sessions.fresh();
    return m_store.openByPin(person, counted.pinHash, fresh.row)
        .then(this, [this, counted, token = fresh.token](const Result<OpenSession> &opened) -> Result<PinAnswer> {
            if (opened)
                return PinAnswer{.signedIn = SignedIn{token, *opened}};
            if (opened.error().code == ErrorCode::Conflict) // it was right, but is no longer the PIN
                return wrong(counted);
            return opened.error();
        });
}

PinAnswer PinSignIn::wrong(const PinTry &counted) const
{
    return {.triesLeft = counted.tries.left(), .blockedFor = counted.tries.blockedFor(m_clock.nowMs())};
}
