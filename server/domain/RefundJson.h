// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Refund.h"

#include <QJsonObject>

/// The wire format of refunds (server/http/API.md, "Refunds"), for both ends of it.
namespace Json {

QJsonObject fromRefund(const Refund &refund);
/// Unknown members are ignored; a missing or wrong one is InvalidInput. What the wire does not carry stays empty.
Result<Refund> toRefund(const QJsonObject &json);

} // namespace Json
