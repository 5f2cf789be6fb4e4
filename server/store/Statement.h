// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/SqlConnection.h"

#include <QDateTime>

/// A statement that has been run, standing before its first row. Gives the prepared statement back when it goes, before
/// its job ends.
class Rows
{
public:
    /// hasRow: the statement has been stepped to its first row.
    Rows(SqlConnection &connection, PreparedStatement *prepared, bool hasRow)
        : m_connection(&connection), m_prepared(prepared), m_hasFirst(hasRow), m_changed(connection.changed())
    {
    }
    ~Rows()
    {
        if (m_prepared)
            m_connection->giveBack(m_prepared);
    }
    Rows(Rows &&other) noexcept
        : m_connection(other.m_connection), m_prepared(std::exchange(other.m_prepared, nullptr)),
          m_hasFirst(other.m_hasFirst), m_isFirst(other.m_isFirst), m_changed(other.m_changed)
    {
    }
    Rows &operator=(Rows &&) = delete;

    bool next();
    /// Invalid: NULL. Otherwise a qint64, a QString or a QByteArray. A fraction fails the job: money has none.
    QVariant value(int column) const;
    int columns() const;
    int changed() const { return m_changed; }

private:
    SqlConnection *m_connection;
    PreparedStatement *m_prepared; ///< null: moved from
    bool m_hasFirst;
    bool m_isFirst = true;
    int m_changed;
};

/// One statement with its values, inside a job of Database.
namespace Statement {

/// StoreFailure as BooksTrouble says it.
Result<Rows> run(SqlConnection &database, const QString &sql, const QVariantList &values = {});
/// The first row's first column. StoreFailure also where there is no row.
Result<QVariant> value(SqlConnection &database, const QString &sql, const QVariantList &values = {});
/// For a statement that changes rows: how many it changed.
Result<int> change(SqlConnection &database, const QString &sql, const QVariantList &values = {});

/// SQL's NULL is not an empty text.
QString text(const QString &text);
/// NULL where there is no time, and back.
QVariant time(const QDateTime &time);
QDateTime timeOf(const QVariant &value);
/// StoreFailure: a row does not hold what it should.
Error damaged();

} // namespace Statement
