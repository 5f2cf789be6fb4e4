// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class HttpListener;
class PaymentChecks;
class RequestGuard;

/// /api/v1/checks (server/http/API.md, "Checks").
struct CheckRoutes
{
    const RequestGuard &guard;
    PaymentChecks &checks;

    /// What is handed in must outlive the listener.
    void addTo(HttpListener &http) const;
};
