// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Person.h"

#include <QDateTime>
#include <QList>
#include <optional>

/// created -> scanned -> confirmed | cancelled, and expired from the first two (reference 11.4).
enum class TicketState { Created, Scanned, Confirmed, Cancelled, Expired };

/// One try to sign in to a till with a phone.
struct LoginTicket
{
    QString key; ///< 34 characters of base 32, 170 random bits; in the QR
    QByteArray pollSecret; ///< of the till that asked; never in the QR, and shown to no phone
    int number = 0; ///< 10 to 99, shown on the till, to be picked on the phone
    QList<int> choices; ///< three different ones, rising, number among them
    QString shop; ///< what the phone is told about the till
    QString till;
    QDateTime createdAt;
    QDateTime expiresAt;
    TicketState state = TicketState::Created;
    bool wrongNumber = false; ///< cancelled because another number was picked
    std::optional<PhoneId> phone; ///< the one that scanned
    std::optional<Person> person; ///< whose phone it is; none: bound to nobody yet

    bool isOver() const
    {
        return state == TicketState::Confirmed || state == TicketState::Cancelled || state == TicketState::Expired;
    }
};

QString toText(TicketState state); ///< created, scanned, confirmed, cancelled, expired
Result<TicketState> ticketStateFrom(const QString &text);
