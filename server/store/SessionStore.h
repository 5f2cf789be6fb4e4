// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Person.h"
#include "server/domain/PinTries.h"

#include <QDateTime>

class Database;

/// A session as the books keep it: of its token they have the SHA-256 only, in hex.
struct SessionRow
{
    QString tokenHash;
    QDateTime createdAt;
    QDateTime expiresAt;
};

/// Whose session it is, as they are now, and until when.
struct OpenSession
{
    Person person;
    QDateTime expiresAt;
};

/// One try of somebody's PIN, counted before it is looked at.
struct PinTry
{
    std::chrono::milliseconds blockedFor{0}; ///< more than 0: it may not be tried, and was not counted
    PinTries tries; ///< this one included
    QString pinHash; ///< empty: no PIN
};

/// Sign-ins: sessions and the tries that lead to them. Every write is one transaction. Errors: NotFound, Busy,
/// StoreFailure.
class SessionStore
{
public:
    SessionStore(Database &database, QString shopId);

    /// NotFound: no such person, or they have left.
    QFuture<Result<PinTry>> countTry(const QString &person, const QDateTime &now);
    /// The PIN was right: its tries are forgotten and the session is open. Conflict: it is another PIN by now.
    QFuture<Result<OpenSession>> openByPin(const QString &person, const QString &pinHash, const SessionRow &session);
    /// NotFound: the phone is not that person's any more.
    QFuture<Result<OpenSession>> openByPhone(const PhoneId &phone, const QString &person, const SessionRow &session);
    /// NotFound: not known, over, or its holder has left.
    QFuture<Result<OpenSession>> find(const QString &tokenHash, const QDateTime &now);
    /// NotFound: not known, or over already.
    QFuture<Result<void>> end(const QString &tokenHash, const QDateTime &now);

private:
    Database &m_database;
    QString m_shopId;
};
