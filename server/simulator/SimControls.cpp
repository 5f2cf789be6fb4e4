// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/SimControls.h"

#include "server/domain/Json.h"
#include "server/simulator/Books.h"
#include "server/simulator/ControlGuard.h"
#include "server/simulator/Faults.h"
#include "server/simulator/NotifySender.h"
#include "server/simulator/OrderCalls.h"
#include "server/simulator/Payments.h"
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

struct SimControls::Attempt
{
    QString outTradeNo;
    QString action; ///< pay, scan or fail
    Payments::Customer customer;

    static Result<Attempt> fromJson(const QJsonObject &json);
};

Result<SimControls::Attempt> SimControls::Attempt::fromJson(const QJsonObject &json)
{
    Attempt attempt{.outTradeNo = json["out_trade_no"].toString(),
                    .action = json["action"].toString(QStringLiteral("pay")),
                    .customer = {.openid = json["openid"].toString(), .payerTotal = {}}};
    if (json.contains(QLatin1String("payer_total"))) {
        const auto total = Json::toMoney(json["payer_total"]);
        if (!total)
            return total.error();
        attempt.customer.payerTotal = *total;
    }
    if (attempt.customer.openid.size() > 128)
        return Error{ErrorCode::InvalidInput, QStringLiteral("openid is longer than 128")};
    if (!QStringList({QStringLiteral("pay"), QStringLiteral("scan"), QStringLiteral("fail")}).contains(attempt.action))
        return Error{ErrorCode::InvalidInput, QStringLiteral("action: pay, scan or fail")};
    return attempt;
}

HttpReply SimControls::pay(const HttpRequest &request)
{
    if (const auto refusal = outsider(request))
        return *refusal;
    const auto body = Json::parseObject(request.body);
    if (!body)
        return refused(body.error());
    auto wanted = Attempt::fromJson(*body);
    if (!wanted)
        return refused(wanted.error());
    if (!body->contains(QLatin1String("code_url")))
        return attempt(*wanted);
    const auto *order = m_books.findByCode(CodeUrlForm::codeIn((*body)["code_url"].toString()));
    if (!order)
        return refused(409, "CODE_DEAD", QStringLiteral("no order has this code, or it was renewed"));
    Attempt byCode = *wanted;
    byCode.outTradeNo = order->outTradeNo;
    return attempt(byCode);
}

HttpReply SimControls::attempt(const Attempt &attempt)
{
    const auto *order = m_books.find(attempt.outTradeNo);
    Payments::Customer customer = attempt.customer;
    if (order && customer.openid.isEmpty() && attempt.action != QLatin1String("pay"))
        customer.openid = order->openid.isEmpty() ? m_books.newOpenid() : order->openid;
    // A failed attempt leaves the order payable, and its customer's (reference 2.2).
    const auto done = order && attempt.action != QLatin1String("pay") ? m_payments.scan(order->code, customer.openid)
                                                                      : m_payments.pay(attempt.outTradeNo, customer);
    if (!done && done.error().code == ErrorCode::NotFound && order)
        return refused(409, "CODE_DEAD", done.error().message);
    if (!done)
        return refused(done.error());
    return HttpReply::json(200, done->transaction(done->state, true));
}

HttpReply SimControls::stray(const HttpRequest &request)
{
    if (const auto refusal = outsider(request))
        return *refusal;
    const auto body = Json::parseObject(request.body);
    if (!body)
        return refused(body.error());
    const auto number = OutTradeNo::parse((*body)["out_trade_no"].toString());
    if (!number)
        return refused(number.error());
    const auto total = Json::toMoney((*body)["amount"]);
    if (!total || total->isZero())
        return refused(400, "PARAM_ERROR", QStringLiteral("amount: fen, at least 1"));
    const auto booked = m_payments.payStray(
        {.outTradeNo = number->text(), .notifyUrl = (*body)["notify_url"].toString(), .total = *total});
    if (!booked && booked.error().code == ErrorCode::Conflict)
        return refused(409, "OUT_TRADE_NO_USED", booked.error().message);
    return booked ? HttpReply::json(200, booked->transaction(booked->state, true)) : refused(booked.error());
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

HttpReply SimControls::setSwitches(const HttpRequest &request)
{
    if (const auto refusal = outsider(request))
        return *refusal;
    const auto body = Json::parseObject(request.body);
    if (!body)
        return refused(body.error());
    if (const auto set = m_switches.set(*body); !set)
        return refused(set.error());
    return HttpReply::json(200, m_switches.toJson());
}

HttpReply SimControls::switches(const HttpRequest &request) const
{
    if (const auto refusal = outsider(request))
        return *refusal;
    return HttpReply::json(200, m_switches.toJson());
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
        const QJsonObject whole = order.transaction(state, true);
        for (const char *member : {"amount", "success_time", "mchid"}) {
            if (whole.contains(QLatin1String(member)))
                json[QLatin1String(member)] = whole[QLatin1String(member)];
        }
        list.append(json);
    }
    return HttpReply::json(200, {{"orders", list}});
}

HttpReply SimControls::refunds(const HttpRequest &request) const
{
    if (const auto refusal = outsider(request))
        return *refusal;
    QJsonArray list;
    for (const auto &refund : m_books.refunds().all())
        list.append(refund.reply(m_books.refunds().statusOf(refund), m_switches.refundPromotionType));
    return HttpReply::json(200, {{"refunds", list}});
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
