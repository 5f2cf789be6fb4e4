// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class Books;
class Faults;
class NotifySender;
class SimulatorClock;
struct HttpReply;
struct HttpRequest;

/// The strings behind the scene: `/sim/...` of api.md, "The simulator". For this machine only, and out of reach of web
/// pages: peers that are not loopback, foreign names in Host and bodies that are not application/json are refused.
class SimControls
{
public:
    SimControls(Books &books, Faults &faults, SimulatorClock &clock, NotifySender &notifies)
        : m_books(books), m_faults(faults), m_clock(clock), m_notifies(notifies)
    {
    }

    /// `POST /sim/pay` {"out_trade_no"} or {"code_url"}, optionally "openid" and "payer_total": the customer pays now.
    /// 200 with the transaction, 404 for no such order, 409 when it can't be paid.
    HttpReply pay(const HttpRequest &request);
    /// `PUT /sim/faults`, the whole plan. 200 with the plan as it was sent.
    HttpReply setFaults(const HttpRequest &request);
    /// `PUT /sim/clock` {"advance_s"}. 200 {"offset_s","now"}.
    HttpReply moveClock(const HttpRequest &request);
    HttpReply orders(const HttpRequest &request) const;
    HttpReply notifies(const HttpRequest &request) const;

private:
    Books &m_books;
    Faults &m_faults;
    SimulatorClock &m_clock;
    NotifySender &m_notifies;
};
