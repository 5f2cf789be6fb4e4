// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// How often something may happen within a minute, from one peer (an IPv4 address, an IPv6 /64) and in all. Each is a
/// bucket: so many may come at once, and the bucket fills up again evenly within a minute. API.md, "Rates".
struct RateLimits
{
    int connectionsPerPeer = 3'000; ///< new ones; more are closed at once
    int connections = 60'000;
    int requestsPerPeer = 1'200; ///< without the terminal's token, notifications apart; more: 429
    int requests = 60'000;
    int wrongTokensPerPeer = 30; ///< and PINs; more: 429 instead of 401, and closed
    int wrongTokens = 600;
    int wrongNotificationsPerPeer = 30; ///< whose signature does not hold; more: 429 instead of 401, and closed
    int wrongNotifications = 600;
};
