// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

#include <QFuture>

class Database;

/// How far a shop has come in its relay's line.
struct RelayPosition
{
    QString stream; ///< which numbering; empty: it never had a relay
    qint64 after = 0; ///< all up to this number are in the books, or can never be
    QByteArray digest; ///< RelayedNotification::digest() of that one; empty where there is none

    friend bool operator==(const RelayPosition &, const RelayPosition &) = default;
};

/// The shop's own memory of it. Errors: Busy, StoreFailure.
class RelayPositionStore
{
public:
    RelayPositionStore(Database &database, QString shopId);

    QFuture<Result<RelayPosition>> load();
    QFuture<Result<void>> save(const RelayPosition &position);

private:
    Database &m_database;
    QString m_shopId;
};
