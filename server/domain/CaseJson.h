// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/PaymentCase.h"

#include <QJsonObject>

/// The wire format of cases (server/http/API.md, "Cases"), for both ends of it.
namespace Json {

QJsonObject fromCase(const PaymentCase &found);
/// Unknown members are ignored; a missing or wrong one is InvalidInput.
Result<PaymentCase> toCase(const QJsonObject &json);

} // namespace Json
