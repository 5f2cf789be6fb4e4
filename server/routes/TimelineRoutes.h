// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class Checkout;
class Clock;
class FlightRecorder;
class HttpListener;
class MarkStore;
class RequestGuard;

/// /api/v1/orders/{out_trade_no}/timeline (API.md, "Timeline").
struct TimelineRoutes
{
    const RequestGuard &guard;
    Checkout &checkout;
    FlightRecorder &recorder;
    MarkStore &marks;
    const Clock &clock;

    /// What is handed in must outlive the listener.
    void addTo(HttpListener &http) const;
};
