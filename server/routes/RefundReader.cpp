// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/RefundReader.h"

#include "server/domain/Json.h"
#include "server/routes/TerminalCall.h"

#include <algorithm>

Result<QString> readReason(const QJsonObject &body)
{
    const auto reason = TerminalCall::textOf(body, QStringLiteral("reason"), int(Refund::maxReasonLength));
    const bool fits = reason && !reason->isEmpty() && reason->toUtf8().size() <= Refund::maxReasonLength
                      && std::none_of(reason->begin(), reason->end(), [](QChar c) { return c.isSurrogate(); });
    if (!fits)
        return wrongInput("reason must be 1 to 80 bytes of plain characters");
    return reason;
}

Result<NewRefund> readNewRefund(const QJsonObject &body, const OutTradeNo &order, const Operator &who,
                                const Clock &clock, Random &random)
{
    const auto amount = Json::toMoney(body["amount"]);
    if (!amount || amount->isZero())
        return wrongInput("amount must be a whole number of fen, 1 or more");
    const auto reason = readReason(body);
    if (!reason)
        return reason.error();
    auto number = OutRefundNo::make(clock, random);
    if (const auto named = body["out_refund_no"]; !named.isUndefined()) {
        const auto parsed = OutRefundNo::parse(named.toString());
        if (!parsed)
            return parsed.error();
        number = *parsed;
    }
    return NewRefund{.number = number, .order = order, .amount = *amount, .reason = *reason, .operatorId = who.id};
}
