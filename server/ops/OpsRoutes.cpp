// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ops/OpsRoutes.h"

#include "server/http/StatusText.h"

#include <algorithm>

namespace {

/// A proxy on this machine has a loopback address too; it says for whom it asks.
bool cameStraight(const HttpRequest &request)
{
    static constexpr const char *marks[] = {"Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"};
    return request.peer.isLoopback() && std::none_of(std::begin(marks), std::end(marks), [&request](const char *mark) {
               return request.headers.has(mark);
           });
}

} // namespace

void OpsRoutes::addTo(HttpListener &http, For whom) const
{
    const auto guarded = [whom](const std::function<QFuture<HttpReply>()> &answer) -> HttpListener::Handler {
        return [whom, answer](const HttpRequest &request) {
            if (whom == For::ThisMachine && !cameStraight(request))
                return ready(refusal(404, QStringLiteral("there is nothing at this path")));
            return answer();
        };
    };
    http.route("GET", QStringLiteral("/healthz"), [](const HttpRequest &) {
        return ready(HttpReply::json(200, QJsonObject{{"status", "ok"}}));
    });
    http.route("GET", QStringLiteral("/readyz"), guarded(readiness));
    http.route("GET", QStringLiteral("/metrics"), guarded(metrics));
}
