// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"
#include "server/net/HttpHeaders.h"

#include <QUrl>
#include <chrono>

/// One request to another machine.
struct HttpCall
{
    QByteArray method; ///< GET, POST, PUT, upper case
    QUrl url; ///< sent as QUrl::toEncoded() gives it, so that it can be signed beforehand
    HttpHeaders headers;
    QByteArray body;
    std::chrono::milliseconds timeout{5000}; ///< of the whole exchange
};

struct HttpAnswer
{
    int status = 0;
    HttpHeaders headers;
    QByteArray body;
};

/// Sends one request once: no redirect is followed, nothing is sent a second time behind the caller's back.
/// Errors: Unknown (sent, perhaps; no whole answer came: time-out, reset, body over the limit),
/// ProviderUnavailable (it certainly was not sent: refused, no such host, TLS not trusted).
class HttpTransport
{
public:
    virtual ~HttpTransport() = default;
    virtual QFuture<Result<HttpAnswer>> send(const HttpCall &call) = 0;
};
