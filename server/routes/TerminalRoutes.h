// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class HttpListener;
class Operators;
class PairingCodes;
class RequestGuard;
class Terminals;

/// Tills elsewhere: paired with a code, listed, revoked (API.md, "Terminals").
struct TerminalRoutes
{
    const RequestGuard &guard;
    const Operators &operators;
    PairingCodes &codes;
    Terminals &terminals;
    bool training; ///< a till must know whether money is real there

    /// What is handed in must outlive the listener.
    void addTo(HttpListener &http) const;
};
