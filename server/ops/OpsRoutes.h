// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/HttpListener.h"

#include <functional>

/// What an operator's tools ask (API.md, "Operations").
struct OpsRoutes
{
    /// Who may: everybody who reaches the listener, or only who sits on this machine and came straight. Both tell
    /// turnover.
    enum class For { Everybody, ThisMachine };

    std::function<QFuture<HttpReply>()> readiness;
    std::function<QFuture<HttpReply>()> metrics;

    /// /healthz for all, /readyz and /metrics for whom they are; 404 to others.
    void addTo(HttpListener &http, For whom) const;
};
