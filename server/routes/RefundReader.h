// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Person.h"
#include "server/store/RefundStore.h"

class Clock;
class Random;

/// Why money goes back, which the payer reads: 1 to 80 bytes of plain characters (reference 4.1, 1.1). InvalidInput:
/// anything else.
Result<QString> readReason(const QJsonObject &body);

/// The body of POST /api/v1/orders/{out_trade_no}/refunds: amount (fen, 1 or more), reason, and out_refund_no where the
/// asker names it. InvalidInput says which member is at fault.
Result<NewRefund> readNewRefund(const QJsonObject &body, const OutTradeNo &order, const Operator &who,
                                const Clock &clock, Random &random);
