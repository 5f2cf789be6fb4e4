// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/login/OfficialAccountReply.h"

#include <QJsonDocument>

namespace {

Error saying(ErrorCode code, const QString &what)
{
    return {code, QStringLiteral("WeChat's Official Account interface: %1").arg(what)};
}

ErrorCode codeFor(qint64 errcode)
{
    switch (errcode) {
    case 40001:
    case 40014:
    case 42001:
        return ErrorCode::Unauthorized;
    case 45009:
    case 45011:
        return ErrorCode::RateLimited;
    case -1:
        return ErrorCode::ProviderUnavailable;
    default:
        return ErrorCode::ProviderRefused;
    }
}

} // namespace

Result<QJsonObject> OfficialAccountReply::read(const Result<HttpAnswer> &answer)
{
    if (!answer) {
        const bool notSent = answer.error().code == ErrorCode::ProviderUnavailable;
        return saying(notSent ? ErrorCode::ProviderUnavailable : ErrorCode::Unknown,
                      notSent ? QStringLiteral("cannot be reached") : QStringLiteral("no answer"));
    }
    if (answer->status != 200)
        return saying(answer->status >= 500 ? ErrorCode::ProviderUnavailable : ErrorCode::ProviderRefused,
                      QStringLiteral("status %1").arg(answer->status));
    const auto json = answer->body.size() > maxBytes ? QJsonDocument() : QJsonDocument::fromJson(answer->body, nullptr);
    if (!json.isObject())
        return saying(ErrorCode::Unknown, QStringLiteral("an answer that cannot be read"));
    const qint64 errcode = json.object().value(QLatin1String("errcode")).toInteger(0);
    if (errcode != 0)
        return saying(codeFor(errcode), QStringLiteral("errcode %1").arg(errcode));
    return json.object();
}
