// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wechatpay/SealedResource.h"

#include "server/crypto/Base64.h"

namespace {
constexpr qsizetype maxNonceLength = 16;
constexpr qsizetype maxAssociatedLength = 64;
} // namespace

Result<QByteArray> openSealedResource(const QJsonObject &resource, const AesGcm &cipher)
{
    if (resource[QLatin1String("algorithm")].toString() != QLatin1String("AEAD_AES_256_GCM"))
        return Error{ErrorCode::InvalidInput, QStringLiteral("the content is sealed with an unknown algorithm")};
    const QByteArray nonce = resource[QLatin1String("nonce")].toString().toUtf8();
    const QJsonValue associated = resource[QLatin1String("associated_data")];
    const QByteArray associatedBytes = associated.toString().toUtf8();
    if (nonce.isEmpty() || nonce.size() > maxNonceLength || associatedBytes.size() > maxAssociatedLength
        || !(associated.isUndefined() || associated.isNull() || associated.isString()))
        return Error{ErrorCode::InvalidInput,
                     QStringLiteral("the sealed content has no usable nonce or associated data")};
    const auto sealed = strictBase64(resource[QLatin1String("ciphertext")].toString().toUtf8());
    if (!sealed)
        return Error{ErrorCode::Unverified, QStringLiteral("the sealed content is not base64")};
    return cipher.open(*sealed, nonce, associatedBytes);
}
