// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/RefundCalls.h"

#include "server/domain/Json.h"
#include "server/http/HttpMessage.h"
#include "server/simulator/BodyReader.h"
#include "server/simulator/Books.h"
#include "server/simulator/Faults.h"
#include "server/simulator/RefundEndings.h"
#include "server/simulator/SimulatorKeys.h"

#include <QJsonArray>

namespace {

GatewayReply noSuchThing(const QString &message)
{
    return GatewayReply::refusal(404, QStringLiteral("RESOURCE_NOT_EXISTS"), message, InternalNumber::noSuchOrder);
}

GatewayReply invalid(const QString &message)
{
    return GatewayReply::refusal(400, QStringLiteral("INVALID_REQUEST"), message, InternalNumber::badParameter);
}

/// What is paid from where must come to the refund (reference 4.1).
bool addsUp(const QJsonObject &amount)
{
    const QJsonValue from = amount["from"];
    qint64 sum = 0;
    for (const auto &part : from.toArray())
        sum += part.toObject()["amount"].toInteger();
    return from.toArray().isEmpty() || sum == amount["refund"].toInteger();
}

} // namespace

GatewayReply RefundCalls::refund(const HttpRequest &request)
{
    QJsonObject body;
    if (const auto fault = BodyReader::fault(request, refundRules(), body))
        return *fault;
    if (!body.contains(QLatin1String("transaction_id")) && !body.contains(QLatin1String("out_trade_no")))
        return BodyReader::refusalFor({QStringLiteral("/transaction_id"), {}, QStringLiteral("it or out_trade_no")});
    const QJsonObject amount = body["amount"].toObject();
    if (!addsUp(amount))
        return BodyReader::refusalFor({QStringLiteral("/amount/from"), {}, QStringLiteral("must add up to refund")});
    const auto *order = orderOf(body);
    if (!order)
        return noSuchThing(QStringLiteral("订单不存在"));
    const auto total = Json::toMoney(amount["total"]);
    const auto part = Json::toMoney(amount["refund"]);
    if (!total || !part)
        return BodyReader::refusalFor({QStringLiteral("/amount"), {}, QStringLiteral("the value is too large")});
    const bool known = m_books.refunds().find(body["out_refund_no"].toString()) != nullptr;
    const auto placed = m_books.refunds().place({.outRefundNo = body["out_refund_no"].toString(),
                                                 .reason = body["reason"].toString(),
                                                 .notifyUrl = body["notify_url"].toString(),
                                                 .fundsAccount = body["funds_account"].toString(),
                                                 .total = *total,
                                                 .amount = *part,
                                                 .fingerprint = BodyReader::fingerprintOf(body)},
                                                *order, known ? RefundBook::Course() : courseOf(*order));
    if (!placed)
        return refusalFor(placed.error());
    if (!known)
        m_endings.expect(*placed);
    return replyFor(*placed);
}

const BookOrder *RefundCalls::orderOf(const QJsonObject &body) const
{
    const QJsonValue id = body["transaction_id"];
    const QJsonValue number = body["out_trade_no"];
    const auto *order = id.isString() ? m_books.findByTransactionId(id.toString()) : m_books.find(number.toString());
    const bool matches = order && (!number.isString() || order->outTradeNo == number.toString());
    return matches && order->mchid == m_keys.mchid() ? order : nullptr;
}

RefundBook::Course RefundCalls::courseOf(const BookOrder &order)
{
    const FaultPlan &plan = m_faults.plan();
    const BadDay day = m_faults.dayOf(order.total);
    return {.outcome = day == BadDay::RefundAbnormal ? RefundStatus::Abnormal : plan.refundOutcome,
            .afterMs = day == BadDay::RefundSlow ? qint64(Faults::slowRefund.count()) : plan.refundAfterMs,
            .notEnough = m_faults.happens(plan.refundNotEnough) || day == BadDay::RefundNotEnough};
}

GatewayReply RefundCalls::query(const HttpRequest &request) const
{
    const QString number = request.captures.value(0);
    if (!OutRefundNo::parse(number))
        return GatewayReply::badField(QStringLiteral("out_refund_no"), number,
                                      QStringLiteral("1 to 64 of: digits, letters, _ - | * @"), QStringLiteral("url"));
    const auto *refund = m_books.refunds().find(number);
    return refund ? replyFor(*refund) : noSuchThing(QStringLiteral("退款单不存在"));
}

GatewayReply RefundCalls::redirect(const HttpRequest &request)
{
    QJsonObject body;
    if (const auto fault = BodyReader::fault(request, abnormalRefundRules(), body))
        return *fault;
    const bool toPayer = body["type"].toString() == QLatin1String("USER_BANK_CARD");
    const bool hasCard = !body["bank_account"].toString().isEmpty() && !body["real_name"].toString().isEmpty();
    if (toPayer && !hasCard && m_switches.abnormalNeedsBankData)
        return BodyReader::refusalFor({QStringLiteral("/bank_account"), {}, QStringLiteral("the field is required")});
    const auto *known = m_books.refunds().findById(request.captures.value(0));
    if (!known || known->outRefundNo != body["out_refund_no"].toString())
        return noSuchThing(QStringLiteral("退款单不存在"));
    const bool before = known->redirected;
    const auto redirected = m_books.refunds().redirect(known->refundId, m_faults.plan().refundAfterMs);
    if (!redirected)
        return redirected.error().code == ErrorCode::Conflict ? invalid(QStringLiteral("退款单状态不是异常"))
                                                              : refusalFor(redirected.error());
    if (!before)
        m_endings.expect(*redirected);
    return replyFor(*redirected);
}

GatewayReply RefundCalls::replyFor(const BookRefund &refund) const
{
    return GatewayReply::ok(refund.reply(m_books.refunds().statusOf(refund), m_switches.refundPromotionType));
}

GatewayReply RefundCalls::refusalFor(const Error &error) const
{
    switch (error.code) {
    case ErrorCode::Conflict:
        return GatewayReply::refusal(m_switches.reusedRefundStatus, m_switches.reusedRefundCode,
                                     QStringLiteral("请求重入时，参数与首次请求时不一致"),
                                     InternalNumber::otherParameters);
    case ErrorCode::NotPaid:
        return invalid(QStringLiteral("订单未支付"));
    case ErrorCode::InvalidInput:
        return invalid(QStringLiteral("订单金额与实际不一致"));
    case ErrorCode::RefundTooMuch:
        return invalid(QStringLiteral("退款金额大于可退金额"));
    case ErrorCode::RefundTooMany:
        return invalid(QStringLiteral("退款次数超过限制"));
    case ErrorCode::RefundTooLate:
        return invalid(QStringLiteral("订单已经超过退款期限"));
    case ErrorCode::RateLimited:
        return GatewayReply::refusal(429, m_switches.tooFastCode, QStringLiteral("同一订单退款过于频繁"),
                                     InternalNumber::tooFrequent);
    case ErrorCode::ProviderRefused:
        return GatewayReply::refusal(403, QStringLiteral("NOT_ENOUGH"), QStringLiteral("基本账户余额不足"),
                                     InternalNumber::trouble);
    default:
        return GatewayReply::refusal(500, QStringLiteral("SYSTEM_ERROR"), QStringLiteral("系统错误"),
                                     InternalNumber::trouble);
    }
}
