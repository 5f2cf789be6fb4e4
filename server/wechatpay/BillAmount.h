// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Money.h"

/// Amounts as bills have them: yuan with decimals, where the API counts fen (reference 6.4). No fraction of a fen gets
/// lost and nothing is rounded; what does not fit is InvalidInput.
namespace BillAmount {

/// "19.90", "0", "7.5": no sign, at most two decimals that count (more may follow if they are zeros).
Result<Money> money(const QString &yuan);
/// Thousandths of a fen, with a sign: fees have five decimals and are negative on refunds. Below 10^18 either way.
Result<qint64> thousandthsOfFen(const QString &yuan);

} // namespace BillAmount
