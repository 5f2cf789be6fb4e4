// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/wechatpay/TestMerchant.h"

#include <QJsonArray>
#include <QJsonDocument>

/// The refund of vectors 04 and 14, and what the provider answers about it.
namespace RefundReplies {

inline Refund refund()
{
    return {.shopId = {},
            .outRefundNo = *OutRefundNo::parse(QStringLiteral("R20260101090000_000001")),
            .outTradeNo = QStringLiteral("T20260101080000_000001"),
            .transactionId = QStringLiteral("4200002026010100000000000001"),
            .total = *Money::fromFen(1990),
            .amount = *Money::fromFen(990),
            .reason = QStringLiteral("部分退款")};
}

/// Reference 4.2, with members that no one needs and both names of kinds of promotion.
inline QJsonObject accepted()
{
    const auto promotion = [](const char *type) {
        return QJsonObject{{"promotion_id", "1"}, {"scope", "GLOBAL"}, {"type", type}, {"amount", 5}};
    };
    return {{"refund_id", "50300002026010100000000000001"},
            {"out_refund_no", "R20260101090000_000001"},
            {"transaction_id", "4200002026010100000000000001"},
            {"out_trade_no", "T20260101080000_000001"},
            {"channel", "ORIGINAL"},
            {"user_received_account", "支付用户零钱"},
            {"create_time", "2026-01-01T09:00:00+08:00"},
            {"status", "PROCESSING"},
            {"funds_account", "AVAILABLE"},
            {"amount", QJsonObject{{"total", 1990},
                                   {"refund", 990},
                                   {"payer_total", 1990},
                                   {"payer_refund", 990},
                                   {"currency", "CNY"},
                                   {"from", QJsonArray()}}},
            {"promotion_detail", QJsonArray{promotion("COUPON"), promotion("NOCASH")}}};
}

inline QByteArray text(const QJsonObject &reply)
{
    return QJsonDocument(reply).toJson(QJsonDocument::Compact);
}

} // namespace RefundReplies
