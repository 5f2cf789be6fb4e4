// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/OrderRoutes.h"

#include "server/checkout/Checkout.h"
#include "server/checkout/FlightRecorder.h"
#include "server/domain/Json.h"
#include "server/http/HttpListener.h"
#include "server/push/WatchTokens.h"
#include "server/routes/NewOrderReader.h"
#include "server/routes/Operators.h"
#include "server/routes/Replies.h"
#include "server/routes/RequestGuard.h"
#include "server/routes/TerminalCall.h"

#include <QJsonArray>

namespace {

HttpReply placed(const Result<Checkout::Placed> &placed, const WatchTokens &tokens)
{
    if (!placed)
        return Replies::error(placed.error());
    const Order &order = placed->order;
    QJsonObject json = Json::fromWholeOrder(order);
    json["watch_token"] = tokens.tokenFor(order.outTradeNo);
    const bool codePending = order.codeUrl.isEmpty() && !order.isFinal();
    return HttpReply::json(codePending ? 202 : placed->isNew ? 201 : 200, json);
}

HttpReply closed(const Result<Order> &order)
{
    if (!order)
        return Replies::error(order.error());
    if (order->isPaid()) {
        QJsonObject json = Json::parseObject(Replies::error({ErrorCode::OrderPaid, {}}).body).value();
        json["order"] = Json::fromOrder(*order);
        return HttpReply::json(409, json);
    }
    return Replies::order(order->isFinal() ? 200 : 202, *order);
}

HttpReply page(const Result<OrderPage> &page)
{
    if (!page)
        return Replies::error(page.error());
    QJsonArray orders;
    for (const auto &order : page->orders)
        orders.append(Json::fromOrder(order));
    return HttpReply::json(200, {{"orders", orders},
                                 {"next_cursor", page->nextCursor.isEmpty() ? QJsonValue(QJsonValue::Null)
                                                                            : QJsonValue(page->nextCursor)}});
}

HttpReply events(const Result<OrderHistory> &history)
{
    if (!history)
        return Replies::error(history.error());
    QJsonArray events;
    for (const auto &event : history->events)
        events.append(Json::fromEvent(event));
    return HttpReply::json(200, {{"events", events}});
}

HttpReply orderReply(const Result<Order> &order)
{
    return order ? Replies::wholeOrder(200, *order) : Replies::error(order.error());
}

HttpReply queried(const Result<Order> &order)
{
    return order ? Replies::order(200, *order) : Replies::error(order.error());
}

/// Whoever stands at the till may end what they began, or what nobody in person did. What is past its deadline no
/// person ends: a locked till must be able to clear it up.
bool mayClose(const Operator &who, const Order &order, const QDateTime &now)
{
    return who.role >= Role::Supervisor || order.operatorId == who.id || order.operatorId == Operators::terminal()
           || now >= order.expiresAt;
}

QFuture<HttpReply> closeBy(const Operator &who, const OutTradeNo &number, Checkout &desk, const Clock &clock)
{
    return desk.order(number)
        .then(&desk,
              [&desk, &clock, who, number](const Result<Order> &order) {
                  if (!order)
                      return ready(Replies::error(order.error()));
                  if (!mayClose(who, *order, clock.now()))
                      return ready(Operators::refusal(who));
                  return desk.close(number, who.id).then(&desk, &closed);
              })
        .unwrap();
}

/// When a till's call came in, and for which order.
void markCall(FlightRecorder *recorder, const OutTradeNo &number, const QString &what)
{
    if (recorder)
        recorder->mark(number, QStringLiteral("server"), what);
}

} // namespace

void OrderRoutes::addTo(HttpListener &http) const
{
    using Handler = HttpListener::Handler;
    const auto guarded = [&guard = guard](Handler handler) -> Handler {
        return TerminalCall::guarded(guard, std::move(handler));
    };
    const auto forOrder = [&guarded](auto ask) -> Handler {
        return guarded([ask](const HttpRequest &request) {
            const auto number = OutTradeNo::parse(request.captures.first());
            return number ? ask(*number, request) : ready(Replies::error(number.error()));
        });
    };
    auto &desk = checkout;
    auto &who = operators;

    http.route(
        "POST", "/api/v1/orders",
        guarded([&guard = guard, &who, &desk, &tokens = tokens, &clock = clock, &random = random,
                 recorder = recorder](const HttpRequest &request) {
            if (!TerminalCall::hasJsonBody(request))
                return ready(TerminalCall::notJson());
            return who.whoever(request, [&, request, till = guard.terminalName(request)](const Operator &cashier) {
                const auto wanted = readNewOrder(request, {till, cashier.id}, clock, random);
                if (!wanted)
                    return ready(Replies::error(wanted.error()));
                markCall(recorder, wanted->number, QStringLiteral("order_call"));
                return desk.place(*wanted).then(
                    &desk, [&tokens](const Result<Checkout::Placed> &result) { return placed(result, tokens); });
            });
        }));
    http.route("GET", "/api/v1/orders", guarded([&desk](const HttpRequest &request) {
                   const auto filter = readOrderFilter(request.query);
                   if (!filter)
                       return ready(Replies::error(filter.error()));
                   return desk.orders(*filter).then(&desk, &page);
               }));
    http.route("GET", "/api/v1/orders/<arg>", forOrder([&desk](const OutTradeNo &number, const HttpRequest &) {
                   return desk.order(number).then(&desk, &orderReply);
               }));
    http.route("POST", "/api/v1/orders/<arg>/query", forOrder([&desk](const OutTradeNo &number, const HttpRequest &) {
                   return desk.query(number).then(&desk, &queried);
               }));
    http.route("POST", "/api/v1/orders/<arg>/close",
               forOrder([&who, &desk, &clock = clock, recorder = recorder](const OutTradeNo &number,
                                                                           const HttpRequest &request) {
                   markCall(recorder, number, QStringLiteral("close_call"));
                   return who.whoever(request, [&desk, &clock, number](const Operator &cashier) {
                       return closeBy(cashier, number, desk, clock);
                   });
               }));
    http.route("GET", "/api/v1/orders/<arg>/events",
               forOrder([&desk](const OutTradeNo &number, const HttpRequest &request) {
                   const qint64 after = qMax(qint64(0), request.query.queryItemValue("after").toLongLong());
                   return desk.history(number, after).then(&desk, &events);
               }));
}
