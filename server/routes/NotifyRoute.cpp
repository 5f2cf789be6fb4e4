// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/NotifyRoute.h"

#include "server/checkout/Checkout.h"
#include "server/http/HttpListener.h"

namespace {

HttpReply fail(int status, const char *why)
{
    return HttpReply::json(status, {{"code", "FAIL"}, {"message", QString::fromLatin1(why)}});
}

HttpReply notifyReply(const Result<void> &taken)
{
    if (taken)
        return {204, {}, {}};
    switch (taken.error().code) {
    case ErrorCode::InvalidInput:
        return fail(400, "not understood");
    case ErrorCode::Unverified:
        return fail(401, "not verified");
    default:
        return fail(500, "not processed");
    }
}

} // namespace

QFuture<HttpReply> NotifyRoute::answer(const HttpRequest &request) const
{
    return intake.take(request.headers, request.body).then(&intake.checkout, &notifyReply);
}

void NotifyRoute::addTo(HttpListener &http) const
{
    http.route("POST", "/wechatpay/notify",
               [route = *this](const HttpRequest &request) { return route.answer(request); });
}
