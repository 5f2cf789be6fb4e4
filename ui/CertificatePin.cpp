// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/CertificatePin.h"

#include <QCryptographicHash>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>

Result<CertificatePin> CertificatePin::parse(const QString &fingerprint)
{
    const QByteArray digits = fingerprint.trimmed().toLower().remove(u':').toLatin1();
    CertificatePin pin;
    pin.m_sha256 = QByteArray::fromHex(digits);
    if (digits.size() != 64 || pin.m_sha256.toHex() != digits)
        return wrongInput("a certificate's fingerprint is 64 hex digits (SHA-256)");
    return pin;
}

bool CertificatePin::fits(const QSslCertificate &certificate) const
{
    return isSet() && !certificate.isNull() && certificate.digest(QCryptographicHash::Sha256) == m_sha256;
}

QSslConfiguration CertificatePin::configuration() const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    if (isSet()) {
        configuration.setCaCertificates({});
        configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    }
    return configuration;
}
