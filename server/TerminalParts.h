// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/login/PairingCodes.h"
#include "server/login/Terminals.h"

class HttpListener;
class Operators;
class RequestGuard;

/// Everything that tills elsewhere are paired with, as Server owns it.
class TerminalParts
{
public:
    /// dropBox: where another program of this machine's may leave a code.
    TerminalParts(Database &database, const QString &shopId, const QString &dropBox, Clock &clock, Random &random);

    Terminals &terminals() { return m_terminals; }
    /// Waits for the books; from then on the guard knows the terminals.
    Result<void> open(RequestGuard &guard);
    void addRoutes(HttpListener &http, const RequestGuard &guard, const Operators &operators, bool training);

private:
    TerminalStore m_store;
    Terminals m_terminals;
    PairingCodes m_codes;
};
