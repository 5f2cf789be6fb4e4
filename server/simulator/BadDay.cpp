// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/BadDay.h"

BadDay badDayOf(Money total)
{
    switch (total.fen() % 100) {
    case 81:
        return BadDay::NotifyLost;
    case 82:
        return BadDay::NotifyTwice;
    case 83:
        return BadDay::NotifyLate;
    case 84:
        return BadDay::CreateReplyLost;
    case 85:
        return BadDay::CreateTrouble;
    case 86:
        return BadDay::ProbeFirst;
    case 87:
        return BadDay::PaidAtCancel;
    case 88:
        return BadDay::WrongTotal;
    case 89:
        return BadDay::Coupon;
    case 91:
        return BadDay::RefundAbnormal;
    case 92:
        return BadDay::RefundSlow;
    case 93:
        return BadDay::RefundNotEnough;
    case 94:
        return BadDay::PaidAfterClose;
    default:
        return BadDay::None;
    }
}
