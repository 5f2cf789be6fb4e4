// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/DurationCounts.h"
#include "server/store/StoreJob.h"

#include <functional>
#include <memory>
#include <vector>

/// Jobs that came while the disk was busy share the next transaction and its fsync, each in a savepoint of its own: one
/// that fails takes back what it did and nothing else. No answer goes out before the commit they share, and if that
/// fails, nothing of any of them has been written.
class GroupCommit
{
public:
    /// More wait for the next transaction, so that the first of them does not wait too long.
    static constexpr std::size_t maxJobs = 128;

    /// commits: how long each took; shared with other threads.
    explicit GroupCommit(DurationCounts &commits) : m_commits(commits) {}

    void add(std::unique_ptr<StoreJob> job) { m_jobs.push_back(std::move(job)); }
    bool isEmpty() const { return m_jobs.empty(); }
    bool isFull() const { return m_jobs.size() >= maxJobs; }
    std::size_t size() const { return m_jobs.size(); }

    /// Runs and commits all of them. What the store failed of, if it did: a job's StoreFailure or the commit's.
    Result<void> commit(SqlConnection &database);
    /// After commit, and the group is empty: to be called once, where the answers are to go out.
    std::function<void()> takeAnswers();

private:
    Result<void> writeAll(SqlConnection &database);
    Result<void> runAll(SqlConnection &database);
    Result<void> runInSavepoint(SqlConnection &database, std::size_t index);
    Result<void> runJob(SqlConnection &database, std::size_t index);
    void noteFailure(const Error &error);

    DurationCounts &m_commits;
    std::vector<std::unique_ptr<StoreJob>> m_jobs;
    std::vector<Result<void>> m_outcomes; ///< of each job
    Result<void> m_store; ///< the first StoreFailure met
};
