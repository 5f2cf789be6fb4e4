// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/TicketRoutes.h"

#include "server/domain/Json.h"
#include "server/login/PhoneSignIn.h"
#include "server/routes/Operators.h"
#include "server/routes/Replies.h"
#include "server/routes/TerminalCall.h"
#include "server/routes/TicketPoll.h"
#include "server/routes/TicketReplies.h"

namespace {

HttpReply made(const LoginTicket &ticket, const Result<QString> &qr)
{
    if (!qr)
        return TicketReplies::refused(qr.error());
    return HttpReply::json(201, {{"key", ticket.key},
                                 {"qr", *qr},
                                 {"poll_secret", QString::fromLatin1(ticket.pollSecret)},
                                 {"number", ticket.number},
                                 {"expires_at", Json::fromTime(ticket.expiresAt)},
                                 {"state", toText(ticket.state)}});
}

HttpReply off()
{
    return Replies::refusal(503, "PHONE_LOGIN_OFF",
                            QStringLiteral("phones cannot reach this server safely; sign in with the PIN"));
}

HttpReply bound(const Result<LoginTicket> &ticket)
{
    return ticket ? HttpReply::json(200, TicketReplies::json(*ticket)) : TicketReplies::refused(ticket.error());
}

} // namespace

void TicketRoutes::addTo(HttpListener &http) const
{
    const auto make = [&all = tickets, qr = qrFor](const HttpRequest &, const QJsonObject &body) {
        if (!qr)
            return ready(off());
        const auto shop = TerminalCall::textOf(body, "shop", LoginTickets::maxTextLength);
        const auto till = TerminalCall::textOf(body, "till", LoginTickets::maxTextLength);
        for (const auto *text : {&shop, &till}) {
            if (!*text)
                return ready(Replies::error(text->error()));
        }
        const auto ticket = all.create(*shop, *till);
        if (!ticket)
            return ready(TicketReplies::refused(ticket.error()));
        return qr(*ticket).then(&all, [ticket = *ticket](const Result<QString> &text) { return made(ticket, text); });
    };
    http.route("POST", "/api/v1/login/tickets", TerminalCall::guardedJson(guard, {"shop", "till"}, make));
    // Its own secret opens it, not the terminal's.
    http.route("GET", "/api/v1/login/tickets/<arg>",
               [&waiting = poll](const HttpRequest &request) { return waiting.answer(request); });
    const auto bind = [&who = operators, &signIn = phones](const HttpRequest &request, const QJsonObject &body) {
        const auto key = request.captures.first();
        return who.atLeast(Role::Supervisor, request, [&signIn, body, key](const Operator &by) {
            return signIn.bind(key, body["person"].toString(), by).then(&signIn, &bound);
        });
    };
    http.route("POST", "/api/v1/login/tickets/<arg>/bind", TerminalCall::guardedJson(guard, {"person"}, bind));
}
