// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonObject>

class Random;
struct BookOrder;
struct BookRefund;

/// One thing that happened and that the merchant shall hear of.
struct NotifyEvent
{
    QString id;
    QString outTradeNo;
    QString url;
    QString eventType; ///< TRANSACTION.SUCCESS, REFUND.SUCCESS, REFUND.ABNORMAL, REFUND.CLOSED
    QString originalType; ///< transaction, refund
    QString summary;
    QDateTime createdAt; ///< the simulator's time
    QJsonObject content; ///< what gets encrypted
    QString transactionId; ///< of the payment, or of the one a refund gives back from
    QString outRefundNo; ///< empty: it is about a payment
};

namespace NotifyBody {

/// An id as the gateway's look: 36 characters.
QString newId(Random &random);
/// That an order is paid, or how its refund ended.
NotifyEvent ofPayment(const BookOrder &paid, const QDateTime &now, Random &random);
NotifyEvent ofRefund(const BookRefund &ended, const BookOrder &order, const QDateTime &now, Random &random);
/// The notification's JSON (reference 3.1) with its content sealed under a fresh nonce (reference 3.3). With `tampered`
/// one bit of the ciphertext is wrong, which only the receiver's tag check can notice.
QByteArray sealed(const NotifyEvent &event, const QByteArray &apiV3Key, Random &random, bool tampered);

} // namespace NotifyBody
