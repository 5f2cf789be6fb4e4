// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Order.h"

/// What a verified witness said about one order number: a notification's content or a query's answer, in our words.
struct PaymentEvent
{
    Witness witness = Witness::Query;
    QString outTradeNo; ///< as it was said; it may be a number we never made
    TradeState state = TradeState::NotPay;
    QString transactionId; ///< empty until paid
    Money total; ///< what the order was for, by the provider's books; judged against ours
    std::optional<Money> payerTotal;
    QString payerOpenid;
    QDateTime successTime;
    bool foreign = false; ///< another merchant's, another app's, or not in CNY: never our success
    QString askedBy; ///< whose cancel brought it out; empty: nobody's
};
