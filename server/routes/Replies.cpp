// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/Replies.h"

#include "server/domain/Json.h"

namespace {

struct Shape
{
    int status;
    const char *code;
    const char *message; ///< instead of the error's own; nullptr: its own is for the asker's eyes
};

Shape shapeOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
        return {400, "PARAM_ERROR", nullptr};
    case ErrorCode::Unauthorized:
        return {401, "UNAUTHORIZED", "a valid token is needed"};
    case ErrorCode::Forbidden:
        return {403, "FORBIDDEN", nullptr};
    case ErrorCode::NotFound:
        return {404, "ORDER_NOT_EXIST", "no such order"};
    case ErrorCode::Conflict:
        return {409, "OUT_TRADE_NO_USED", "the number is in use with other parameters"};
    case ErrorCode::OrderPaid:
        return {409, "ORDER_PAID", "the order is paid"};
    case ErrorCode::OrderClosed:
        return {409, "ORDER_CLOSED", "the order is closed"};
    case ErrorCode::AttemptOpen:
        return {409, "ATTEMPT_OPEN", "another attempt of this sale could still be paid"};
    case ErrorCode::NotPaid:
        return {409, "ORDER_NOT_PAID", "the order is not paid"};
    case ErrorCode::RefundTooMuch:
        return {409, "REFUND_TOO_MUCH", "the refunds would exceed the payment"};
    case ErrorCode::RefundTooMany:
        return {409, "REFUND_TOO_MANY", "an order has at most 50 refunds"};
    case ErrorCode::RefundTooLate:
        return {409, "REFUND_TOO_LATE", "the payment is more than a year old"};
    case ErrorCode::CaseDecided:
        return {409, "CASE_DECIDED", "somebody has decided already"};
    case ErrorCode::CaseNotOurs:
        return {409, "CASE_NOT_OURS", "another merchant's payment cannot be refunded here"};
    case ErrorCode::Unverified:
        return {401, "SIGN_ERROR", "the signature does not hold"};
    case ErrorCode::Unknown:
        return {504, "RESULT_UNKNOWN", "WeChat Pay has not answered; ask again"};
    case ErrorCode::RateLimited:
        return {429, "FREQUENCY_LIMITED", "too often; ask again later"};
    case ErrorCode::ProviderRefused:
        return {502, "PROVIDER_REFUSED", nullptr};
    case ErrorCode::ProviderUnavailable:
        return {503, "SERVICE_UNAVAILABLE", "WeChat Pay cannot be reached"};
    case ErrorCode::Busy:
        return {503, "BUSY", "too much at once; ask again later"};
    case ErrorCode::StoreFailure:
    case ErrorCode::Configuration:
    case ErrorCode::AddressInUse:
    case ErrorCode::Internal:
        break;
    }
    return {500, "SYSTEM_ERROR", "the server could not do it; nothing was changed"};
}

} // namespace

HttpReply Replies::error(const Error &error)
{
    const Shape shape = shapeOf(error.code);
    return refusal(shape.status, shape.code, shape.message ? QString::fromLatin1(shape.message) : error.message);
}

HttpReply Replies::refusal(int status, const char *code, const QString &message)
{
    return HttpReply::json(status, {{"code", QLatin1String(code)}, {"message", message}});
}

HttpReply Replies::order(int status, const Order &order)
{
    return HttpReply::json(status, Json::fromOrder(order));
}

HttpReply Replies::wholeOrder(int status, const Order &order)
{
    return HttpReply::json(status, Json::fromWholeOrder(order));
}
