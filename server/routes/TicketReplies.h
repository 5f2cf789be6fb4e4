// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/LoginTicket.h"
#include "server/http/HttpMessage.h"

/// Tickets as answers to a till; the poll secret and the number are told by the call that makes one, and never again.
namespace TicketReplies {

/// {"key","state","expires_at"}; with person, null for a strange phone, once a phone has scanned.
QJsonObject json(const LoginTicket &ticket);
/// 404 TICKET_NOT_EXIST, 409 TICKET_OVER, otherwise as Replies.
HttpReply refused(const Error &error);

} // namespace TicketReplies
