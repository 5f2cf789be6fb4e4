// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class Checkout;
class Clock;
class HttpListener;
class Operators;
class Random;
class RequestGuard;
class WatchTokens;

/// /api/v1/orders and what lies below it, and /api/v1/cases (api.md, "Orders").
struct OrderRoutes
{
    const RequestGuard &guard;
    const Operators &operators;
    Checkout &checkout;
    const WatchTokens &tokens;
    const Clock &clock;
    Random &random;

    /// What is handed in must outlive the listener.
    void addTo(HttpListener &http) const;
};
