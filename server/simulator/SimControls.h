// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class Books;
class Faults;
class NotifySender;
class Payments;
class SimulatorClock;
struct HttpReply;
struct HttpRequest;
struct SimulatorSwitches;

/// The strings behind the scene: `/sim/...` of API.md, "The simulator". For this machine only, and out of reach of web
/// pages: peers that are not loopback, foreign names in Host and bodies that are not application/json are refused.
class SimControls
{
public:
    SimControls(Books &books, Payments &payments, Faults &faults, SimulatorClock &clock, NotifySender &notifies,
                SimulatorSwitches &switches)
        : m_books(books), m_payments(payments), m_faults(faults), m_clock(clock), m_notifies(notifies),
          m_switches(switches)
    {
    }

    /// `POST /sim/pay` {"out_trade_no"} or {"code_url"}, optionally "openid", "payer_total" and "action": the customer
    /// pays now, or only scans ("scan"), or tries and fails ("fail"). 200 with the transaction, 404 for no such order,
    /// 409 when it can't be done.
    HttpReply pay(const HttpRequest &request);
    /// `POST /sim/stray` {"out_trade_no","amount"}, optionally "notify_url": a payment of a number the shop never made.
    /// 200 with the transaction, 409 when there is such an order.
    HttpReply stray(const HttpRequest &request);
    /// `PUT /sim/faults`, the whole plan. 200 with the plan as it was sent.
    HttpReply setFaults(const HttpRequest &request);
    /// `PUT /sim/clock` {"advance_s"}. 200 {"offset_s","now"}.
    HttpReply moveClock(const HttpRequest &request);
    /// `PUT /sim/switches` {"name":value,…} sets those, `GET` shows them. 200 with all of them.
    HttpReply setSwitches(const HttpRequest &request);
    HttpReply switches(const HttpRequest &request) const;
    HttpReply orders(const HttpRequest &request) const;
    HttpReply refunds(const HttpRequest &request) const;
    HttpReply notifies(const HttpRequest &request) const;

private:
    struct Attempt;
    HttpReply attempt(const Attempt &attempt);

    Books &m_books;
    Payments &m_payments;
    Faults &m_faults;
    SimulatorClock &m_clock;
    NotifySender &m_notifies;
    SimulatorSwitches &m_switches;
};
