// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/LoginTicket.h"

QString toText(TicketState state)
{
    switch (state) {
    case TicketState::Created:
        return QStringLiteral("created");
    case TicketState::Scanned:
        return QStringLiteral("scanned");
    case TicketState::Confirmed:
        return QStringLiteral("confirmed");
    case TicketState::Cancelled:
        return QStringLiteral("cancelled");
    case TicketState::Expired:
        return QStringLiteral("expired");
    }
    return {};
}

Result<TicketState> ticketStateFrom(const QString &text)
{
    for (const auto state : {TicketState::Created, TicketState::Scanned, TicketState::Confirmed, TicketState::Cancelled,
                             TicketState::Expired}) {
        if (toText(state) == text)
            return state;
    }
    return Error{ErrorCode::InvalidInput, QStringLiteral("unknown state of a ticket")};
}
