// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/PaymentEvent.h"
#include "server/domain/Refund.h"

#include <variant>

/// An event type we do not know; its content was not opened.
struct UnknownEvent
{
    QString eventType; ///< letters, digits, dots, underscores; at most 64 characters
};

/// A notification that verified (reference 3.1). The id is for logs: whether a repetition keeps it is not documented.
struct Notification
{
    QString id;
    std::variant<PaymentEvent, RefundEvent, UnknownEvent> content;
};
