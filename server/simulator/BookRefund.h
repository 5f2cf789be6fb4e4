// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Refund.h"

struct BookOrder;

/// One refund as the gateway's books hold it. How it ends is settled when it is taken, and shows from `endsAt` on: what
/// it reads as at a given moment is RefundBook::statusOf.
struct BookRefund
{
    QString outRefundNo;
    QString refundId;
    QString transactionId; ///< of the payment it gives back from
    QString outTradeNo;
    QString reason;
    QString notifyUrl; ///< the call's own, or the order's
    QString fundsAccount; ///< where it is paid from, as it was asked for; empty: as usual
    Money total; ///< of the payment
    Money payerTotal;
    Money amount;
    Money payerAmount; ///< its share of what the payer paid; the coupon takes the rest
    QByteArray fingerprint; ///< of all the parameters it was asked for with
    QDateTime createdAt;
    QDateTime endsAt;
    RefundStatus outcome = RefundStatus::Success; ///< never Processing
    bool redirected = false; ///< it was abnormal and goes to a bank card now (reference 4.3)
    bool notified = false; ///< the merchant has accepted the notification of its end

    QJsonObject toJson() const;
    static Result<BookRefund> fromJson(const QJsonObject &json);

    /// The refund object of reference 4.2. promotionType: how a coupon's kind is spelled.
    QJsonObject reply(RefundStatus reads, const QString &promotionType) const;
    /// A notification's content, reference 4.5.
    QJsonObject notification(const BookOrder &order) const;
    QString channel() const;
};
