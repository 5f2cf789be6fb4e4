// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

#include <QDateTime>
#include <QSqlQuery>
#include <QVariantList>

/// A statement that has been run, standing before its first row. Gives the prepared statement back when it goes, before
/// its job ends.
class Rows
{
public:
    Rows(QSqlQuery query, QString sql, QString connection)
        : m_query(std::move(query)), m_sql(std::move(sql)), m_connection(std::move(connection))
    {
    }
    ~Rows();
    Rows(Rows &&other) noexcept
        : m_query(std::move(other.m_query)), m_sql(std::exchange(other.m_sql, {})),
          m_connection(std::move(other.m_connection))
    {
    }
    Rows &operator=(Rows &&) = delete;

    bool next() { return m_query.next(); }
    QVariant value(int column) const { return m_query.value(column); }
    int changed() const { return m_query.numRowsAffected(); }
    QVariant lastInsertId() const { return m_query.lastInsertId(); }

private:
    QSqlQuery m_query;
    QString m_sql; ///< empty: moved from
    QString m_connection;
};

/// One statement with its values, inside a job of Database.
namespace Statement {

/// StoreFailure as BooksTrouble says it.
Result<Rows> run(QSqlDatabase &database, const QString &sql, const QVariantList &values = {});
/// For a statement that changes rows: how many it changed.
Result<int> change(QSqlDatabase &database, const QString &sql, const QVariantList &values = {});

/// From now on this thread's statements on that connection are prepared once, and kept.
void keepPrepared(const QString &connectionName);
/// Before the connection is closed.
void forgetPrepared(const QString &connectionName);

/// SQL's NULL is not an empty text.
QString text(const QString &text);
/// NULL where there is no time, and back.
QVariant time(const QDateTime &time);
QDateTime timeOf(const QVariant &value);
/// StoreFailure: a row does not hold what it should.
Error damaged();

} // namespace Statement
