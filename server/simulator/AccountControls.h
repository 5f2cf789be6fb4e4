// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/HttpMessage.h"

class AccountBooks;
class AccountEventSender;
class Clock;

/// The Official Account's strings behind the scene, for this machine only like all of `/sim/...`.
class AccountControls
{
public:
    /// clock: the simulator's.
    AccountControls(AccountBooks &books, AccountEventSender &events, const Clock &clock)
        : m_books(books), m_events(events), m_clock(clock)
    {
    }

    /// `POST /sim/scan` {"url"} or {"ticket"} or {"scene"}, optionally "openid" (else somebody new) and "follower"
    /// (true): somebody scans that parametric QR in WeChat, who follows the account already (SCAN) or does so now
    /// (subscribe). 200 {"openid","event","scene","ticket"}; 404 TICKET_NOT_EXIST, 409 TICKET_EXPIRED, 409
    /// NO_EVENTS_ADDRESS.
    HttpReply scan(const HttpRequest &request);
    /// `GET /sim/messages`: 200 {"messages":[{"at","openid","text"}]}, what the account wrote, the oldest first.
    HttpReply messages(const HttpRequest &request) const;

private:
    AccountBooks &m_books;
    AccountEventSender &m_events;
    const Clock &m_clock;
};
