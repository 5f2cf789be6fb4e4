// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/MoneyApi.h"

#include "server/domain/Json.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace {

using Answer = ServerHttp::Answer;

/// It was done, and we cannot read how: that is not a failure.
/// What a refusal means. 502 is the server's word for "WeChat Pay said no", with WeChat's own code; one without a code
/// is somebody else's on the way.
Error refusalOf(const Answer &answer)
{
    Error error = answer.error();
    if (answer.status == 502)
        error.code = answer.json()["code"].toString().isEmpty() ? ErrorCode::Unknown : ErrorCode::ProviderRefused;
    return error;
}

Result<Refund> refundFrom(const QJsonObject &json)
{
    const auto number = OutRefundNo::parse(json["out_refund_no"].toString());
    const auto amount = Json::toMoney(json["amount"]);
    const auto status = refundStatusFrom(json["status"].toString());
    if (!number || !amount || !status)
        return ServerHttp::unreadable();
    Refund refund{.shopId = {}, .outRefundNo = *number};
    refund.outTradeNo = json["out_trade_no"].toString();
    refund.amount = *amount;
    refund.reason = json["reason"].toString();
    refund.status = *status;
    refund.userReceivedAccount = json["user_received_account"].toString().left(64);
    refund.operatorId = json["operator"].toString();
    refund.createdAt = Json::toTime(json["created_at"]);
    refund.successTime = Json::toTime(json["success_time"]);
    return refund;
}

Result<PaymentCase> caseFrom(const QJsonObject &json)
{
    const auto kind = caseKindFrom(json["kind"].toString());
    const auto amount = Json::toMoney(json["amount"]);
    const qint64 id = json["id"].toInteger();
    if (!kind || !amount || id < 1)
        return ServerHttp::unreadable();
    PaymentCase found{.id = id, .kind = *kind};
    found.outTradeNo = json["out_trade_no"].toString();
    found.transactionId = json["transaction_id"].toString();
    found.amount = *amount;
    if (json["expected"].isDouble()) {
        const auto expected = Json::toMoney(json["expected"]);
        if (!expected)
            return ServerHttp::unreadable();
        found.expected = *expected;
    }
    found.at = Json::toTime(json["at"]);
    found.state = json["state"].toString();
    found.outRefundNo = json["out_refund_no"].toString();
    found.decidedBy = json["operator"].toString();
    found.decidedAt = Json::toTime(json["decided_at"]);
    found.reason = json["reason"].toString().left(80);
    return found;
}

template <class T> Result<T> oneOf(const Result<Answer> &answer, Result<T> (*read)(const QJsonObject &))
{
    if (!answer)
        return answer.error();
    if (answer->status != 200 && answer->status != 201)
        return refusalOf(*answer);
    return read(answer->json());
}

template <class T>
Result<QList<T>> listOf(const Result<Answer> &answer, QLatin1String member, Result<T> (*read)(const QJsonObject &))
{
    if (!answer)
        return answer.error();
    if (answer->status != 200)
        return refusalOf(*answer);
    const QJsonObject json = answer->json();
    const QJsonArray rows = json[member].toArray();
    if (!json[member].isArray() || rows.size() > MoneyApi::mostRows)
        return ServerHttp::unreadable();
    QList<T> list;
    for (const auto &row : rows) {
        const Result<T> each = read(row.toObject());
        if (!each)
            return each.error();
        list.append(*each);
    }
    return list;
}

} // namespace

MoneyApi::MoneyApi(const ServerPlace &server, const QByteArray &terminalToken, QObject *parent)
    : MoneyDesk(parent), m_http(server, terminalToken)
{
    connect(&m_http, &ServerHttp::sessionRefused, this, &MoneyApi::sessionRefused);
}

// The context of each .then is the application: Qt 6.4 asserts that it lives when the answer comes, and we may not.

QFuture<Result<QList<Order>>> MoneyApi::paidOrders(const QString &tail)
{
    QUrlQuery query{{QStringLiteral("limit"), QString::number(searched)}};
    if (!tail.isEmpty())
        query.addQueryItem(QStringLiteral("q"), ServerHttp::encoded(tail));
    return get(QStringLiteral("/api/v1/orders"), query).then(qApp, [](const Result<Answer> &answer) {
        const auto orders = listOf<Order>(answer, QLatin1String("orders"), &Json::toOrder);
        if (!orders)
            return orders;
        QList<Order> paid;
        std::copy_if(orders->begin(), orders->end(), std::back_inserter(paid),
                     [](const Order &order) { return order.isPaid(); });
        return Result<QList<Order>>(paid);
    });
}

QFuture<Result<QList<Refund>>> MoneyApi::refundsOf(const OutTradeNo &order)
{
    return get(QStringLiteral("/api/v1/orders/%1/refunds").arg(ServerHttp::encoded(order.text())))
        .then(qApp, [](const Result<Answer> &answer) {
            return listOf<Refund>(answer, QLatin1String("refunds"), &refundFrom);
        });
}

QFuture<Result<Refund>> MoneyApi::refund(const RefundCall &call, const QByteArray &session)
{
    const QJsonObject body{
        {"out_refund_no", call.number.text()}, {"amount", call.amount.fen()}, {"reason", call.reason}};
    return post(QStringLiteral("/api/v1/orders/%1/refunds").arg(ServerHttp::encoded(call.order.text())), body, session)
        .then(qApp, [](const Result<Answer> &answer) { return oneOf<Refund>(answer, &refundFrom); });
}

QFuture<Result<Refund>> MoneyApi::refund(const OutRefundNo &number)
{
    return get(QStringLiteral("/api/v1/refunds/") + ServerHttp::encoded(number.text()))
        .then(qApp, [](const Result<Answer> &answer) { return oneOf<Refund>(answer, &refundFrom); });
}

QFuture<Result<QList<PaymentCase>>> MoneyApi::cases()
{
    return get(QStringLiteral("/api/v1/cases")).then(qApp, [](const Result<Answer> &answer) {
        return listOf<PaymentCase>(answer, QLatin1String("cases"), &caseFrom);
    });
}

QFuture<Result<PaymentCase>> MoneyApi::decide(qint64 id, Move move, const QString &reason, const QByteArray &session)
{
    const QString action = move == Move::Honour ? QStringLiteral("honour") : QStringLiteral("refund");
    return post(QStringLiteral("/api/v1/cases/%1/%2").arg(id).arg(action), {{"reason", reason}}, session)
        .then(qApp, [](const Result<Answer> &answer) { return oneOf<PaymentCase>(answer, &caseFrom); });
}

QFuture<Result<Answer>> MoneyApi::get(const QString &path, const QUrlQuery &query)
{
    return m_http.send({.method = "GET", .path = path, .query = query, .session = m_session});
}

QFuture<Result<Answer>> MoneyApi::post(const QString &path, const QJsonObject &body, const QByteArray &session)
{
    return m_http.send(
        {.method = "POST", .path = path, .body = body, .session = session.isEmpty() ? m_session : session});
}
