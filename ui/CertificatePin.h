// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

#include <QByteArray>

class QSslCertificate;
class QSslConfiguration;

/// The one certificate a till's server shows, by its SHA-256; or none, and the system's authorities are believed.
class CertificatePin
{
public:
    CertificatePin() = default;
    /// 64 hex digits, of either case, with colons or without. InvalidInput else.
    static Result<CertificatePin> parse(const QString &fingerprint);

    bool isSet() const { return !m_sha256.isEmpty(); }
    QByteArray hex() const { return m_sha256.toHex(); }
    /// Never without a pin.
    bool fits(const QSslCertificate &certificate) const;
    /// With a pin no authority is believed, so that every certificate is an error, which whoever connects forgives the
    /// pinned one alone. TLS 1.2 or newer in any case.
    QSslConfiguration configuration() const;

private:
    QByteArray m_sha256;
};
