// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/OrdersApi.h"

#include "server/domain/Json.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QPointer>

using Answer = ServerHttp::Answer;

OrdersApi::OrdersApi(const ServerPlace &server, const QByteArray &terminalToken, QObject *parent)
    : QObject(parent), m_http(server, terminalToken)
{
    connect(&m_http, &ServerHttp::sessionRefused, this, &OrdersApi::sessionRefused);
}

// The context of each .then is the application: Qt 6.4 asserts that it lives when the answer comes, and we may not.

QFuture<Result<Order>> OrdersApi::place(const NewSale &sale)
{
    QJsonObject body = sale.terms.toJson();
    body["out_trade_no"] = sale.number.text();
    body["sale"] = sale.sale;
    body["amount"] = sale.amount.fen();
    body["description"] = sale.description;
    return send("POST", QStringLiteral("/api/v1/orders"), {}, body).then(qApp, &OrdersApi::orderOf);
}

QFuture<Result<Order>> OrdersApi::order(const OutTradeNo &number)
{
    return send("GET", pathOf(number)).then(qApp, &OrdersApi::orderOf);
}

QFuture<Result<Order>> OrdersApi::query(const OutTradeNo &number)
{
    return send("POST", pathOf(number, QStringLiteral("/query"))).then(qApp, &OrdersApi::orderOf);
}

QFuture<Result<Order>> OrdersApi::close(const OutTradeNo &number)
{
    auto closed = send("POST", pathOf(number, QStringLiteral("/close")));
    return closed
        .then(qApp,
              [api = QPointer(this), number](const Result<Answer> &answer) {
                  const auto order = orderOf(answer);
                  const bool wasHeard =
                      answer && (answer->status == 200 || answer->status == 202 || answer->status == 409);
                  if (order || !wasHeard || !api)
                      return ready(Result<Order>(order));
                  return api->order(number); // the answer says how it went but did not bring the order along
              })
        .unwrap();
}

QFuture<Result<void>> OrdersApi::mockPay(const OutTradeNo &number)
{
    const QUrlQuery query{{QStringLiteral("outTradeNo"), ServerHttp::encoded(number.text())}};
    return send("GET", QStringLiteral("/index/notice"), query)
        .then(qApp, [](const Result<Answer> &answer) -> Result<void> {
            if (!answer)
                return answer.error();
            if (answer->status != 200)
                return answer->error();
            return {};
        });
}

QFuture<Result<int>> OrdersApi::openCases()
{
    const QUrlQuery query{{QStringLiteral("state"), QStringLiteral("open")}};
    return send("GET", QStringLiteral("/api/v1/cases"), query)
        .then(qApp, [](const Result<Answer> &answer) -> Result<int> {
            if (!answer)
                return answer.error();
            const QJsonObject json = answer->json();
            if (answer->status != 200 || !json["cases"].isArray())
                return answer->error();
            return int(json["cases"].toArray().size());
        });
}

QString OrdersApi::pathOf(const OutTradeNo &number, const QString &action)
{
    return QStringLiteral("/api/v1/orders/") + ServerHttp::encoded(number.text()) + action;
}

QFuture<Result<Answer>> OrdersApi::send(const QByteArray &method, const QString &path, const QUrlQuery &query,
                                        const QJsonObject &body)
{
    return m_http.send({.method = method, .path = path, .query = query, .body = body, .session = m_session});
}

Result<Order> OrdersApi::orderOf(const Result<Answer> &answer)
{
    if (!answer)
        return answer.error();
    const QJsonObject body = answer->json();
    const Error error = answer->error();
    const bool ok = answer->status == 200 || answer->status == 201 || answer->status == 202;
    if (ok || error.code == ErrorCode::OrderPaid) {
        auto order = Json::toOrder(body.contains(QLatin1String("order")) ? body["order"].toObject() : body);
        if (order)
            return order;
        if (ok) // it was done, and we cannot read how: that is not a failure
            return Error{ErrorCode::Unknown, QStringLiteral("UNREADABLE")};
    }
    return error;
}
