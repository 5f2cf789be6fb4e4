// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/TerminalRoutes.h"

#include "server/domain/Json.h"
#include "server/login/PairingCodes.h"
#include "server/login/Terminals.h"
#include "server/routes/Operators.h"
#include "server/routes/Replies.h"
#include "server/routes/TerminalCall.h"

#include <QJsonArray>

namespace {

constexpr int maxTypedLength = 40; // with hyphens and blanks

HttpReply terminalRefusal(const Error &error)
{
    if (error.code == ErrorCode::NotFound)
        return Replies::refusal(404, "TERMINAL_NOT_EXIST", QStringLiteral("no such terminal"));
    return Replies::error(error);
}

/// To the minute: enough to see which one is gone.
QJsonValue coarse(const QDateTime &time)
{
    if (!time.isValid())
        return QJsonValue::Null;
    return Json::fromTime(QDateTime(time.date(), QTime(time.time().hour(), time.time().minute()), Qt::UTC));
}

HttpReply listed(const QList<Terminal> &terminals)
{
    QJsonArray array;
    for (const auto &terminal : terminals)
        array.append(QJsonObject{{"id", terminal.id},
                                 {"name", terminal.name},
                                 {"made_at", Json::fromTime(terminal.madeAt)},
                                 {"last_seen", coarse(terminal.lastSeen)}});
    return HttpReply::json(200, {{"terminals", array}});
}

HttpReply paired(const Result<Terminals::Paired> &result, bool training)
{
    if (!result)
        return terminalRefusal(result.error());
    HttpReply reply = HttpReply::json(
        201,
        {{"terminal", result->terminal.id}, {"token", QString::fromLatin1(result->token)}, {"training", training}});
    reply.headers.add("Cache-Control", "no-store");
    return reply;
}

QFuture<HttpReply> pair(PairingCodes &codes, Terminals &terminals, bool training, const QJsonObject &body)
{
    const auto name = TerminalCall::textOf(body, QStringLiteral("name"), Terminal::maxNameLength);
    const auto typed = TerminalCall::textOf(body, QStringLiteral("code"), maxTypedLength);
    for (const auto *text : {&name, &typed}) {
        if (!*text)
            return ready(Replies::error(text->error()));
    }
    if (name->isEmpty()) // before a code is used up
        return ready(Replies::error(wrongInput("name must be 1 to 40 plain characters")));
    const auto by = codes.take(*typed);
    if (!by)
        return ready(Replies::refusal(403, "PAIRING_CODE_WRONG", by.error().message));
    return terminals.add(*name, *by).then(&terminals, [training](const Result<Terminals::Paired> &result) {
        return paired(result, training);
    });
}

} // namespace

void TerminalRoutes::addTo(HttpListener &http) const
{
    auto &who = operators;
    auto &all = terminals;
    http.route("POST", "/api/v1/pairings",
               TerminalCall::guarded(guard, [&who, &codes = codes](const HttpRequest &request) {
                   return who.atLeast(Role::Supervisor, request, [&codes](const Operator &by) {
                       const auto code = codes.make(by.id);
                       HttpReply reply =
                           HttpReply::json(201, {{"code", code.text}, {"expires_at", Json::fromTime(code.expiresAt)}});
                       reply.headers.add("Cache-Control", "no-store");
                       return ready(reply);
                   });
               }));
    // The code opens it; a till that comes with one has no token yet.
    http.route("POST", "/api/v1/terminals",
               TerminalCall::json({"code", "name"}, [&codes = codes, &all, training = training](
                                                        const HttpRequest &, const QJsonObject &body) {
                   return pair(codes, all, training, body);
               }));
    http.route("GET", "/api/v1/terminals", TerminalCall::guarded(guard, [&who, &all](const HttpRequest &request) {
                   return who.atLeast(Role::Supervisor, request,
                                      [&all](const Operator &) { return ready(listed(all.list())); });
               }));
    http.route("DELETE", "/api/v1/terminals/<arg>",
               TerminalCall::guarded(guard, [&who, &all](const HttpRequest &request) {
                   const auto id = request.captures.first();
                   return who.atLeast(Role::Supervisor, request, [&all, id](const Operator &by) {
                       return all.revoke(id, by.id).then(&all, [](const Result<void> &done) {
                           return done ? HttpReply{204, {}, {}} : terminalRefusal(done.error());
                       });
                   });
               }));
}
