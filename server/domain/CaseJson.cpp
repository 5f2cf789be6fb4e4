// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/CaseJson.h"

#include "server/domain/Json.h"

QJsonObject Json::fromCase(const PaymentCase &found)
{
    return {{"id", found.id},
            {"kind", toText(found.kind)},
            {"out_trade_no", found.outTradeNo},
            {"transaction_id", found.transactionId},
            {"amount", found.amount.fen()},
            {"expected", found.expected ? QJsonValue(found.expected->fen()) : QJsonValue(QJsonValue::Null)},
            {"at", fromTime(found.at)},
            {"state", found.state},
            {"out_refund_no", fromText(found.outRefundNo)},
            {"operator", fromText(found.decidedBy)},
            {"decided_at", fromTime(found.decidedAt)},
            {"reason", fromText(found.reason)}};
}

Result<PaymentCase> Json::toCase(const QJsonObject &json)
{
    const auto kind = caseKindFrom(json["kind"].toString());
    if (!kind)
        return kind.error();
    const auto amount = toMoney(json["amount"]);
    if (!amount)
        return amount.error();
    PaymentCase found{.id = json["id"].toInteger(),
                      .kind = *kind,
                      .outTradeNo = json["out_trade_no"].toString(),
                      .transactionId = json["transaction_id"].toString(),
                      .amount = *amount,
                      .at = toTime(json["at"]),
                      .state = json["state"].toString(),
                      .outRefundNo = json["out_refund_no"].toString(),
                      .decidedBy = json["operator"].toString(),
                      .decidedAt = toTime(json["decided_at"]),
                      .reason = json["reason"].toString()};
    if (found.id < 1 || found.state.isEmpty())
        return Error{ErrorCode::InvalidInput, QStringLiteral("missing or wrong: id or state of a case")};
    if (json["expected"].isDouble()) {
        const auto expected = toMoney(json["expected"]);
        if (!expected)
            return expected.error();
        found.expected = *expected;
    }
    return found;
}
