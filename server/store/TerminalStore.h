// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"
#include "server/domain/Terminal.h"

class Database;

/// A terminal as the books keep it: of its token they have the SHA-256 only, in hex.
struct TerminalRow
{
    Terminal terminal;
    QString tokenHash;
};

/// The paired terminals. Every write is one transaction. Errors: NotFound, Busy, StoreFailure.
class TerminalStore
{
public:
    TerminalStore(Database &database, QString shopId);

    /// pairedBy: the operator who had the code made.
    QFuture<Result<void>> insert(const TerminalRow &row, const QString &pairedBy);
    /// Those that are not revoked, the oldest first.
    QFuture<Result<QList<TerminalRow>>> all();
    Result<QList<TerminalRow>> waitForAll();
    QFuture<Result<void>> seen(const QString &id, const QDateTime &now);
    /// NotFound: not known, or revoked already.
    QFuture<Result<void>> revoke(const QString &id, const QString &by, const QDateTime &now);

private:
    Database &m_database;
    QString m_shopId;
};
