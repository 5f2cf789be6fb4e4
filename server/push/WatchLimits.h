// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// How many may wait for something at once, over WebSockets and long polls together. Each key a client waits for
/// counts.
struct WatchLimits
{
    int maxWaiters = 20'000; ///< in all
    int maxWaitersPerPeer = 256; ///< loopback peers are not counted
};
