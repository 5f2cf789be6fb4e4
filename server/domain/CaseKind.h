// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

/// Money that did not come, or go back, the way it should; a person decides (honour or refund).
enum class CaseKind {
    Late, ///< paid after its order was closed in the books
    Duplicate, ///< a second payment of one order, or of one sale
    AmountMismatch, ///< WeChat received another total than the order's
    Foreign, ///< another merchant's or app's, or not in CNY
    UnknownOrder, ///< a verified payment for a number that is not in the books
    RefundAbnormal, ///< the payer's account cannot take the money back (reference 4.4)
};

QString toText(CaseKind kind);
Result<CaseKind> caseKindFrom(const QString &text);
