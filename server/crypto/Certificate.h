// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/crypto/Rsa.h"

#include <QDateTime>

/// An X.509 certificate, as far as WeChat Pay uses them: a serial number, a validity, an RSA key.
class Certificate
{
public:
    /// InvalidInput unless it is one with an RSA key of a legal size. Its own signature is not judged: it is trusted
    /// for where it came from (reference 1.5), and only while isValidAt holds.
    static Result<Certificate> fromPem(const QByteArray &pem);
    /// Made for tests and for the simulator's own platform key; signed by itself. serialHex is 1 to 40 hex
    /// digits, not all zero.
    static Certificate selfSigned(const RsaPrivateKey &key, const QByteArray &serialHex, const QString &commonName,
                                  const QDateTime &notBefore, const QDateTime &notAfter);

    const QByteArray &serial() const { return m_serial; } ///< upper-case hex without separators
    const QDateTime &notBefore() const { return m_notBefore; }
    const QDateTime &notAfter() const { return m_notAfter; }
    bool isValidAt(const QDateTime &time) const { return time >= m_notBefore && time <= m_notAfter; }
    const RsaPublicKey &publicKey() const { return m_publicKey; }
    const QByteArray &pem() const { return m_pem; }

private:
    Certificate(QByteArray pem, QByteArray serial, QDateTime notBefore, QDateTime notAfter, RsaPublicKey publicKey);

    QByteArray m_pem;
    QByteArray m_serial;
    QDateTime m_notBefore;
    QDateTime m_notAfter;
    RsaPublicKey m_publicKey;
};
