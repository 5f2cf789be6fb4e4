// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/HttpMessage.h"

#include <QJsonDocument>

HttpReply HttpReply::json(int status, const QJsonObject &object)
{
    return json(status, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

HttpReply HttpReply::json(int status, const QByteArray &text)
{
    return HttpReply::text(status, "application/json; charset=utf-8", text);
}

HttpReply HttpReply::text(int status, const QByteArray &contentType, const QByteArray &body)
{
    return {status, {{"Content-Type", contentType}}, body};
}
