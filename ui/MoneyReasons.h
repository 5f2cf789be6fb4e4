// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/MoneyDesk.h"
#include "ui/models/OfficeView.h"

/// What may be said for a refund, or for a decision about a case; the likeliest one first.
namespace MoneyReasons {

QList<MoneyReason> ofRefund();
QList<MoneyReason> ofCase(CaseKind kind, MoneyDesk::Move move);

/// As it goes into the books, and to the payer: in Chinese, whatever the till's language. Well under
/// Refund::maxReasonLength.
QString toText(MoneyReason reason);

/// The one `step` places after `from`, round and round.
MoneyReason besideOf(const QList<MoneyReason> &reasons, MoneyReason from, int step);

} // namespace MoneyReasons
