// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/TwinRoutes.h"

#include "server/domain/Result.h"
#include "server/http/HttpListener.h"

void TwinRoutes::add(const char *method, const char *pattern, Handler handler)
{
    m_routes.push_back({method, QString::fromLatin1(pattern), std::move(handler)});
    m_table.add(m_routes.back().method, m_routes.back().pattern);
}

void TwinRoutes::addTo(HttpListener &listener) const
{
    for (const auto &route : m_routes)
        listener.route(route.method, route.pattern, route.handler);
}

QFuture<HttpReply> TwinRoutes::answer(HttpRequest request) const
{
    QStringList segments;
    for (const QByteArray &segment : request.target.split('?').constFirst().mid(1).split('/'))
        segments.append(QString::fromUtf8(QByteArray::fromPercentEncoding(segment)));
    const RouteTable::Match match = m_table.find(request.method, segments);
    if (match.route < 0)
        return ready(HttpReply::json(match.allowed.isEmpty() ? 404 : 405, QJsonObject{{"code", "NOT_FOUND"}}));
    request.captures = match.captures;
    return m_routes[size_t(match.route)].handler(request);
}
