// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/RefundJson.h"

#include "server/domain/Json.h"

QJsonObject Json::fromRefund(const Refund &refund)
{
    return {{"out_refund_no", refund.outRefundNo.text()},
            {"out_trade_no", refund.outTradeNo},
            {"amount", refund.amount.fen()},
            {"status", toText(refund.status)},
            {"reason", refund.reason},
            {"operator", fromText(refund.operatorId)},
            {"created_at", fromTime(refund.createdAt)},
            {"success_time", fromTime(refund.successTime)},
            {"user_received_account", fromText(refund.userReceivedAccount)}};
}

Result<Refund> Json::toRefund(const QJsonObject &json)
{
    const auto number = OutRefundNo::parse(json["out_refund_no"].toString());
    if (!number)
        return number.error();
    const auto amount = toMoney(json["amount"]);
    if (!amount)
        return amount.error();
    const auto status = refundStatusFrom(json["status"].toString());
    if (!status)
        return status.error();
    return Refund{.shopId = {},
                  .outRefundNo = *number,
                  .outTradeNo = json["out_trade_no"].toString(),
                  .transactionId = {},
                  .total = {},
                  .amount = *amount,
                  .reason = json["reason"].toString(),
                  .status = *status,
                  .refundId = {},
                  .userReceivedAccount = json["user_received_account"].toString(),
                  .operatorId = json["operator"].toString(),
                  .createdAt = toTime(json["created_at"]),
                  .askAfter = {},
                  .successTime = toTime(json["success_time"])};
}
