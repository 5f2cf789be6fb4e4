// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/HttpMessage.h"
#include "server/http/RouteTable.h"

#include <QFuture>
#include <functional>
#include <vector>

class HttpListener;

/// Which call answers which address, written down once, so that a request gets the same answer from a listener and,
/// without one, in memory.
class TwinRoutes
{
public:
    using Handler = std::function<QFuture<HttpReply>(const HttpRequest &)>;

    /// pattern as HttpListener::route has it.
    void add(const char *method, const char *pattern, Handler handler);
    /// These may go afterwards; what the handlers use may not.
    void addTo(HttpListener &listener) const;
    /// 404 where there is nothing, 405 for another method. The captures come from the target.
    QFuture<HttpReply> answer(HttpRequest request) const;

private:
    struct Route
    {
        QByteArray method;
        QString pattern;
        Handler handler;
    };
    RouteTable m_table;
    std::vector<Route> m_routes;
};
