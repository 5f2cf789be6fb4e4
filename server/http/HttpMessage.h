// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/HttpHeaders.h"

#include <QHostAddress>
#include <QJsonObject>
#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QUrlQuery>

/// One request as it reached us. A value: it stays whole after its connection has gone.
struct HttpRequest
{
    QByteArray method; ///< GET, POST, PUT …, upper case
    QByteArray target; ///< path and query exactly as on the request line, percent-encoded
    QString path; ///< decoded
    QUrlQuery query;
    HttpHeaders headers;
    QByteArray body; ///< raw bytes
    QHostAddress peer; ///< the client: whoever connected, or whom a trusted proxy names
    bool byProxy = false; ///< a trusted proxy passed it on, or it bears a proxy's mark
    bool countsPerPeer = false; ///< whether limits per peer apply (RequestOrigin)
    QStringList captures; ///< what stood for each <arg> of the route's pattern, decoded
    /// Lives as long as the connection: the context of whatever waits for this client. Null once it has gone.
    QPointer<QObject> connection;

    /// From this machine itself. What a proxy on it passes on is not.
    bool isLocal() const { return peer.isLoopback() && !byProxy; }
};

struct HttpReply
{
    int status = 200;
    HttpHeaders headers; ///< Content-Length is added; Content-Type where there is a body
    QByteArray body;

    static HttpReply json(int status, const QJsonObject &object);
    static HttpReply json(int status, const QByteArray &text);
    static HttpReply text(int status, const QByteArray &contentType, const QByteArray &body);
};
