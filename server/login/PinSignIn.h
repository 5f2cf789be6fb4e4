// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/login/Sessions.h"

class PinHasher;

/// What came of one try of a PIN.
struct PinAnswer
{
    std::optional<SignedIn> signedIn; ///< none: it was wrong, or may not be tried now
    bool tried = true; ///< false: it is blocked, and was not looked at
    int triesLeft = 0; ///< before it is blocked
    std::chrono::milliseconds blockedFor{0}; ///< from now on
};

/// Signing in with a PIN. A try is written down before it is looked at, so that neither a restart nor many at once
/// win any (PinTries).
class PinSignIn : public QObject
{
    Q_OBJECT
public:
    PinSignIn(SessionStore &store, Sessions &sessions, PinHasher &hasher, Clock &clock);

    /// InvalidInput: not six digits, which counts as no try. NotFound: no such person. Busy, StoreFailure: not known
    /// whether it is right; the try counts.
    QFuture<Result<PinAnswer>> signIn(const QString &person, const QString &pin);

private:
    QFuture<Result<PinAnswer>> compare(const QString &person, const QString &pin, const PinTry &counted);
    QFuture<Result<PinAnswer>> open(const QString &person, const PinTry &counted);
    PinAnswer wrong(const PinTry &counted) const;

    SessionStore &m_store;
    Sessions &m_sessions;
    PinHasher &m_hasher;
    Clock &m_clock;
};
