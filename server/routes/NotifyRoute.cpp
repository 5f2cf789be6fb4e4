// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/NotifyRoute.h"

#include "server/checkout/Checkout.h"
#include "server/http/HttpListener.h"
#include "server/wechatpay/WeChatPay.h"

#include <QLoggingCategory>

Q_LOGGING_CATEGORY(lcNotify, "scantill.notify")

namespace {

HttpReply fail(int status, const char *why)
{
    return HttpReply::json(status, {{"code", "FAIL"}, {"message", QString::fromLatin1(why)}});
}

HttpReply refused(const Error &error)
{
    qCWarning(lcNotify).noquote() << "refused:" << error.message;
    switch (error.code) {
    case ErrorCode::InvalidInput:
        return fail(400, "not understood");
    case ErrorCode::Unverified:
        return fail(401, "not verified");
    default:
        return fail(500, "not processed");
    }
}

HttpReply kept(const Result<OrderChange> &change)
{
    if (!change) {
        qCCritical(lcNotify).noquote() << "not written:" << change.error().message;
        return fail(500, "not processed");
    }
    return {204, {}, {}};
}

} // namespace

void NotifyRoute::addTo(HttpListener &http) const
{
    const auto settle = [&desk = checkout](const Result<Notification> &notification) {
        if (!notification)
            return ready(refused(notification.error()));
        if (const auto *payment = std::get_if<PaymentEvent>(&notification->content))
            return desk.settle(*payment).then(&desk, &kept);
        if (const auto *refund = std::get_if<RefundEvent>(&notification->content))
            qCWarning(lcNotify).noquote()
                << "refund" << refund->outRefundNo << "of" << refund->outTradeNo << "noted only";
        else
            qCWarning(lcNotify).noquote() << "unknown event" << std::get<UnknownEvent>(notification->content).eventType;
        return ready(HttpReply{204, {}, {}});
    };
    http.route("POST", "/wechatpay/notify",
               [&wechatpay = wechatpay, &desk = checkout, settle](const HttpRequest &request) {
                   return wechatpay.receive(request.headers, request.body).then(&desk, settle).unwrap();
               });
}
