// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/HttpMessage.h"

#include <QFuture>

class Checkout;
class FlightRecorder;
class HttpListener;
class LineLimit;
class NotifyNews;
class Refunds;
class WeChatPay;

/// POST /wechatpay/notify (api.md, "The provider calls in"; reference 3.5, 3.7). Answered only after the commit: 204
/// when it is in the books, as whatever it is; FAIL otherwise, so that WeChat sends it again.
struct NotifyRoute
{
    WeChatPay &wechatpay;
    Checkout &checkout;
    Refunds &refunds;
    FlightRecorder *recorder = nullptr; ///< none: nothing is marked
    NotifyNews *news = nullptr; ///< none: nothing is told
    LineLimit *refusals = nullptr; ///< how many lines refusals may write; none: as many as there are
    static constexpr int refusalLinesAMinute = 30;

    QFuture<HttpReply> answer(const HttpRequest &request) const;
    void addTo(HttpListener &http) const;
};
