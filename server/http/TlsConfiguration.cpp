// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/TlsConfiguration.h"

#include "server/crypto/TlsIdentity.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>

Result<QSslConfiguration> TlsConfiguration::of(const TlsIdentity &identity)
{
    if (!QSslSocket::supportsSsl())
        return Error{ErrorCode::Configuration, QStringLiteral("Qt finds no TLS library on this machine")};
    const auto algorithm = identity.keyKind() == TlsIdentity::KeyKind::Rsa ? QSsl::Rsa : QSsl::Ec;
    const QSslKey key(identity.privateKey(), algorithm);
    const auto chain = QSslCertificate::fromData(identity.certificates());
    if (key.isNull() || chain.isEmpty() || chain.first().isNull())
        return Error{ErrorCode::Configuration, QStringLiteral("Qt cannot use the TLS certificate or its key")};
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    configuration.setCaCertificates({}); // else every connection would load the system's
    configuration.setAllowedNextProtocols({QSslConfiguration::NextProtocolHttp1_1});
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    return configuration;
}
