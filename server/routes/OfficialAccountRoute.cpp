// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/OfficialAccountRoute.h"

#include "server/http/HttpListener.h"
#include "server/login/OfficialAccount.h"

namespace {

constexpr qsizetype maxEchoBytes = 256;

QByteArray parameter(const HttpRequest &request, const char *name)
{
    return request.query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded).toUtf8();
}

OfficialAccountSignature signatureOf(const HttpRequest &request)
{
    return {.signature = parameter(request, "signature"),
            .timestamp = parameter(request, "timestamp"),
            .nonce = parameter(request, "nonce")};
}

HttpReply said(int status, const QByteArray &text)
{
    return HttpReply::text(status, "text/plain; charset=utf-8", text);
}

HttpReply eventRefusal(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Unverified:
        return said(401, "not verified");
    case ErrorCode::InvalidInput:
        return said(400, "not understood");
    case ErrorCode::Busy:
        return said(503, "too much at once");
    default:
        return said(500, "not processed");
    }
}

} // namespace

void OfficialAccountRoute::addTo(HttpListener &http) const
{
    const QString path = QStringLiteral("/wechat/events");
    http.route("GET", path, [&account = account](const HttpRequest &request) {
        const QByteArray echo = parameter(request, "echostr");
        if (const auto checked = account.checkAddress(signatureOf(request)); !checked)
            return ready(eventRefusal(checked.error()));
        const bool fits = !echo.isEmpty() && echo.size() <= maxEchoBytes;
        return ready(fits ? said(200, echo) : eventRefusal({ErrorCode::InvalidInput, {}}));
    });
    http.route("POST", path, [&account = account](const HttpRequest &request) {
        return account.receive(signatureOf(request), request.body).then(&account, [](const Result<void> &received) {
            return received ? said(200, "success") : eventRefusal(received.error());
        });
    });
}
