// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class HttpListener;
class PinSignIn;
class RequestGuard;
class Sessions;

/// Signing in with a PIN, the session, and signing out (server/http/API.md, "People and sessions").
struct LoginRoutes
{
    const RequestGuard &guard;
    PinSignIn &pins;
    Sessions &sessions;

    /// What is handed in must outlive the listener.
    void addTo(HttpListener &http) const;
};
