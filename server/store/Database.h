// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/DurationCounts.h"
#include "server/store/GroupCommit.h"
#include "server/store/Schema.h"
#include "server/store/SqlConnection.h"

#include <QThread>
#include <atomic>
#include <functional>
#include <memory>

/// How the books are opened. But for the schema, what differs from the defaults is for tests.
struct DatabaseOptions
{
    QString fileSystem; ///< SQLite's name (sqlite3_vfs) of the one the file is in; empty: the machine's own
    bool ownThread = true; ///< false: jobs run on the opener's thread, each from its event loop
    Schema schema = Schema::shop();
};

/// The one connection to the shop's books, on a thread of its own. Jobs run one after another; those that came while
/// the disk was busy share one transaction (GroupCommit). A job's answer is given only after its commit, from the event
/// loop of the thread that opened the books: who asks there can go at any time, and future.then(asker, …) is safe. (In
/// Qt 6.4 it is not, where the future ends on another thread: the asker's life is looked at there.)
class Database
{
public:
    static constexpr int maxWaitingJobs = 20'000; ///< more are refused as Busy

    /// Opens an SQLite file (made with mode 0600 when new), applies the numbered migrations, and waits until that is
    /// done. Configuration errors: not a database, damaged, not ours, made by a newer version, half migrated,
    /// read-only, or a safety setting (WAL, synchronous=FULL, foreign keys) that does not take; then nothing was
    /// written. Busy: locked, a full or failing disk; another start may succeed.
    static Result<std::unique_ptr<Database>> open(const QString &file, const DatabaseOptions &options = {});
    /// Waits for the jobs that were accepted.
    ~Database();

    template <class T> using Job = std::function<Result<T>(SqlConnection &)>;

    /// The job's error takes back what it did. StoreFailure when the commit fails.
    template <class T> QFuture<Result<T>> run(Job<T> job)
    {
        auto waiting = std::make_unique<StoreJobOf<T>>(std::move(job));
        auto future = waiting->future();
        accept(std::move(waiting));
        return future;
    }

    /// Waits until every job accepted so far is done and answered. For the opener's thread.
    void drain();
    /// One of these jobs' answer, where there is no event loop yet. The future's own waiting would never end.
    template <class T> T waitFor(QFuture<T> answer)
    {
        drain();
        return answer.takeResult();
    }
    /// Ends when the jobs' thread has come so far; never refused, and nothing is asked of the disk.
    QFuture<void> reached();

    int waiting() const { return m_waiting; } ///< jobs, with the one that is running
    const DurationCounts &commits() const { return m_commits; } ///< how long each took

private:
    explicit Database(bool ownThread);
    bool hasOwnThread() const { return m_worker->thread() == &m_thread; }
    void post(std::function<void()> call);
    void postHome(std::function<void()> call);
    void accept(std::unique_ptr<StoreJob> job);
    void collect(std::unique_ptr<StoreJob> job);
    void commitGroup();

    /// Said once when it begins, and once when something has been written again, however many jobs it meets.
    void troubled(const Error &error);
    void recovered();

    QObject m_home; ///< answers go out on its thread, the opener's
    QThread m_thread; ///< not started without a thread of its own
    QObject *m_worker; ///< its jobs run on its thread
    std::unique_ptr<SqlConnection> m_connection; ///< of the jobs' thread
    QString m_trouble; ///< what the last jobs failed of; empty: nothing. Of the jobs' thread
    std::atomic<int> m_waiting = 0;
    DurationCounts m_commits;
    GroupCommit m_group{m_commits}; ///< of the jobs' thread
};
