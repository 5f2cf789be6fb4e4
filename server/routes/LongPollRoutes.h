// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/push/WatchTokens.h"

class Clock;
class HttpListener;
class LongPoll;
class Watchers;

/// Waiting for a key without a WebSocket (API.md, "Long polling").
struct LongPollRoutes
{
    LongPoll &polls;
    Watchers &watchers;
    const Clock &clock;
    MayWatch mayWatch;

    /// What is handed in must outlive the listener.
    void addTo(HttpListener &http) const;
    /// /doScan and /newScan, for training only.
    void addSeedsTo(HttpListener &http) const;
};
