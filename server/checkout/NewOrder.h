// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/checkout/CheckoutSettings.h"
#include "server/domain/Order.h"

/// What a till asks to be paid for, or says it has been paid for at the till.
struct NewOrder
{
    OutTradeNo number; ///< made and stored by the asker
    Money total;
    QString description;
    QString sale; ///< empty: the number itself
    QString terminal;
    QString operatorId;
    std::optional<Bill> bill = {}; ///< comes to total
    bool wantsPickupNo = false; ///< the shop's next number of the day, or the one its sale has
    Tender tender = Tender::WeChatPay;
    QString tenderName = {}; ///< of Tender::Other
    std::optional<Money> cashReceived = {}; ///< of Tender::Cash: total or more

    /// InvalidInput where its parts do not fit each other.
    Result<void> check() const;
    /// The order as it comes into being, and what has happened to it by then: CREATED, and SUCCESS where it is paid at
    /// the till.
    struct Beginning
    {
        Order order;
        QList<OrderEvent> events;
    };
    Beginning begin(const CheckoutSettings &settings, const QDateTime &now) const;
    /// Whether the order of that number in the books, loaded as a whole, is the one it asks for.
    bool isFor(const Order &booked) const;
};
