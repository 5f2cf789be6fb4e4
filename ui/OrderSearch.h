// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Order.h"

/// Which orders are looked for (server/http/API.md, "Orders").
struct OrderSearch
{
    QString number; ///< ours or WeChat's, whole or its end; empty: any
    std::optional<Money> amount;
    QDateTime from; ///< begun then or later
    QDateTime to; ///< begun before
    std::optional<TradeState> state;
    bool odd = false; ///< only those whose money waits for a person
    std::optional<Tender> tender;

    /// What people call an order's time, the server cannot be asked for: a span of it is asked for generously, and
    /// looked through here. Invalid: any.
    QDateTime shownFrom;
    QDateTime shownBefore;

    static QDateTime timeOf(const Order &order)
    {
        return order.successTime.isValid() ? order.successTime : order.createdAt;
    }
    bool takes(const Order &order) const
    {
        return !shownFrom.isValid() || (timeOf(order) >= shownFrom && timeOf(order) < shownBefore);
    }
};
