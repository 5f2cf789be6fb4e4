// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Money.h"

/// What happens to an order whose amount ends in certain fen, so that a trainee can call for a bad day by typing it
/// (README, "Practise a bad day").
enum class BadDay {
    None,
    NotifyLost, ///< .81: the notification never comes
    NotifyTwice, ///< .82
    NotifyLate, ///< .83: after 20 s
    CreateReplyLost, ///< .84: the order is made, but the answer never arrives, once
    CreateTrouble, ///< .85: answered 500 twice, and nothing is made
    ProbeFirst, ///< .86: the first delivery is a signature probe (reference 1.7)
    PaidAtCancel, ///< .87: the customer pays as the close call arrives
    WrongTotal, ///< .88: the gateway's books say one yuan more
    Coupon, ///< .89: a coupon pays two yuan of it (from 2.89 on)
    RefundAbnormal, ///< .91: the customer's account cannot take the money back
    RefundSlow, ///< .92: a refund takes a minute
    RefundNotEnough, ///< .93: the shop's balance does not cover a refund
    PaidAfterClose, ///< .94: five seconds after the order was closed, against the contract
};

BadDay badDayOf(Money total);
