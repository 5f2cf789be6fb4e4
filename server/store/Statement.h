// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

#include <QDateTime>
#include <QSqlQuery>
#include <QVariantList>

/// One prepared statement with its values, inside a job of Database.
namespace Statement {

/// The query, standing before its first row. StoreFailure as BooksTrouble says it.
Result<QSqlQuery> run(QSqlDatabase &database, const QString &sql, const QVariantList &values);
/// For a statement that changes rows: how many it changed.
Result<int> change(QSqlDatabase &database, const QString &sql, const QVariantList &values);
/// SQL's NULL is not an empty text.
QString text(const QString &text);
/// NULL where there is no time, and back.
QVariant time(const QDateTime &time);
QDateTime timeOf(const QVariant &value);
/// StoreFailure: a row does not hold what it should.
Error damaged();

} // namespace Statement
