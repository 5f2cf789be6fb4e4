// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/LongPollRoutes.h"

#include "server/domain/Clock.h"
#include "server/http/HttpListener.h"
#include "server/push/LongPoll.h"
#include "server/push/PushMessage.h"
#include "server/routes/Replies.h"
#include "server/routes/ScanRequest.h"

namespace {

HttpReply plain(int status, const QByteArray &text)
{
    return HttpReply::text(status, "text/plain; charset=utf-8", text);
}

/// Waits for what the request asks for; toReply says the push in the route's own words.
template <class ToReply> HttpListener::Handler waiting(const LongPollRoutes &routes, ToReply toReply)
{
    return [&polls = routes.polls, &watchers = routes.watchers, mayWatch = routes.mayWatch,
            toReply](const HttpRequest &request) {
        const auto asked = ScanRequest::read(request);
        if (!asked)
            return ready(Replies::error(asked.error()));
        const WatchRight right = mayWatch(asked->key, asked->token);
        if (!right.granted)
            return ready(Replies::error({ErrorCode::Unauthorized, {}}));
        return polls.wait(asked->key, asked->after, asked->timeout, {request.connection, request.peer, right.terminal})
            .then(&watchers, [toReply, key = asked->key](const Result<std::optional<Push>> &push) {
                if (!push)
                    return Replies::error(push.error());
                return *push ? toReply(key, **push) : HttpReply{204, {}, {}};
            });
    };
}

} // namespace

void LongPollRoutes::addTo(HttpListener &http) const
{
    const auto scan = waiting(*this, [&now = clock](const WatchKey &key, const Push &push) {
        return HttpReply::json(200, PushMessage::of(key, push, now.nowMs()));
    });
    const auto noKey = [](const HttpRequest &) { return ready(plain(400, "error:not found scan key")); };
    for (const QByteArray method : {"GET", "POST"}) {
        http.route(method, "/scan/<arg>", scan);
        http.route(method, "/scan/", noKey);
        http.route(method, "/scan", noKey);
    }
}

void LongPollRoutes::addSeedsTo(HttpListener &http) const
{
    http.route("GET", "/doScan/<arg>", waiting(*this, [&now = clock](const WatchKey &, const Push &) {
                   return plain(200, "this is result:" + QByteArray::number(now.nowMs()));
               }));
    http.route("GET", "/newScan/<arg>", [&waiters = watchers, &now = clock](const HttpRequest &request) {
        const auto key = WatchKey::parse(request.captures.value(0));
        if (!key)
            return ready(Replies::error(key.error()));
        waiters.nudge(*key);
        return ready(plain(200, "new scan test finished :" + key->text().toUtf8()
                                    + "now is :" + QByteArray::number(now.nowMs())));
    });
}
