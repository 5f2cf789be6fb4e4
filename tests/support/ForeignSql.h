// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/SqlConnection.h"

#include <QStringList>

/// What another program does to a database file. False as soon as a statement fails.
inline bool alterFile(const QString &file, const QStringList &statements)
{
    const auto connection = SqlConnection::open(file);
    return connection && std::all_of(statements.begin(), statements.end(), [&](const QString &statement) {
               return bool((*connection)->execute(statement));
           });
}
