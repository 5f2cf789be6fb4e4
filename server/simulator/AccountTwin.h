// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/simulator/AccountApi.h"
#include "server/simulator/AccountBooks.h"
#include "server/simulator/AccountControls.h"
#include "server/simulator/AccountEventSender.h"

class TwinRoutes;

/// WeChat as the Official Account's server meets it (reference 11.3), put together. Outlives the tables its routes
/// were added to.
class AccountTwin
{
public:
    /// clock: the simulator's. realClock: for signatures.
    AccountTwin(const SimulatorKeys &keys, Clock &clock, const Clock &realClock, Random &random,
                HttpTransport &transport, const AccountEventSender::Settings &settings)
        : m_books(clock, random), m_events(keys, clock, realClock, random, transport, settings), m_api(keys, m_books),
          m_controls(m_books, m_events, clock)
    {
    }

    void addRoutes(TwinRoutes &table); ///< /cgi-bin/… and its part of /sim/…

    AccountBooks &books() { return m_books; }
    AccountEventSender &events() { return m_events; }
    AccountApi &api() { return m_api; }
    AccountControls &controls() { return m_controls; }

private:
    AccountBooks m_books;
    AccountEventSender m_events;
    AccountApi m_api;
    AccountControls m_controls;
};
