// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Bill.h"

#include <QJsonObject>

/// The wire format of bills (server/http/API.md, "Orders"), for both ends of it.
namespace Json {

QJsonObject fromBill(const Bill &bill);
/// Unknown members are ignored; InvalidInput says which line or discount is at fault.
Result<Bill> toBill(const QJsonObject &json);

} // namespace Json
