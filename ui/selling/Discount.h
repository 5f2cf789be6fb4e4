// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Money.h"

/// What makes a whole bill cheaper: 8.8 折, −¥2, or 抹零. In this order, each at most once, never per cent.
struct Discount
{
    enum class Kind {
        Rate, ///< rate hundredths of the price stay: 88 is 8.8 折. Half a fen rounds down, for the customer
        Minus, ///< amount goes off
        Round, ///< what is over a whole amount goes off: ¥1 or ¥0.10
    };
    Kind kind = Kind::Rate;
    int rate = 0; ///< 1 to 99
    Money amount = {};

    static Discount ofRate(int rate) { return {Kind::Rate, rate, {}}; }
    static Discount ofMinus(Money amount) { return {Kind::Minus, 0, amount}; }
    static Discount ofRound(Money whole) { return {Kind::Round, 0, whole}; }
    friend bool operator==(const Discount &, const Discount &) = default;
};
