// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/TicketReplies.h"

#include "server/domain/Json.h"
#include "server/domain/PersonJson.h"
#include "server/routes/Replies.h"

QJsonObject TicketReplies::json(const LoginTicket &ticket)
{
    QJsonObject json{
        {"key", ticket.key}, {"state", toText(ticket.state)}, {"expires_at", Json::fromTime(ticket.expiresAt)}};
    if (ticket.phone)
        json["person"] = ticket.person ? QJsonValue(Json::fromPerson(*ticket.person)) : QJsonValue(QJsonValue::Null);
    return json;
}

HttpReply TicketReplies::refused(const Error &error)
{
    if (error.code == ErrorCode::NotFound)
        return Replies::refusal(404, "TICKET_NOT_EXIST", QStringLiteral("no such ticket"));
    if (error.code == ErrorCode::Conflict)
        return Replies::refusal(409, "TICKET_OVER", QStringLiteral("no phone waits for this ticket, or it is over"));
    return Replies::error(error);
}
