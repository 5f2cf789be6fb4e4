// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/SqlConnection.h"

#include "server/store/BooksTrouble.h"

#include <sqlite3.h>

namespace {

/// Searches are put together as they are wanted; more of those than a shop uses are not worth keeping.
constexpr std::size_t mostPrepared = 128;

constexpr int busyTimeoutMs = 2000; ///< how long another program may hold the file before it counts as locked

/// SQLite counts its memory for whoever asks, which we never do, and takes a lock for it at every allocation. Without
/// effect where SQLite is in use already.
void countNoMemory()
{
    static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    (void)once;
}

} // namespace

Result<std::unique_ptr<SqlConnection>> SqlConnection::open(const QString &file, const QString &fileSystem)
{
    countNoMemory();
    const QByteArray name = file.toUtf8();
    const QByteArray vfs = fileSystem.toUtf8();
    sqlite3 *handle = nullptr;
    const int opened =
        sqlite3_open_v2(name.constData(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
                        vfs.isEmpty() ? nullptr : vfs.constData());
    if (!handle)
        return BooksTrouble::of(SQLITE_NOMEM, {});
    std::unique_ptr<SqlConnection> connection(new SqlConnection(handle));
    if (opened != SQLITE_OK)
        return connection->trouble();
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, busyTimeoutMs);
    return connection;
}

SqlConnection::~SqlConnection()
{
    for (const auto &[sql, prepared] : m_prepared)
        sqlite3_finalize(prepared.handle);
    sqlite3_close(m_handle);
}

Result<PreparedStatement *> SqlConnection::take(const QString &sql)
{
    const auto found = m_prepared.find(sql);
    if (found != m_prepared.end() && !found->second.isRunning) {
        found->second.isRunning = true;
        return &found->second;
    }
    const bool isKept = found == m_prepared.end();
    const auto handle = prepare(sql, isKept);
    if (!handle)
        return handle.error();
    if (!isKept)
        return new PreparedStatement{*handle, true, false};
    if (m_prepared.size() >= mostPrepared)
        dropIdle();
    return &m_prepared.insert({sql, {*handle, true, true}}).first->second;
}

void SqlConnection::giveBack(PreparedStatement *prepared)
{
    if (!prepared->isKept) {
        sqlite3_finalize(prepared->handle);
        delete prepared;
        return;
    }
    sqlite3_reset(prepared->handle); // one that stands on a row would keep the write-ahead log from being taken over
    prepared->isRunning = false;
}

Result<sqlite3_stmt *> SqlConnection::prepare(const QString &sql, bool isKept)
{
    const QByteArray text = sql.toUtf8();
    sqlite3_stmt *handle = nullptr;
    const char *rest = nullptr;
    // One byte more than the text: with its end in sight SQLite need not copy it.
    const int prepared = sqlite3_prepare_v3(m_handle, text.constData(), int(text.size()) + 1,
                                            isKept ? SQLITE_PREPARE_PERSISTENT : 0, &handle, &rest);
    if (prepared != SQLITE_OK)
        return trouble();
    if (!handle || !QByteArray(rest).trimmed().isEmpty()) {
        sqlite3_finalize(handle);
        return Error{ErrorCode::StoreFailure, QStringLiteral("one statement at a time")};
    }
    return handle;
}

void SqlConnection::dropIdle()
{
    std::erase_if(m_prepared, [](const auto &entry) {
        if (entry.second.isRunning)
            return false;
        sqlite3_finalize(entry.second.handle);
        return true;
    });
}

Result<void> SqlConnection::execute(const QString &sql)
{
    const auto handle = prepare(sql, false);
    if (!handle)
        return handle.error();
    int stepped = SQLITE_ROW;
    while (stepped == SQLITE_ROW)
        stepped = sqlite3_step(*handle);
    const auto done = stepped == SQLITE_DONE ? Result<void>() : trouble();
    sqlite3_finalize(*handle);
    return done;
}

Error SqlConnection::trouble() const
{
    return BooksTrouble::of(troubleCode(), QString::fromUtf8(sqlite3_errmsg(m_handle)));
}

int SqlConnection::troubleCode() const
{
    return sqlite3_extended_errcode(m_handle);
}

int SqlConnection::changed() const
{
    return sqlite3_changes(m_handle);
}

qint64 SqlConnection::changedInAll() const
{
    return sqlite3_total_changes64(m_handle);
}
