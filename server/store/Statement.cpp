// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/Statement.h"

#include <sqlite3.h>

namespace {

int bindText(sqlite3_stmt *statement, int index, const QString &text)
{
    if (text.isNull())
        return sqlite3_bind_null(statement, index);
    const QByteArray bytes = text.toUtf8();
    return sqlite3_bind_text(statement, index, bytes.constData(), int(bytes.size()), SQLITE_TRANSIENT);
}

int bindBytes(sqlite3_stmt *statement, int index, const QByteArray &bytes)
{
    if (bytes.isNull())
        return sqlite3_bind_null(statement, index);
    return sqlite3_bind_blob(statement, index, bytes.constData(), int(bytes.size()), SQLITE_TRANSIENT);
}

int bind(sqlite3_stmt *statement, int index, const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::UnknownType:
        return sqlite3_bind_null(statement, index);
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::Long:
    case QMetaType::LongLong:
        return sqlite3_bind_int64(statement, index, value.toLongLong());
    case QMetaType::QByteArray:
        return bindBytes(statement, index, value.toByteArray());
    case QMetaType::QString:
        return bindText(statement, index, value.toString());
    default:
        return SQLITE_MISMATCH;
    }
}

/// StoreFailure: not as many values as the statement has places, or one that no column holds.
Result<void> bindAll(SqlConnection &database, sqlite3_stmt *statement, const QVariantList &values)
{
    if (sqlite3_bind_parameter_count(statement) != values.size())
        return Error{ErrorCode::StoreFailure, QStringLiteral("a statement has other places than values")};
    for (qsizetype i = 0; i < values.size(); ++i) {
        const int bound = bind(statement, int(i) + 1, values[i]);
        if (bound == SQLITE_MISMATCH)
            return Error{ErrorCode::StoreFailure, QStringLiteral("a statement has a value that no column holds")};
        if (bound != SQLITE_OK)
            return database.trouble();
    }
    return {};
}

} // namespace

bool Rows::next()
{
    if (std::exchange(m_isFirst, false))
        return m_hasFirst;
    const int stepped = m_hasFirst ? sqlite3_step(m_prepared->handle) : SQLITE_DONE;
    if (stepped != SQLITE_ROW && stepped != SQLITE_DONE)
        m_connection->noteUnread(m_connection->trouble());
    m_hasFirst = stepped == SQLITE_ROW; // another step would begin anew
    return m_hasFirst;
}

int Rows::columns() const
{
    return sqlite3_column_count(m_prepared->handle);
}

QVariant Rows::value(int column) const
{
    sqlite3_stmt *row = m_prepared->handle;
    switch (sqlite3_column_type(row, column)) {
    case SQLITE_INTEGER:
        return qint64(sqlite3_column_int64(row, column));
    case SQLITE_FLOAT: // the books hold none
        m_connection->noteUnread(Statement::damaged());
        return {};
    case SQLITE_BLOB:
        return QByteArray(static_cast<const char *>(sqlite3_column_blob(row, column)),
                          sqlite3_column_bytes(row, column));
    case SQLITE_NULL:
        return {};
    default: // the text first: asked for its length, SQLite might yet have to convert it
        const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(row, column));
        return QString::fromUtf8(text, sqlite3_column_bytes(row, column));
    }
}

Result<Rows> Statement::run(SqlConnection &database, const QString &sql, const QVariantList &values)
{
    const auto prepared = database.take(sql);
    if (!prepared)
        return prepared.error();
    sqlite3_stmt *statement = (*prepared)->handle;
    const auto bound = bindAll(database, statement, values);
    const int stepped = bound ? sqlite3_step(statement) : SQLITE_MISUSE;
    if (stepped == SQLITE_ROW || stepped == SQLITE_DONE)
        return Rows(database, *prepared, stepped == SQLITE_ROW);
    const Error error = bound ? database.trouble() : bound.error();
    database.giveBack(*prepared);
    return error;
}

Result<QVariant> Statement::value(SqlConnection &database, const QString &sql, const QVariantList &values)
{
    auto query = run(database, sql, values);
    if (!query)
        return query.error();
    Rows rows = *std::move(query);
    return rows.next() ? Result<QVariant>(rows.value(0)) : damaged();
}

Result<int> Statement::change(SqlConnection &database, const QString &sql, const QVariantList &values)
{
    const auto rows = run(database, sql, values);
    return rows ? Result<int>(rows->changed()) : rows.error();
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
