// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Order.h"

/// One order as the gateway's books hold it. Its state here is what has been *done* to it; what it reads as at a given
/// moment (an expiry needs nobody to do anything) is Books::stateOf.
struct BookOrder
{
    QString outTradeNo;
    int payment = 1; ///< from 2 on: a further payment of one number, which by contract must not happen
    QString appid;
    QString mchid;
    QString description;
    QString attach;
    QString notifyUrl;
    QString deviceId;
    QString storeName;
    Money total;
    QString currency = QStringLiteral("CNY");
    QByteArray fingerprint; ///< of all the parameters it was made with: the same number must come with the same ones
    QDateTime createdAt;
    QDateTime payableUntil; ///< time_expire, or 7 days (reference 2.3)
    QString code; ///< the last part of its code_url; a later create call replaces it (reference 2.2)
    QDateTime codeMadeAt;
    QString openid; ///< whose order it is: the first one to scan it
    TradeState state = TradeState::NotPay;
    Money payerTotal;
    QString transactionId;
    QDateTime successTime;
    bool notified = false; ///< the merchant has accepted the notification

    QString key() const; ///< in the books
    bool isPaid() const { return state == TradeState::Success || state == TradeState::Refund; }

    QJsonObject toJson() const;
    static Result<BookOrder> fromJson(const QJsonObject &json);

    /// The transaction object of reference 2.4: a query's answer and a notification's content.
    QJsonObject transaction(TradeState reads, bool unpaidHasAmount) const;
};

/// RFC 3339 in China's time without fractions, as the gateway writes all times.
QString gatewayTime(const QDateTime &time);
