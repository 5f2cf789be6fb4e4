// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/LoginTicket.h"

#include <functional>

class HttpListener;
class LoginTickets;
class Operators;
class PhoneSignIn;
class RequestGuard;
class TicketPoll;

/// What a till says about its tickets (server/http/API.md, "Scan to log in"): making one, waiting for it, binding the
/// phone that scanned it.
struct TicketRoutes
{
    /// What the QR of a ticket is to hold; it may have to be asked for.
    using QrFor = std::function<QFuture<Result<QString>>(const LoginTicket &)>;

    const RequestGuard &guard;
    const Operators &operators;
    LoginTickets &tickets;
    PhoneSignIn &phones;
    TicketPoll &poll;
    QrFor qrFor; ///< none: phones cannot reach us safely

    /// What is handed in must outlive the listener.
    void addTo(HttpListener &http) const;
};
