// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/GroupCommit.h"

#include "server/store/Statement.h"

namespace {

Result<void> step(SqlConnection &database, const QString &sql)
{
    const auto done = Statement::change(database, sql);
    return done ? Result<void>() : done.error();
}

} // namespace

Result<void> GroupCommit::commit(SqlConnection &database)
{
    m_store = {};
    m_outcomes.clear();
    auto done = step(database, QStringLiteral("BEGIN IMMEDIATE"));
    if (done) {
        done = runAll(database);
        if (done)
            done = writeAll(database);
        if (!done)
            (void)step(database, QStringLiteral("ROLLBACK"));
    }
    if (!done) {
        m_outcomes.assign(m_jobs.size(), done);
        noteFailure(done.error());
    }
    return m_store;
}

Result<void> GroupCommit::writeAll(SqlConnection &database)
{
    const auto begun = std::chrono::steady_clock::now();
    const auto written = step(database, QStringLiteral("COMMIT"));
    m_commits.add(std::chrono::steady_clock::now() - begun);
    return written;
}

std::function<void()> GroupCommit::takeAnswers()
{
    // Shared only because a posted call must be copyable.
    const auto jobs = std::make_shared<std::vector<std::unique_ptr<StoreJob>>>(std::exchange(m_jobs, {}));
    return [jobs, outcomes = std::exchange(m_outcomes, {})] {
        for (std::size_t i = 0; i < jobs->size(); ++i)
            (*jobs)[i]->answer(outcomes[i]);
    };
}

/// An error when the transaction as a whole is lost. One job alone needs no savepoint: it is the transaction.
Result<void> GroupCommit::runAll(SqlConnection &database)
{
    if (m_jobs.size() == 1) {
        m_outcomes.push_back(runJob(database, 0));
        return m_outcomes.front();
    }
    for (std::size_t i = 0; i < m_jobs.size(); ++i) {
        if (const auto whole = runInSavepoint(database, i); !whole)
            return whole;
    }
    return {};
}

Result<void> GroupCommit::runInSavepoint(SqlConnection &database, std::size_t index)
{
    if (const auto begun = step(database, QStringLiteral("SAVEPOINT job")); !begun)
        return begun;
    m_outcomes.push_back(runJob(database, index));
    if (const auto &outcome = m_outcomes.back(); !outcome) {
        noteFailure(outcome.error());
        // After a full disk or an I/O error SQLite has taken back the whole transaction, and there is no savepoint.
        if (const auto undone = step(database, QStringLiteral("ROLLBACK TO job")); !undone)
            return outcome;
    }
    return step(database, QStringLiteral("RELEASE job"));
}

/// What was made of rows that could not be read to their end must not be written.
Result<void> GroupCommit::runJob(SqlConnection &database, std::size_t index)
{
    auto done = m_jobs[index]->run(database);
    const auto unread = database.takeUnread();
    return done && unread ? Result<void>(*unread) : done;
}

void GroupCommit::noteFailure(const Error &error)
{
    if (m_store && error.code == ErrorCode::StoreFailure)
        m_store = error;
}
