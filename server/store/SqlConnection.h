// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

#include <QVariantList>
#include <memory>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

/// A statement as SQLite has prepared it, for whoever runs it next.
struct PreparedStatement
{
    sqlite3_stmt *handle = nullptr;
    bool isRunning = false;
    bool isKept = true; ///< false: its text was already running, so it goes after its use
};

/// A connection to an SQLite file, of the thread that opened it. Statements are prepared once and kept. Not by way of
/// QtSql, which builds a record of every column's name and type each time a statement runs: that was half of its time.
class SqlConnection
{
public:
    /// file: as SQLite takes it, ":memory:" too; fileSystem: an sqlite3_vfs's name, empty: the machine's own. A file
    /// that is not there is made. StoreFailure as BooksTrouble says it.
    static Result<std::unique_ptr<SqlConnection>> open(const QString &file, const QString &fileSystem = {});
    /// No Rows may be left.
    ~SqlConnection();
    SqlConnection(const SqlConnection &) = delete;
    SqlConnection &operator=(const SqlConnection &) = delete;

    /// StoreFailure: not SQL, or more than one statement.
    Result<PreparedStatement *> take(const QString &sql);
    void giveBack(PreparedStatement *prepared);
    /// A statement that is run once, with no values.
    Result<void> execute(const QString &sql);

    /// What SQLite says of the last call that failed.
    Error trouble() const;
    /// SQLite's result code, the extended one (sqlite.org/rescode.html), of the last call that failed.
    int troubleCode() const;
    /// Rows that cannot be read on would look like rows that have ended, and a fraction like nothing; whoever commits
    /// what was made of them asks.
    void noteUnread(Error error) { m_unread = std::move(error); }
    std::optional<Error> takeUnread() { return std::exchange(m_unread, std::nullopt); }

    int changed() const; ///< rows, by the last statement
    qint64 changedInAll() const; ///< since it was opened

private:
    explicit SqlConnection(sqlite3 *handle) : m_handle(handle) {}
    Result<sqlite3_stmt *> prepare(const QString &sql, bool isKept);
    void dropIdle();

    sqlite3 *m_handle;
    std::unordered_map<QString, PreparedStatement> m_prepared;
    std::optional<Error> m_unread;
};
