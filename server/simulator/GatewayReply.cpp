// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/GatewayReply.h"

#include <QJsonDocument>

GatewayReply GatewayReply::ok(const QJsonObject &object)
{
    return {.status = 200, .body = QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

GatewayReply GatewayReply::refusal(int status, const QString &code, const QString &message, qint64 internalNumber,
                                   const QJsonObject &detail)
{
    QJsonObject error{{"code", code}, {"message", message}};
    if (!detail.isEmpty())
        error["detail"] = detail;
    return {.status = status,
            .body = QJsonDocument(error).toJson(QJsonDocument::Compact),
            .internalNumber = internalNumber};
}

GatewayReply GatewayReply::badField(const QString &field, const QString &value, const QString &issue,
                                    const QString &location)
{
    constexpr qsizetype longestEcho = 64;
    return refusal(400, QStringLiteral("PARAM_ERROR"), QStringLiteral("参数错误：%1").arg(issue),
                   InternalNumber::badParameter,
                   {{"field", field}, {"value", value.left(longestEcho)}, {"issue", issue}, {"location", location}});
}
