// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/HttpMessage.h"

#include <QJsonDocument>

HttpReply HttpReply::json(int status, const QJsonObject &object)
{
    return text(status, "application/json; charset=utf-8", QJsonDocument(object).toJson(QJsonDocument::Compact));
}

HttpReply HttpReply::text(int status, const QByteArray &contentType, const QByteArray &body)
{
    return {status, {{"Content-Type", contentType}}, body};
}
