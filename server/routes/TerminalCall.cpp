// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/TerminalCall.h"

#include "server/domain/Json.h"
#include "server/routes/Replies.h"
#include "server/routes/RequestGuard.h"

#include <algorithm>

namespace {

bool isPrintable(const QString &text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) {
        return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format
               || c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph;
    });
}

Result<QJsonObject> bodyOf(const HttpRequest &request, const QStringList &known)
{
    auto body = Json::parseObject(request.body);
    if (!body)
        return body;
    const auto members = body->keys();
    const bool allKnown =
        std::all_of(members.begin(), members.end(), [&known](const QString &name) { return known.contains(name); });
    if (!allKnown)
        return Error{ErrorCode::InvalidInput,
                     QStringLiteral("unknown member; known are %1").arg(known.join(QLatin1String(", ")))};
    return body;
}

} // namespace

HttpListener::Handler TerminalCall::guarded(const RequestGuard &guard, HttpListener::Handler handler)
{
    return [&guard, handler = std::move(handler)](const HttpRequest &request) {
        if (!guard.isTerminal(request))
            return ready(Replies::error({ErrorCode::Unauthorized, {}}));
        return handler(request);
    };
}

HttpListener::Handler TerminalCall::json(const QStringList &known, JsonHandler handler)
{
    return [known, handler = std::move(handler)](const HttpRequest &request) {
        if (!hasJsonBody(request))
            return ready(notJson());
        const auto body = bodyOf(request, known);
        return body ? handler(request, *body) : ready(Replies::error(body.error()));
    };
}

HttpListener::Handler TerminalCall::guardedJson(const RequestGuard &guard, const QStringList &known,
                                                JsonHandler handler)
{
    return guarded(guard, json(known, std::move(handler)));
}

bool TerminalCall::hasJsonBody(const HttpRequest &request)
{
    return request.headers.value("Content-Type").toLower().split(';').first().trimmed() == "application/json";
}

HttpReply TerminalCall::notJson()
{
    return Replies::refusal(415, "UNSUPPORTED_MEDIA_TYPE", QStringLiteral("the body must be application/json"));
}

Result<QString> TerminalCall::textOf(const QJsonObject &body, const QString &member, int maxLength)
{
    const auto value = body[member];
    const auto text = value.toString().trimmed();
    if (!(value.isUndefined() || value.isString()) || text.size() > maxLength || !isPrintable(text))
        return Error{ErrorCode::InvalidInput,
                     QStringLiteral("%1 must be at most %2 plain characters").arg(member).arg(maxLength)};
    return text;
}
