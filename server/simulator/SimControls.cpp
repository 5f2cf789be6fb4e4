// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/SimControls.h"

#include "server/domain/Json.h"
#include "server/simulator/Books.h"
#include "server/simulator/ControlGuard.h"
#include "server/simulator/Faults.h"
#include "server/simulator/NotifySender.h"
#include "server/simulator/OrderCalls.h"
#include "server/simulator/SimulatorClock.h"

#include <QJsonArray>

namespace {

using ControlGuard::outsider;
using ControlGuard::refused;

HttpReply refused(const Error &error)
{
    switch (error.code) {
    case ErrorCode::InvalidInput:
        return refused(400, "PARAM_ERROR", error.message);
    case ErrorCode::NotFound:
        return refused(404, "ORDER_NOT_EXIST", error.message);
    case ErrorCode::OrderPaid:
        return refused(409, "ORDER_PAID", error.message);
    case ErrorCode::OrderClosed:
        return refused(409, "ORDER_CLOSED", error.message);
    case ErrorCode::Forbidden:
        return refused(409, "OTHER_PAYER", error.message);
    default:
        return refused(500, "SYSTEM_ERROR", error.message);
    }
}

} // namespace

HttpReply SimControls::pay(const HttpRequest &request)
{
    if (const auto refusal = outsider(request))
        return *refusal;
    const auto body = Json::parseObject(request.body);
    if (!body)
        return refused(body.error());
    QString number = (*body)["out_trade_no"].toString();
    if (body->contains(QLatin1String("code_url"))) {
        const auto *order = m_books.findByCode(CodeUrlForm::codeIn((*body)["code_url"].toString()));
        if (!order)
            return refused(409, "CODE_DEAD", QStringLiteral("no order has this code, or it was renewed"));
        number = order->outTradeNo;
    }
    Books::Payment payment{.openid = (*body)["openid"].toString(), .payerTotal = {}};
    if (body->contains(QLatin1String("payer_total"))) {
        const auto total = Json::toMoney((*body)["payer_total"]);
        if (!total)
            return refused(total.error());
        payment.payerTotal = *total;
    }
    if (payment.openid.size() > 128)
        return refused(400, "PARAM_ERROR", QStringLiteral("openid is longer than 128"));
    const bool known = m_books.find(number) != nullptr;
    const auto paid = m_books.pay(number, payment);
    if (!paid && paid.error().code == ErrorCode::NotFound && known)
        return refused(409, "CODE_DEAD", paid.error().message);
    if (!paid)
        return refused(paid.error());
    m_notifies.announce(*paid);
    return HttpReply::json(200, paid->transaction(paid->state, true));
}

HttpReply SimControls::setFaults(const HttpRequest &request)
{
    if (const auto refusal = outsider(request))
        return *refusal;
    const auto body = Json::parseObject(request.body);
    if (!body)
        return refused(body.error());
    const auto plan = FaultPlan::fromJson(*body);
    if (!plan)
        return refused(plan.error());
    m_faults.set(*plan);
    return HttpReply::json(200, *body);
}

HttpReply SimControls::moveClock(const HttpRequest &request)
{
    if (const auto refusal = outsider(request))
        return *refusal;
    const auto body = Json::parseObject(request.body);
    if (!body)
        return refused(body.error());
    const qint64 advanceS = (*body)["advance_s"].toInteger(-1);
    if (!m_clock.advance(std::chrono::seconds(advanceS)))
        return refused(400, "PARAM_ERROR",
                       QStringLiteral("advance_s: 0 or more, at most %1 in all").arg(SimulatorClock::maxAdvanceS));
    return HttpReply::json(200, {{"offset_s", m_clock.offsetMs() / 1000}, {"now", gatewayTime(m_clock.now())}});
}

HttpReply SimControls::orders(const HttpRequest &request) const
{
    if (const auto refusal = outsider(request))
        return *refusal;
    QJsonArray list;
    for (const auto &order : m_books.all()) {
        const TradeState state = m_books.stateOf(order);
        QJsonObject json{{"out_trade_no", order.outTradeNo},
                         {"trade_state", toText(state)},
                         {"transaction_id", order.transactionId}};
        json["amount"] = order.transaction(state, true)["amount"];
        list.append(json);
    }
    return HttpReply::json(200, {{"orders", list}});
}

HttpReply SimControls::notifies(const HttpRequest &request) const
{
    if (const auto refusal = outsider(request))
        return *refusal;
    QJsonArray list;
    for (const auto &delivery : m_notifies.deliveries())
        list.append(delivery.toJson());
    return HttpReply::json(200, {{"notifies", list}});
}
