// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class Cases;
class HttpListener;
class Operators;
class RequestGuard;

/// /api/v1/cases and what lies below it (server/http/API.md, "Cases").
struct CaseRoutes
{
    const RequestGuard &guard;
    const Operators &operators;
    Cases &cases;

    /// What is handed in must outlive the listener.
    void addTo(HttpListener &http) const;
};
