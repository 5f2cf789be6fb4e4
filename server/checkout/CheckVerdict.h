// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/PaymentCheck.h"
#include "server/store/CheckStore.h"

/// What is known about a shown number once the provider was asked.
struct CheckFacts
{
    ShownNumber shown;
    KnownOrders known;
    bool isSilentAboutScreen = false; ///< it has not answered about the order on the screen
    bool isSilent = false; ///< it has left some question open
    QDateTime now;
};

/// A whole number is longer than any end that people read out.
constexpr qsizetype longerThanAnyEnd = 16;
/// Of an order that the number fits: that it does is no coincidence.
bool isWholeNumberOf(const Order &order, const QString &number);
/// Paid on that moment's day, as the shop's calendar has it (UTC+8).
bool isPaidOnDayOf(const Order &order, const QDateTime &now);

/// Only an order that is paid is ever "this". Of several that fit, a whole number goes before an end, then the order
/// on the screen, then the newest payment of today, then the newest of all; "unknown" where an answer that is missing
/// could change that.
PaymentCheck judge(const CheckFacts &facts);
