// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

#include <QPromise>
#include <QThreadPool>
#include <atomic>
#include <functional>
#include <memory>
#include <stop_token>

/// Work that blocks, away from the server's thread and the store's: on a few threads of its own, first come, first
/// served, with a limit to how much may wait.
class WorkPool
{
public:
    WorkPool(int threads, int maxWaiting) : m_maxTaken(threads + maxWaiting) { m_threads.setMaxThreadCount(threads); }
    /// Tells what runs to stop, and waits for it; what has not begun never will, and its future is cancelled.
    ~WorkPool()
    {
        m_threads.clear(); // first: a thread that stops must find nothing more to do
        m_stop.request_stop();
        m_threads.waitForDone();
    }
    WorkPool(const WorkPool &) = delete;
    WorkPool &operator=(const WorkPool &) = delete;

    /// The work shares nothing with its asker but what it was handed. Busy: too much waits already.
    template <class T> QFuture<Result<T>> run(std::function<T(const std::stop_token &)> work)
    {
        if (m_taken >= m_maxTaken)
            return ready(Result<T>(Error{ErrorCode::Busy, QStringLiteral("too much work is waiting")}));
        ++m_taken;
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        auto future = promise->future();
        m_threads.start([this, promise, work = std::move(work)] {
            promise->addResult(work(m_stop.get_token()));
            --m_taken;
            promise->finish();
        });
        return future;
    }

private:
    const int m_maxTaken;
    std::atomic<int> m_taken = 0;
    std::stop_source m_stop;
    QThreadPool m_threads;
};
