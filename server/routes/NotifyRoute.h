// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/HttpMessage.h"
#include "server/routes/NotifyIntake.h"

class HttpListener;

/// POST /wechatpay/notify (api.md, "The provider calls in"; reference 3.5, 3.7). Answered only after the commit: 204
/// when it is in the books, as whatever it is; FAIL otherwise, so that WeChat sends it again.
struct NotifyRoute
{
    NotifyIntake intake;

    QFuture<HttpReply> answer(const HttpRequest &request) const;
    void addTo(HttpListener &http) const;
};
