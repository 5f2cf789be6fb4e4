// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/BlockingRoutes.h"

#include "server/domain/Clock.h"
#include "server/http/HttpListener.h"
#include "server/routes/Replies.h"
#include "server/runtime/WorkPool.h"

#include <condition_variable>
#include <mutex>

namespace {

HttpReply textReply(const Result<QByteArray> &text)
{
    return text ? HttpReply::text(200, "text/plain; charset=utf-8", *text) : Replies::error(text.error());
}

HttpReply tooLate()
{
    return HttpReply::json(504, {{"code", "TIME_OUT"}, {"message", "the work did not end in time"}});
}

/// Whatever comes first: the answer, or the end of the time for it.
QFuture<HttpReply> within(std::chrono::milliseconds limit, QFuture<HttpReply> future, Clock &clock, QObject &context)
{
    if (future.isFinished())
        return future;
    auto promise = std::make_shared<QPromise<HttpReply>>();
    promise->start();
    const auto answer = [promise](const HttpReply &reply) {
        if (promise->future().isFinished())
            return;
        promise->addResult(reply);
        promise->finish();
    };
    clock.callAfter(limit, &context, [answer] { answer(tooLate()); });
    future.then(&context, answer);
    return promise->future();
}

} // namespace

BlockingRoutes::Work BlockingRoutes::blockFor(std::chrono::milliseconds span)
{
    return [span](const std::stop_token &stop) {
        std::mutex mutex;
        std::unique_lock lock(mutex);
        std::condition_variable_any().wait_for(lock, stop, span, [] { return false; });
    };
}

void BlockingRoutes::addTo(HttpListener &http) const
{
    const auto after = [&threads = pool, &home = context, block = work](const QByteArray &text) {
        const std::function<QByteArray(const std::stop_token &)> task = [block, text](const std::stop_token &stop) {
            block(stop);
            return text;
        };
        return threads.run(task).then(&home, &textReply);
    };
    http.route("GET", "/call", [after](const HttpRequest &) { return after("hello,callable"); });
    http.route("GET", "/async", [after, &time = clock, &home = context](const HttpRequest &) {
        return within(asyncLimit, after("hello,WebAsyncTask"), time, home);
    });
}
