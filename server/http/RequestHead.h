// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/HttpHeaders.h"

#include <QString>
#include <QStringList>
#include <optional>

/// Request line and header fields as they were sent, read by rules stricter than Qt's.
struct RequestHead
{
    QByteArray method;
    QByteArray target; ///< exactly as on the request line
    int minorVersion = 1; ///< of HTTP/1
    HttpHeaders headers;

    /// What the fields' text says in all, lower case: the values of every field of that name, split at commas.
    QList<QByteArray> tokens(QByteArrayView name) const;
    qint64 contentLength() const; ///< 0 when there is none; checked by HeadRules before
    bool keepsAlive() const; ///< HTTP/1.1 without "Connection: close"
    bool expectsContinue() const;
    /// What Qt takes for a WebSocket upgrade, and anything that comes near it.
    bool asksForWebSocket() const;

    QByteArray pathAndQuery() const; ///< the target without the scheme and host of an absolute form
    QByteArray rawPath() const;
    QByteArray rawQuery() const;
    /// The path's segments, each decoded by itself, so that %2F stays inside its segment. Nothing when the path is
    /// not valid percent-encoded UTF-8 or holds a NUL.
    std::optional<QStringList> pathSegments() const;
};
