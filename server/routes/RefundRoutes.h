// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Money.h"

class Clock;
class HttpListener;
class Operators;
class Random;
class Refunds;
class RequestGuard;

/// /api/v1/orders/{out_trade_no}/refunds and /api/v1/refunds (server/http/API.md, "Refunds").
struct RefundRoutes
{
    const RequestGuard &guard;
    const Operators &operators;
    Refunds &refunds;
    const Clock &clock;
    Random &random;
    Money cashiersLimit; ///< the most a cashier may give back of one order in all; a supervisor all of it

    /// What is handed in must outlive the listener.
    void addTo(HttpListener &http) const;
};
