// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/RequestGuard.h"

#include "server/crypto/ConstantTime.h"
#include "server/login/Terminals.h"
#include "server/routes/BearerToken.h"
#include "server/routes/Operators.h"
#include "server/routes/Replies.h"

#include <QUrl>

RequestGuard::RequestGuard(const QStringList &publicNames)
{
    for (const auto &name : publicNames)
        m_hosts.insert(name.toLower().toUtf8());
}

void RequestGuard::answerTo(const QString &name, quint16 port)
{
    m_hosts.insert(name.toLower().toUtf8() + ':' + QByteArray::number(port));
}

bool RequestGuard::isOurs(QByteArray host) const
{
    host = host.toLower();
    if (m_hosts.contains(host))
        return true;
    // A public name without a port stands for the usual ones, written or not.
    for (const QByteArray usual : {":80", ":443"}) {
        if (host.endsWith(usual) && m_hosts.contains(host.chopped(usual.size())))
            return true;
    }
    return false;
}

std::optional<HttpReply> RequestGuard::judge(const HttpRequest &request) const
{
    const auto refused = [](const char *why) {
        return Replies::error({ErrorCode::Forbidden, QString::fromLatin1(why)});
    };
    if (!isOurs(request.headers.value("Host")))
        return refused("this server does not answer to that Host");
    if (request.headers.has("Origin")) {
        const auto origin = QUrl(QString::fromLatin1(request.headers.value("Origin")), QUrl::StrictMode);
        const bool web = origin.scheme() == QLatin1String("http") || origin.scheme() == QLatin1String("https");
        if (!web || !isOurs(origin.authority().toUtf8()))
            return refused("foreign Origin");
    }
    if (request.headers.value("Sec-Fetch-Site").toLower() == "cross-site")
        return refused("cross-site request");
    return std::nullopt;
}

bool RequestGuard::isTerminal(const HttpRequest &request) const
{
    const auto token = bearerToken(request);
    return token && holderOf(*token);
}

QString RequestGuard::terminalName(const HttpRequest &request) const
{
    const auto token = bearerToken(request);
    const auto holder = token ? holderOf(*token) : std::nullopt;
    return holder ? holder->name : QString();
}

std::optional<RequestGuard::Holder> RequestGuard::holderOf(const QString &token) const
{
    const QByteArray bytes = token.toLatin1();
    if (!m_terminalToken.isEmpty() && equalInConstantTime(m_terminalToken, bytes))
        return Holder{{}, Operators::terminal()};
    if (const auto *paired = m_terminals ? m_terminals->find(bytes) : nullptr)
        return Holder{paired->id, paired->name};
    return std::nullopt;
}
