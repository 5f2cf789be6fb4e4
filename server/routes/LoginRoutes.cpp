// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/LoginRoutes.h"

#include "server/domain/Json.h"
#include "server/domain/PersonJson.h"
#include "server/login/PinSignIn.h"
#include "server/routes/Operators.h"
#include "server/routes/Replies.h"
#include "server/routes/TerminalCall.h"

namespace {

QJsonObject fromSession(const OpenSession &session)
{
    return {{"person", Json::fromPerson(session.person)}, {"expires_at", Json::fromTime(session.expiresAt)}};
}

/// Whole seconds, rounded up, so that who waits as long as told is not told again.
qint64 secondsOf(std::chrono::milliseconds span)
{
    return std::chrono::ceil<std::chrono::seconds>(span).count();
}

HttpReply blocked(const PinAnswer &answer)
{
    const qint64 seconds = secondsOf(answer.blockedFor);
    auto reply = HttpReply::json(429, {{"code", "PIN_BLOCKED"},
                                       {"message", "too many wrong ones; wait, or ask an owner for a new PIN"},
                                       {"retry_after_s", seconds}});
    reply.headers.set("Retry-After", QByteArray::number(seconds));
    return reply;
}

HttpReply pinReply(const Result<PinAnswer> &answer)
{
    if (!answer && answer.error().code == ErrorCode::NotFound)
        return Replies::refusal(404, "PERSON_NOT_EXIST", QStringLiteral("no such person"));
    if (!answer)
        return Replies::error(answer.error());
    if (answer->signedIn) {
        auto json = fromSession(answer->signedIn->session);
        json["session_token"] = QString::fromLatin1(answer->signedIn->token);
        return HttpReply::json(200, json);
    }
    if (!answer->tried)
        return blocked(*answer);
    QJsonObject json{{"code", "PIN_WRONG"}, {"message", "that is not the PIN"}, {"tries_left", answer->triesLeft}};
    if (answer->blockedFor.count() > 0)
        json["retry_after_s"] = secondsOf(answer->blockedFor);
    return HttpReply::json(401, json);
}

HttpReply noSession(const Error &error)
{
    return error.code == ErrorCode::NotFound ? Operators::sessionInvalid() : Replies::error(error);
}

} // namespace

void LoginRoutes::addTo(HttpListener &http) const
{
    http.route("POST", "/api/v1/login/pin",
               TerminalCall::guardedJson(
                   guard, {"person", "pin"}, [&pins = pins](const HttpRequest &, const QJsonObject &body) {
                       return pins.signIn(body["person"].toString(), body["pin"].toString()).then(&pins, &pinReply);
                   }));
    http.route("GET", "/api/v1/login/session",
               TerminalCall::guarded(guard, [&sessions = sessions](const HttpRequest &request) {
                   return sessions.find(request.headers.value("X-Operator-Session"))
                       .then(&sessions, [](const Result<OpenSession> &session) {
                           return session ? HttpReply::json(200, fromSession(*session)) : noSession(session.error());
                       });
               }));
    http.route("POST", "/api/v1/login/sign-out",
               TerminalCall::guarded(guard, [&sessions = sessions](const HttpRequest &request) {
                   return sessions.end(request.headers.value("X-Operator-Session"))
                       .then(&sessions, [](const Result<void> &ended) {
                           return ended ? HttpReply{204, {}, {}} : noSession(ended.error());
                       });
               }));
}
