// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Order.h"

/// What goes with an order beside its amount (API.md, "Orders"). It is written down with the attempt: asking again
/// says the very same, or the server would take it for another sale.
struct SaleTerms
{
    QJsonObject bill = {}; ///< empty: one plain amount
    bool pickup = false; ///< the sale gets the shop's next number of the day
    Tender tender = Tender::WeChatPay;
    Money received = {}; ///< cash: what the customer handed over
    QString tenderName = {}; ///< other: 支付宝

    /// Somebody's word at the till, not WeChat Pay's.
    bool isByHand() const { return tender != Tender::WeChatPay; }
    /// The members of an order call; those that say nothing are left out.
    QJsonObject toJson() const;
    /// What this till has written before.
    static SaleTerms fromJson(const QJsonObject &json);
};

/// An order to be asked for.
struct NewSale
{
    OutTradeNo number;
    QString sale; ///< attempts of one sale share the number of their first
    Money amount;
    QString description; ///< what the customer's phone says was bought
    SaleTerms terms = {};
};
