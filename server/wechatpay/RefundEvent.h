// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Money.h"

#include <QDateTime>
#include <optional>

/// WeChat Pay's own states of a refund (reference 4.4).
enum class RefundStatus { Processing, Success, Closed, Abnormal };

/// What a verified notification said about a refund (reference 4.5).
struct RefundEvent
{
    QString outTradeNo;
    QString transactionId;
    QString outRefundNo;
    QString refundId;
    RefundStatus status = RefundStatus::Processing;
    QDateTime successTime; ///< invalid unless Success
    QString userReceivedAccount; ///< words for people
    Money total; ///< of the order
    Money refund; ///< of this refund
    std::optional<Money> payerTotal;
    std::optional<Money> payerRefund;
    bool foreign = false; ///< another merchant's
};
