// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/crypto/Scrypt.h"

#include "server/crypto/Base64.h"
#include "server/crypto/ConstantTime.h"
#include "server/crypto/OpenSsl.h"

#include <QList>

namespace {

constexpr qsizetype hashBytes = 32;
constexpr quint64 maxMemory = 128 * 1024 * 1024;

bool isInBounds(const Scrypt::Cost &cost)
{
    return cost.log2N >= 10 && cost.log2N <= 17 && cost.r >= 1 && cost.r <= 8 && cost.p >= 1 && cost.p <= 4
           && (quint64(128) << cost.log2N) * quint64(cost.r) <= maxMemory / 2;
}

/// Empty when OpenSSL would not.
QByteArray derive(const QByteArray &secret, const QByteArray &salt, const Scrypt::Cost &cost)
{
    const OpenSsl::ErrorQueueGuard guard;
    QByteArray key(hashBytes, '\0');
    const int done =
        EVP_PBE_scrypt(secret.constData(), size_t(secret.size()), reinterpret_cast<const uchar *>(salt.constData()),
                       size_t(salt.size()), uint64_t(1) << cost.log2N, uint64_t(cost.r), uint64_t(cost.p), maxMemory,
                       reinterpret_cast<uchar *>(key.data()), size_t(key.size()));
    return done == 1 ? key : QByteArray();
}

/// Decimal digits and nothing else, 0 otherwise.
int numberOf(const QByteArray &text)
{
    const int number = text.toInt();
    return QByteArray::number(number) == text ? number : 0;
}

} // namespace

Result<QByteArray> Scrypt::hash(const QByteArray &secret, const QByteArray &salt, const Cost &cost)
{
    if (salt.size() != saltBytes || !isInBounds(cost))
        return Error{ErrorCode::InvalidInput, QStringLiteral("the salt or the cost is out of bounds")};
    const QByteArray key = derive(secret, salt, cost);
    if (key.isEmpty())
        return Error{ErrorCode::Internal, QStringLiteral("OpenSSL could not hash")};
    return "scrypt$" + QByteArray::number(cost.log2N) + '$' + QByteArray::number(cost.r) + '$'
           + QByteArray::number(cost.p) + '$' + salt.toBase64() + '$' + key.toBase64();
}

bool Scrypt::matches(const QByteArray &secret, const QByteArray &hash)
{
    if (hash.size() > 128)
        return false;
    const QList<QByteArray> parts = hash.split('$');
    if (parts.size() != 6 || parts[0] != "scrypt")
        return false;
    const Cost cost{.log2N = numberOf(parts[1]), .r = numberOf(parts[2]), .p = numberOf(parts[3])};
    const auto salt = strictBase64(parts[4]);
    const auto key = strictBase64(parts[5]);
    if (!isInBounds(cost) || !salt || salt->size() != saltBytes || !key || key->size() != hashBytes)
        return false;
    return equalInConstantTime(*key, derive(secret, *salt, cost));
}
