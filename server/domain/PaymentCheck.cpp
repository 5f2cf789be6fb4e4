// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/PaymentCheck.h"

#include "server/domain/Json.h"

QString toText(CheckVerdict verdict)
{
    switch (verdict) {
    case CheckVerdict::This:
        return QStringLiteral("this");
    case CheckVerdict::Another:
        return QStringLiteral("another");
    case CheckVerdict::AnotherDay:
        return QStringLiteral("another_day");
    case CheckVerdict::Unpaid:
        return QStringLiteral("unpaid");
    case CheckVerdict::None:
        return QStringLiteral("none");
    case CheckVerdict::Unknown:
        return QStringLiteral("unknown");
    }
    return {};
}

Result<CheckVerdict> verdictFrom(const QString &text)
{
    for (const auto verdict : {CheckVerdict::This, CheckVerdict::Another, CheckVerdict::AnotherDay,
                               CheckVerdict::Unpaid, CheckVerdict::None, CheckVerdict::Unknown}) {
        if (toText(verdict) == text)
            return verdict;
    }
    return Error{ErrorCode::InvalidInput, QStringLiteral("unknown verdict: %1").arg(text.left(32))};
}

QJsonObject Json::fromCheck(const PaymentCheck &check)
{
    return {{"verdict", toText(check.verdict)},
            {"order", check.order ? QJsonValue(fromOrder(*check.order)) : QJsonValue(QJsonValue::Null)},
            {"paid_at", fromTime(check.paidAt)}};
}

Result<PaymentCheck> Json::toCheck(const QJsonObject &json)
{
    const auto verdict = verdictFrom(json["verdict"].toString());
    if (!verdict)
        return verdict.error();
    PaymentCheck check{.verdict = *verdict, .paidAt = toTime(json["paid_at"])};
    if (json["order"].isObject()) {
        auto order = toOrder(json["order"].toObject());
        if (!order)
            return order.error();
        check.order = *std::move(order);
    }
    const bool needsOrder = *verdict != CheckVerdict::None && *verdict != CheckVerdict::Unknown;
    if (needsOrder && !check.order)
        return Error{ErrorCode::InvalidInput, QStringLiteral("missing or wrong: order")};
    return check;
}
