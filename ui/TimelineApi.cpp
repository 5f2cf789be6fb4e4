// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/TimelineApi.h"

#include "server/domain/Json.h"

#include <QCoreApplication>
#include <QJsonArray>

using Answer = ServerHttp::Answer;

namespace {

QString timelinePath(const OutTradeNo &number)
{
    return QStringLiteral("/api/v1/orders/%1/timeline").arg(ServerHttp::encoded(number.text()));
}

QJsonObject jsonOf(const OrderMark &mark)
{
    QJsonObject json = mark.detail.toJson();
    json["at"] = Json::fromTime(mark.at);
    json["what"] = mark.what;
    return json;
}

} // namespace

TimelineApi::TimelineApi(const ServerPlace &server, const QByteArray &terminalToken, QObject *parent)
    : TimelineDesk(parent), m_http(server, terminalToken)
{
}

QFuture<Result<void>> TimelineApi::send(const OutTradeNo &number, const QList<OrderMark> &marks)
{
    QJsonArray listed;
    for (const OrderMark &mark : marks)
        listed.append(jsonOf(mark));
    return m_http.send({.method = "POST", .path = timelinePath(number), .body = {{"marks", listed}}})
        .then(qApp, [](const Result<Answer> &answer) -> Result<void> {
            if (!answer)
                return answer.error();
            return answer->status == 204 ? Result<void>() : Result<void>(answer->error());
        });
}

QFuture<Result<QJsonObject>> TimelineApi::timeline(const OutTradeNo &number)
{
    return m_http.send({.method = "GET", .path = timelinePath(number)})
        .then(qApp, [](const Result<Answer> &answer) -> Result<QJsonObject> {
            if (!answer)
                return answer.error();
            const QJsonObject json = answer->json();
            if (answer->status != 200 || !json["marks"].isArray())
                return answer->error();
            return json;
        });
}
