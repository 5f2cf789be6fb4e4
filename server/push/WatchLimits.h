// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

/// How many may wait for something at once, over WebSockets and long polls together. Each key a client waits for
/// counts.
struct WatchLimits
{
    int maxWaiters = 20'000; ///< in all
    int maxWaitersPerPeer = 256; ///< loopback peers are not counted
    int maxKeysPerSocket = 256;
    int maxMessagesAMinute = 1'200; ///< on one WebSocket: so many at once, then evenly; more: 1008
    int maxUnreadBytes = 256 * 1024; ///< a client that does not read more is dropped
    std::chrono::milliseconds pingInterval{20'000}; ///< two missed: dropped
};
