// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

#include <QPromise>
#include <functional>

class SqlConnection;

/// A job that waits for the store, with the promise of its answer.
class StoreJob
{
public:
    virtual ~StoreJob() = default;
    /// Inside a transaction. What it has done is taken back if this fails; then the answer is that error.
    virtual Result<void> run(SqlConnection &database) = 0;
    /// The answer goes out: what the job found, or why nothing of it has been written.
    virtual void answer(const Result<void> &committed) = 0;
};

template <class T> class StoreJobOf : public StoreJob
{
public:
    using Work = std::function<Result<T>(SqlConnection &)>;

    explicit StoreJobOf(Work work) : m_work(std::move(work)) { m_promise.start(); }

    QFuture<Result<T>> future() { return m_promise.future(); }
    Result<void> run(SqlConnection &database) override
    {
        m_result.emplace(m_work(database));
        return *m_result ? Result<void>() : m_result->error();
    }
    void answer(const Result<void> &committed) override
    {
        m_promise.addResult(committed ? *std::move(m_result) : Result<T>(committed.error()));
        m_promise.finish();
    }

private:
    Work m_work;
    std::optional<Result<T>> m_result;
    QPromise<Result<T>> m_promise;
};
