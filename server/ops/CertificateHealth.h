// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ops/PartState.h"

class QDateTime;

/// Whether the certificate we serve with is still one that clients take.
namespace CertificateHealth {

constexpr int soonDays = 14; ///< so long before its end it is said to end

/// States: valid, ends_soon, over (the only one that is not ready); not_after: when.
PartState look(const QDateTime &notAfter, const QDateTime &now);

} // namespace CertificateHealth
