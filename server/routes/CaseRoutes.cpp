// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/CaseRoutes.h"

#include "server/checkout/Cases.h"
#include "server/domain/CaseJson.h"
#include "server/routes/Operators.h"
#include "server/routes/RefundReader.h"
#include "server/routes/Replies.h"
#include "server/routes/TerminalCall.h"

#include <QJsonArray>

namespace {

HttpReply notThere()
{
    return Replies::refusal(404, "CASE_NOT_EXIST", QStringLiteral("no such case"));
}

HttpReply caseReply(const Result<PaymentCase> &found)
{
    if (!found && found.error().code == ErrorCode::NotFound)
        return notThere();
    return found ? HttpReply::json(200, Json::fromCase(*found)) : Replies::error(found.error());
}

HttpReply casesReply(const Result<QList<PaymentCase>> &found)
{
    if (!found)
        return Replies::error(found.error());
    QJsonArray cases;
    for (const auto &one : *found)
        cases.append(Json::fromCase(one));
    return HttpReply::json(200, {{"cases", cases}});
}

} // namespace

void CaseRoutes::addTo(HttpListener &http) const
{
    auto &who = operators;
    auto &desk = cases;
    using Move = QFuture<Result<PaymentCase>> (Cases::*)(const CaseDecision &);
    const auto deciding = [&guard = guard, &who, &desk](Move move) {
        return TerminalCall::guardedJson(
            guard, {"reason"}, [&who, &desk, move](const HttpRequest &request, const QJsonObject &body) {
                const qint64 id = request.captures.first().toLongLong();
                return who.atLeast(Role::Supervisor, request, [&desk, move, id, body](const Operator &asking) {
                    const auto reason = readReason(body);
                    if (!reason)
                        return ready(Replies::error(reason.error()));
                    return (desk.*move)({.id = id, .reason = *reason, .operatorId = asking.id}).then(&desk, &caseReply);
                });
            });
    };
    http.route("GET", "/api/v1/cases", TerminalCall::guarded(guard, [&desk](const HttpRequest &request) {
                   return desk.list(request.query.queryItemValue("state").left(16)).then(&desk, &casesReply);
               }));
    http.route("POST", "/api/v1/cases/<arg>/honour", deciding(&Cases::honour));
    http.route("POST", "/api/v1/cases/<arg>/refund", deciding(&Cases::refund));
}
