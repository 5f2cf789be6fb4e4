// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <stop_token>

class Clock;
class HttpListener;
class QObject;
class WorkPool;

/// /call and /async, for training only: work that blocks its thread, which is not the server's (API.md, "Long
/// polling").
struct BlockingRoutes
{
    /// Returns early once a stop is asked for.
    using Work = std::function<void(const std::stop_token &)>;
    static constexpr std::chrono::seconds asyncLimit{60}; ///< the time in the queue included

    WorkPool &pool;
    Clock &clock;
    QObject &context; ///< of this thread; outlives the pool
    Work work;

    /// What is handed in must outlive the listener.
    void addTo(HttpListener &http) const;

    /// Work that does nothing for so long.
    static Work blockFor(std::chrono::milliseconds span);
};
