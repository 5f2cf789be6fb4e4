// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

#include <QPromise>
#include <QSqlDatabase>
#include <QThread>
#include <atomic>
#include <functional>
#include <memory>

/// The one connection to the shop's books, on a thread of its own. Jobs run one after another, each in a transaction;
/// a job's answer is given only after its commit.
class Database
{
public:
    static constexpr int maxWaitingJobs = 20'000; ///< more are refused as Busy

    /// Opens an SQLite file (made with mode 0600 when new), applies the numbered migrations, and waits until that is
    /// done. Configuration errors: not a database, not ours, made by a newer version, half migrated, or a safety
    /// setting (WAL, synchronous=FULL, foreign keys) that does not take; then nothing was written.
    static Result<std::unique_ptr<Database>> open(const QString &file);
    /// Waits for the jobs that were accepted.
    ~Database();

    template <class T> using Job = std::function<Result<T>(QSqlDatabase &)>;

    /// The job's error rolls back. StoreFailure when the commit fails.
    template <class T> QFuture<Result<T>> run(Job<T> job)
    {
        if (m_waiting >= maxWaitingJobs)
            return ready(Result<T>(Error{ErrorCode::Busy, QStringLiteral("too many jobs are waiting for the store")}));
        ++m_waiting;
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        auto future = promise->future();
        post([this, promise, job = std::move(job)] {
            promise->addResult(inTransaction<T>(job));
            --m_waiting;
            promise->finish();
        });
        return future;
    }

    /// Waits until every job accepted so far is done.
    void drain();

private:
    Database();
    void post(std::function<void()> call);
    QSqlDatabase connection() const;

    template <class T> Result<T> inTransaction(const Job<T> &job)
    {
        QSqlDatabase database = connection();
        if (auto begun = execute(database, QStringLiteral("BEGIN IMMEDIATE")); !begun)
            return begun.error();
        Result<T> result = job(database);
        if (result) {
            if (auto committed = execute(database, QStringLiteral("COMMIT")); committed)
                return result;
            else
                result = committed.error();
        }
        (void)execute(database, QStringLiteral("ROLLBACK"));
        return result;
    }

public:
    /// One statement without an answer; StoreFailure with the database's words, which hold no data.
    static Result<void> execute(QSqlDatabase &database, const QString &sql);

private:
    QThread m_thread;
    QObject *m_worker; ///< lives on m_thread; its jobs run there
    QString m_connectionName;
    std::atomic<int> m_waiting = 0;
};
