// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/CertificatePin.h"

#include <QUrl>

/// Where a till's server is, and by what it is known there.
struct ServerPlace
{
    ServerPlace(const QUrl &at, const CertificatePin &knownBy = {}) : url(at), pin(knownBy) {}

    /// A till's token goes over TLS, or nowhere but to this machine. InvalidInput: no address of a server; Forbidden:
    /// one of another machine, in the clear.
    static Result<QUrl> parse(const QString &url);
    /// The same as people write it: full-width signs, blanks around it, a slash at its end, without https://.
    static Result<QUrl> parseTyped(const QString &typed);
    static bool isThisMachine(const QUrl &url);

    QUrl url; ///< http(s)://host:port, without a path's end slash
    CertificatePin pin;
};
