// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/OrderMark.h"
#include "server/store/OrderStore.h"

/// An order's flight recorder as it is handed out (API.md, "Timeline").
namespace Timeline {

/// The marks and the order's events in order of time. Of an event's detail only listed members go along: never the
/// payer's id, the code's address, a free text or a message of the provider's.
QJsonObject of(const OrderHistory &history, const QList<OrderMark> &marks);

} // namespace Timeline
