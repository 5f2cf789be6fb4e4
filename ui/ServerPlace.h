// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/CertificatePin.h"

#include <QUrl>

/// Where a till's server is, and by what it is known there.
struct ServerPlace
{
    ServerPlace(const QUrl &at, const CertificatePin &knownBy = {}) : url(at), pin(knownBy) {}

    QUrl url; ///< http(s)://host:port, without a path's end slash
    CertificatePin pin;
};
