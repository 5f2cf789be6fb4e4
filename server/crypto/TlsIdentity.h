// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

#include <QByteArray>
#include <QDateTime>
#include <QStringList>

/// What a TLS server shows and proves: its certificate (RFC 5280) with the chain behind it, and the private key that
/// belongs to it.
class TlsIdentity
{
public:
    enum class KeyKind {
        Rsa,
        EllipticCurve,
    };

    /// PEM. The server's own certificate comes first, then what leads to its authority, if anything. InvalidInput, for
    /// whoever wrote the files: something else in them, a passphrase, a key that is neither RSA of 2048 to 8192 bits
    /// nor an elliptic curve's, or one that is not the certificate's.
    static Result<TlsIdentity> fromPem(const QByteArray &certificates, const QByteArray &privateKey);
    /// A new ECDSA P-256 key and a certificate signed by itself. hosts: DNS names and IP addresses, one at least.
    static Result<TlsIdentity> selfSigned(const QStringList &hosts, const QDateTime &notBefore,
                                          const QDateTime &notAfter);

    const QByteArray &certificates() const { return m_certificates; } ///< PEM
    const QByteArray &privateKey() const { return m_privateKey; } ///< PEM, PKCS#8; a secret
    KeyKind keyKind() const { return m_keyKind; }
    /// SHA-256 of the server's own certificate, 64 lower-case hex digits.
    const QByteArray &fingerprint() const { return m_fingerprint; }
    const QDateTime &notBefore() const { return m_notBefore; }
    const QDateTime &notAfter() const { return m_notAfter; }
    /// Whether the certificate names that host.
    bool names(const QString &host) const;

private:
    TlsIdentity() = default;

    QByteArray m_certificates;
    QByteArray m_privateKey;
    KeyKind m_keyKind = KeyKind::Rsa;
    QByteArray m_fingerprint;
    QDateTime m_notBefore;
    QDateTime m_notAfter;
};
