// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/RateLimits.h"

#include <chrono>

/// What one connection and all of them together may cost. api.md, "Who may ask".
struct HttpLimits
{
    int maxHeaderBytes = 16 * 1024; ///< request line and header fields with the blank line; more: 431
    int maxHeaderFields = 100; ///< more: 431
    int maxBodyBytes = 1024 * 1024; ///< more: 413
    static constexpr int smallBytes = 16 * 1024; ///< larger bodies and frames share what follows
    int maxLargeBytes = 64 * 1024 * 1024; ///< of bodies and frames not whole yet, in all; more: 503
    std::chrono::milliseconds headerDeadline{10'000}; ///< a header not whole by then: 408
    std::chrono::milliseconds handshakeDeadline{10'000}; ///< TLS not spoken by then: closed
    std::chrono::milliseconds bodyDeadline{10'000}; ///< a body not whole by then: 408
    std::chrono::milliseconds idleDeadline{60'000}; ///< a kept-alive connection with nothing to do is closed
    std::chrono::milliseconds lingerDeadline{2'000}; ///< how long a client may take to read the last reply and close
    int maxConnections = 12'000; ///< in all; one that waits makes room for a new one
    int maxConnectionsPerPeer = 256; ///< loopback and trusted proxies are not counted
    int maxWebSocketFrameBytes = 64 * 1024; ///< more: 1009
    RateLimits rates;
};
