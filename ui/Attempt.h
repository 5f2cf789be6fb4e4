// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Order.h"
#include "ui/Journal.h"

/// One attempt to be paid, as the till holds it while its end is not known.
struct Attempt
{
    JournalAttempt written;
    QString description; ///< asking again with another one would be a conflict
    qint64 askedSteadyMs = 0; ///< when the server was first asked, on the clock that only grows
    qint64 deadlineSteadyMs = -1; ///< -1: not known
    qint64 seq = 0; ///< of the newest state heard
    QString codeUrl;
    QDateTime shownAt; ///< when its code came
    QString pickupNo;
    bool watched = false;

    const OutTradeNo &number() const { return written.outTradeNo; }
    Money amount() const { return written.amount; }
    const SaleTerms &terms() const { return written.terms; }
    NewSale asked() const { return {number(), written.sale, amount(), description, terms()}; }

    /// The server's clock may differ from ours, so only its span counts: the code lives for expires_at - created_at
    /// from the moment we first asked. That is early by at most the way to the server, never late.
    void takeDeadline(const Order &order)
    {
        if (!order.createdAt.isValid() || !order.expiresAt.isValid())
            return;
        constexpr qint64 longestMs = 7'200'000; // api.md: order_lifetime_s is at most 7200
        const qint64 lifetimeMs = order.createdAt.msecsTo(order.expiresAt);
        deadlineSteadyMs = askedSteadyMs + std::clamp<qint64>(lifetimeMs, 0, longestMs);
    }
};
