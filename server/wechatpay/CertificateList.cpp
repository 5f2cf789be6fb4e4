// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wechatpay/CertificateList.h"

#include "server/domain/Json.h"
#include "server/wechatpay/PlatformKeys.h"
#include "server/wechatpay/SealedResource.h"

#include <QJsonArray>

Result<QList<Certificate>> openCertificateList(const QByteArray &body, const AesGcm &cipher)
{
    const auto json = Json::parseObject(body);
    const QJsonArray entries = json ? (*json)[QLatin1String("data")].toArray() : QJsonArray();
    if (entries.isEmpty() || entries.size() > PlatformKeys::maxCertificates)
        return Error{ErrorCode::Unverified, QStringLiteral("the reply is no list of certificates")};
    QList<Certificate> certificates;
    for (const QJsonValue entry : entries) {
        const auto pem = openSealedResource(entry[QLatin1String("encrypt_certificate")].toObject(), cipher);
        if (!pem)
            return Error{ErrorCode::Unverified, QStringLiteral("a platform certificate could not be decrypted")};
        const auto certificate = Certificate::fromPem(*pem);
        const QByteArray named = entry[QLatin1String("serial_no")].toString().toLatin1();
        if (!certificate || PlatformKeys::normalised(certificate->serial()) != PlatformKeys::normalised(named))
            return Error{ErrorCode::Unverified, QStringLiteral("a platform certificate is not the one it is named as")};
        certificates.append(*certificate);
    }
    return certificates;
}
