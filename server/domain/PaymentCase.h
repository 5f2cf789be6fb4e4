// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/CaseKind.h"
#include "server/domain/Money.h"

#include <QDateTime>
#include <optional>

/// A payment that waits for a person's decision.
struct PaymentCase
{
    qint64 id = 0;
    CaseKind kind = CaseKind::UnknownOrder;
    QString outTradeNo;
    QString transactionId;
    Money amount; ///< what WeChat received
    std::optional<Money> expected; ///< what the order was for; none for an order we do not know
    QDateTime at;
    QString state; ///< what was decided: open (nothing yet), honoured, refunded
    QString outRefundNo; ///< the refund that it is about (RefundAbnormal), or that decides it; empty: none
    QString decidedBy; ///< the operator
    QDateTime decidedAt;
    QString reason; ///< of the decision
};
