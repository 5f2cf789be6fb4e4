// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/Statement.h"

#include "server/store/BooksTrouble.h"

#include <QHash>
#include <QSqlError>
#include <QVariant>

namespace {

/// Searches are put together as they are wanted; more of those than a shop uses are not worth keeping.
constexpr qsizetype mostPrepared = 128;

/// Prepared statements that nobody is using, by their SQL.
using Prepared = QHash<QString, QSqlQuery>;
thread_local QHash<QString, Prepared> preparedFor; // by the connection's name

QSqlQuery take(QSqlDatabase &database, const QString &sql, bool &isPrepared)
{
    if (const auto prepared = preparedFor.find(database.connectionName()); prepared != preparedFor.end()) {
        if (const auto found = prepared->find(sql); found != prepared->end()) {
            isPrepared = true;
            QSqlQuery query = std::move(*found);
            prepared->erase(found);
            return query;
        }
    }
    QSqlQuery query(database);
    query.setForwardOnly(true);
    isPrepared = query.prepare(sql);
    return query;
}

} // namespace

Rows::~Rows()
{
    if (m_sql.isEmpty())
        return;
    m_query.finish(); // one that stands on a row would keep the write-ahead log from being taken over
    const auto prepared = preparedFor.find(m_connection);
    if (prepared == preparedFor.end())
        return;
    if (prepared->size() >= mostPrepared)
        prepared->clear();
    prepared->insert(m_sql, m_query);
}

Result<Rows> Statement::run(QSqlDatabase &database, const QString &sql, const QVariantList &values)
{
    bool fine = false;
    QSqlQuery query = take(database, sql, fine);
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(int(i), values[i]);
    if (!fine || !query.exec())
        return BooksTrouble::of(query.lastError());
    return Rows(std::move(query), sql, database.connectionName());
}

Result<int> Statement::change(QSqlDatabase &database, const QString &sql, const QVariantList &values)
{
    const auto rows = run(database, sql, values);
    return rows ? Result<int>(rows->changed()) : rows.error();
}

void Statement::keepPrepared(const QString &connectionName)
{
    preparedFor.insert(connectionName, {});
}

void Statement::forgetPrepared(const QString &connectionName)
{
    preparedFor.remove(connectionName);
}

QString Statement::text(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

QVariant Statement::time(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
}

QDateTime Statement::timeOf(const QVariant &value)
{
    return value.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
}

Error Statement::damaged()
{
    return {ErrorCode::StoreFailure, QStringLiteral("a row of the database does not hold what it should")};
}
