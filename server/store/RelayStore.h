// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/RelayPositionStore.h"
#include "server/store/RelayRows.h"

#include <QFuture>

class Database;

/// How much a relay keeps for one shop. More is refused, so that WeChat sends it again (reference 3.6).
struct RelayBacklog
{
    int notifications = 10'000;
    qint64 bytes = 32LL * 1024 * 1024;
    /// Of one network, so that no single stranger can take a shop's whole line; WeChat calls from several.
    int ofOneNetwork = 2'500;
};

/// A relay's own books: for each shop a line of raw notifications, kept until the shop has them. Every write is one
/// transaction. Errors: as said, Busy, StoreFailure.
class RelayStore
{
public:
    static constexpr int maxShops = 1000;

    explicit RelayStore(Database &database, const RelayBacklog &backlog = {});

    /// Conflict: the name is taken. Busy: there are maxShops.
    QFuture<Result<void>> add(const RelayShop &shop, const QDateTime &now);
    /// With all that waits for it. NotFound.
    QFuture<Result<void>> remove(const QString &name);
    QFuture<Result<RelayShop>> shop(const QString &name); ///< NotFound
    QFuture<Result<RelayWaiting>> waiting();

    /// At the end of the shop's line, under the next number. False: the same delivery is there already. NotFound: no
    /// such shop. Busy: its backlog is full. network: whose share it counts for; empty: nobody's.
    QFuture<Result<bool>> keep(const QString &shop, const RelayedNotification &notification, const QString &network);

    /// A shop is back that has all up to that position: those are forgotten. Where this line never was as long, or had
    /// another notification there, these are older books put back: the line goes on under freshStream, so that no
    /// number is mistaken for one that was given out before. NotFound.
    QFuture<Result<RelayShop>> resume(const QString &name, const RelayPosition &position, const QString &freshStream);
    /// NotFound: the shop has gone, or its line has another name by now; the same below.
    QFuture<Result<QList<RelayedNotification>>> after(const QString &name, const QString &stream, qint64 seq,
                                                      int atMost);
    QFuture<Result<void>> acknowledge(const QString &name, const QString &stream, qint64 seq);

private:
    Database &m_database;
    RelayBacklog m_backlog;
};
