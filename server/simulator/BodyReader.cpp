// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/BodyReader.h"

#include "server/domain/Json.h"
#include "server/http/HttpMessage.h"

#include <QCryptographicHash>
#include <QJsonDocument>

GatewayReply BodyReader::refusalFor(const FieldFault &fault)
{
    auto reply = GatewayReply::badField(fault.pointer, fault.value, fault.issue, QStringLiteral("body"));
    if (fault.unknownField)
        reply.internalNumber = InternalNumber::unknownField;
    return reply;
}

std::optional<GatewayReply> BodyReader::fault(const HttpRequest &request, const QList<FieldRule> &rules,
                                              QJsonObject &body)
{
    const auto parsed = Json::parseObject(request.body);
    if (!parsed)
        return GatewayReply::badField(QStringLiteral("/"), {}, QStringLiteral("the body is not a JSON object"),
                                      QStringLiteral("body"));
    body = *parsed;
    const auto first = firstFault(body, rules);
    return first ? std::optional(refusalFor(*first)) : std::nullopt;
}

QByteArray BodyReader::fingerprintOf(const QJsonObject &body)
{
    const QByteArray canonical = QJsonDocument(body).toJson(QJsonDocument::Compact); // members come out sorted
    return QCryptographicHash::hash(canonical, QCryptographicHash::Sha256).toHex();
}
