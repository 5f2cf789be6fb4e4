// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"
#include "server/store/RelayedNotification.h"
#include "server/store/SqlConnection.h"

#include <optional>

/// A shop that a relay serves, and how long its line is.
struct RelayShop
{
    QString name;
    QByteArray tokenHash; ///< SHA-256, in hex
    QString stream; ///< names this numbering; another one where numbers begin anew
    qint64 last = 0; ///< the newest number given out; 0: none
    qint64 acknowledged = 0; ///< up to here the shop has them, and they are forgotten
    QByteArray acknowledgedDigest; ///< RelayedNotification::digest() of that one
    qint64 waitingBytes = 0; ///< of those after that

    qint64 waiting() const { return last - acknowledged; }
};

/// What waits in all lines together.
struct RelayWaiting
{
    int shops = 0;
    qint64 notifications = 0;
    qint64 bytes = 0;
    qint64 longestLine = 0; ///< notifications of the shop that has most
    QDateTime oldest; ///< when it was received; invalid: none waits
};

/// Rows of a relay's books (resources/sql/relay), inside a job of Database.
class RelayRows
{
public:
    explicit RelayRows(SqlConnection &database) : m_database(database) {}

    Result<std::optional<RelayShop>> find(const QString &name);
    Result<int> countShops();
    Result<RelayWaiting> waiting();
    Result<void> insert(const RelayShop &shop, const QDateTime &now);
    /// With its notifications. False: there was none.
    Result<bool> remove(const QString &name);
    /// What may change of a shop: stream, numbers, bytes.
    Result<void> update(const RelayShop &shop);

    Result<bool> isKept(const QString &shop, const QByteArray &digest);
    Result<int> countFrom(const QString &shop, const QString &network);
    Result<void> insert(const QString &shop, const RelayedNotification &notification, const QString &network);
    /// Those after seq, in order.
    Result<QList<RelayedNotification>> after(const QString &shop, qint64 seq, int atMost);
    Result<QByteArray> digestAt(const QString &shop, qint64 seq); ///< empty: there is none
    Result<qint64> bytesUpTo(const QString &shop, qint64 seq);
    Result<void> removeUpTo(const QString &shop, qint64 seq);

private:
    Result<qint64> number(const QString &sql, const QVariantList &values);
    Result<void> change(const QString &sql, const QVariantList &values);

    SqlConnection &m_database;
};
