// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/TerminalParts.h"

#include "server/routes/RequestGuard.h"
#include "server/routes/TerminalRoutes.h"

TerminalParts::TerminalParts(Database &database, const QString &shopId, const QString &dropBox, Clock &clock,
                             Random &random)
    : m_store(database, shopId), m_terminals(m_store, clock, random), m_codes(clock, random, dropBox)
{
}

Result<void> TerminalParts::open(RequestGuard &guard)
{
    guard.setTerminals(m_terminals);
    return m_terminals.load();
}

void TerminalParts::addRoutes(HttpListener &http, const RequestGuard &guard, const Operators &operators, bool training)
{
    TerminalRoutes{guard, operators, m_codes, m_terminals, training}.addTo(http);
}
