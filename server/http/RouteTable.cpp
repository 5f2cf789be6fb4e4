// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/RouteTable.h"

namespace {

bool isArgument(const QString &segment)
{
    return segment == QLatin1String("<arg>");
}

bool fits(const QStringList &pattern, const QStringList &segments)
{
    if (pattern.size() != segments.size())
        return false;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (isArgument(pattern[i]) ? segments[i].isEmpty() : pattern[i] != segments[i])
            return false;
    }
    return true;
}

bool isMoreLiteral(const QStringList &pattern, const QStringList &other)
{
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (isArgument(pattern[i]) != isArgument(other[i]))
            return isArgument(other[i]);
    }
    return false;
}

} // namespace

int RouteTable::add(const QByteArray &method, const QString &pattern)
{
    m_routes.append({method, pattern.mid(1).split(u'/')});
    return int(m_routes.size()) - 1;
}

RouteTable::Match RouteTable::find(const QByteArray &method, const QStringList &segments) const
{
    const QByteArray wanted = method == "HEAD" ? QByteArray("GET") : method;
    Match match;
    for (int i = 0; i < m_routes.size(); ++i) {
        const Route &route = m_routes[i];
        if (!fits(route.segments, segments))
            continue;
        if (!match.allowed.contains(route.method))
            match.allowed.append(route.method);
        if (route.method == wanted
            && (match.route < 0 || isMoreLiteral(route.segments, m_routes[match.route].segments)))
            match.route = i;
    }
    if (match.route < 0) {
        if (match.allowed.contains("GET"))
            match.allowed.append("HEAD");
        return match;
    }
    const QStringList &pattern = m_routes[match.route].segments;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (isArgument(pattern[i]))
            match.captures.append(segments[i]);
    }
    return match;
}
