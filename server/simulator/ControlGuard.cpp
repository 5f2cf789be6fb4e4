// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/ControlGuard.h"

#include <QUrl>

namespace {

/// A name that DNS could lead here is what a rebinding attack needs; addresses and localhost are not.
bool namesThisMachine(const QByteArray &host)
{
    const QUrl url(QStringLiteral("http://") + QString::fromLatin1(host));
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

} // namespace

HttpReply ControlGuard::refused(int status, const char *code, const QString &message)
{
    return HttpReply::json(status, {{"code", QString::fromLatin1(code)}, {"message", message}});
}

std::optional<HttpReply> ControlGuard::outsider(const HttpRequest &request)
{
    if (!request.isLocal() || !namesThisMachine(request.headers.value("Host")))
        return refused(403, "FORBIDDEN", QStringLiteral("for this machine only"));
    const QByteArray type = request.headers.value("Content-Type").toLower();
    // No web page can send this type to another origin without being asked first.
    if (request.method != "GET" && !type.startsWith("application/json"))
        return refused(415, "PARAM_ERROR", QStringLiteral("Content-Type: application/json is needed"));
    return {};
}
