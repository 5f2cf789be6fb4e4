// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class Checkout;
class Clock;
class FlightRecorder;
class HttpListener;
class Operators;
class Random;
class RequestGuard;
class WatchTokens;

/// /api/v1/orders and what lies below it (server/http/API.md, "Orders").
struct OrderRoutes
{
    const RequestGuard &guard;
    const Operators &operators;
    Checkout &checkout;
    const WatchTokens &tokens;
    const Clock &clock;
    Random &random;
    FlightRecorder *recorder = nullptr; ///< none: nothing is marked

    /// What is handed in must outlive the listener.
    void addTo(HttpListener &http) const;
};
