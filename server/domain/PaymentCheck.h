// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Order.h"

/// What a number on a customer's phone is worth for the sale on the till's screen.
enum class CheckVerdict {
    This, ///< it pays that sale
    Another, ///< a payment of today, of another sale
    AnotherDay, ///< a payment of an earlier day
    Unpaid, ///< a number we know, and the provider says that it is not paid
    None, ///< nobody knows a payment by that number
    Unknown, ///< the provider has not answered
};

struct PaymentCheck
{
    CheckVerdict verdict = CheckVerdict::Unknown;
    std::optional<Order> order; ///< which the number names, where it names one
    QDateTime paidAt; ///< invalid where that order is not paid
};

QString toText(CheckVerdict verdict); ///< this, another, another_day, unpaid, none, unknown
Result<CheckVerdict> verdictFrom(const QString &text);

/// The wire format (server/http/API.md, "Checks"), for both ends of it.
namespace Json {

QJsonObject fromCheck(const PaymentCheck &check);
/// Unknown members are ignored; a missing or wrong one is InvalidInput.
Result<PaymentCheck> toCheck(const QJsonObject &json);

} // namespace Json
