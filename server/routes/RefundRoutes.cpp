// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/RefundRoutes.h"

#include "server/checkout/Refunds.h"
#include "server/domain/RefundJson.h"
#include "server/routes/Operators.h"
#include "server/routes/RefundReader.h"
#include "server/routes/Replies.h"
#include "server/routes/TerminalCall.h"

#include <QJsonArray>

namespace {

/// The message is WeChat's own code.
HttpReply refusedByWeChat(const Error &error)
{
    return Replies::refusal(502, error.message.toLatin1().constData(),
                            QStringLiteral("WeChat Pay refused the refund; nothing was moved"));
}

HttpReply requested(const Result<RefundStore::Requested> &asked, const Operator &who)
{
    if (asked)
        return HttpReply::json(asked->isNew ? 201 : 200, Json::fromRefund(asked->refund));
    switch (asked.error().code) {
    case ErrorCode::Conflict:
        return Replies::refusal(409, "OUT_REFUND_NO_USED",
                                QStringLiteral("the number is in use with other parameters"));
    case ErrorCode::Forbidden:
        return Operators::refusal(who);
    case ErrorCode::ProviderRefused:
        return refusedByWeChat(asked.error());
    default:
        return Replies::error(asked.error());
    }
}

HttpReply refundReply(const Result<Refund> &refund)
{
    if (!refund && refund.error().code == ErrorCode::NotFound)
        return Replies::refusal(404, "REFUND_NOT_EXIST", QStringLiteral("no such refund"));
    return refund ? HttpReply::json(200, Json::fromRefund(*refund)) : Replies::error(refund.error());
}

HttpReply refundsReply(const Result<QList<Refund>> &found)
{
    if (!found)
        return Replies::error(found.error());
    QJsonArray refunds;
    for (const auto &refund : *found)
        refunds.append(Json::fromRefund(refund));
    return HttpReply::json(200, {{"refunds", refunds}});
}

} // namespace

void RefundRoutes::addTo(HttpListener &http) const
{
    auto &who = operators;
    auto &desk = refunds;
    const auto ask = [&desk, limit = cashiersLimit, &clock = clock,
                      &random = random](const QString &order, const QJsonObject &body, const Operator &asking) {
        const auto number = OutTradeNo::parse(order);
        if (!number)
            return ready(Replies::error(number.error()));
        auto wanted = readNewRefund(body, *number, asking, clock, random);
        if (!wanted)
            return ready(Replies::error(wanted.error()));
        NewRefund refund = *std::move(wanted);
        if (asking.role < Role::Supervisor)
            refund.limit = limit;
        return desk.request(refund).then(
            &desk, [asking](const Result<RefundStore::Requested> &asked) { return requested(asked, asking); });
    };
    http.route("POST", "/api/v1/orders/<arg>/refunds",
               TerminalCall::guardedJson(guard, {"amount", "reason", "out_refund_no"},
                                         [&who, ask](const HttpRequest &request, const QJsonObject &body) {
                                             const auto order = request.captures.first();
                                             return who.atLeast(Role::Cashier, request,
                                                                [ask, order, body](const Operator &asking) {
                                                                    return ask(order, body, asking);
                                                                });
                                         }));
    http.route("GET", "/api/v1/orders/<arg>/refunds", TerminalCall::guarded(guard, [&desk](const HttpRequest &request) {
                   const auto number = OutTradeNo::parse(request.captures.first());
                   return number ? desk.ofOrder(*number).then(&desk, &refundsReply)
                                 : ready(Replies::error(number.error()));
               }));
    http.route("GET", "/api/v1/refunds/<arg>", TerminalCall::guarded(guard, [&desk](const HttpRequest &request) {
                   const auto number = OutRefundNo::parse(request.captures.first());
                   return number ? desk.refund(*number).then(&desk, &refundReply)
                                 : ready(Replies::error(number.error()));
               }));
}
