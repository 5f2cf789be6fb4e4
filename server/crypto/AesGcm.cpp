// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/crypto/AesGcm.h"

#include "server/crypto/OpenSsl.h"

#include <openssl/crypto.h>

namespace {

constexpr qsizetype keyBytes = 32;
constexpr qsizetype tagBytes = 16;
constexpr qsizetype maxNonceBytes = 64;
constexpr qsizetype maxBytes = 64 * 1024 * 1024; // far over any message, and well inside OpenSSL's int

enum Direction { Decrypt = 0, Encrypt = 1 };

uchar *bytes(QByteArray &data)
{
    return reinterpret_cast<uchar *>(data.data());
}

const uchar *bytes(const QByteArray &data)
{
    return reinterpret_cast<const uchar *>(data.constData());
}

/// A context that has taken key, nonce and associated text; null when it would not.
OpenSsl::CipherContext begin(Direction direction, const QByteArray &key, const QByteArray &nonce,
                             const QByteArray &associated)
{
    if (nonce.isEmpty() || nonce.size() > maxNonceBytes || associated.size() > maxBytes)
        return {};
    OpenSsl::CipherContext context(EVP_CIPHER_CTX_new());
    int ignored = 0;
    if (!context || EVP_CipherInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, nullptr, nullptr, direction) != 1
        || EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_IVLEN, int(nonce.size()), nullptr) != 1
        || EVP_CipherInit_ex(context.get(), nullptr, nullptr, bytes(key), bytes(nonce), direction) != 1)
        return {};
    if (!associated.isEmpty()
        && EVP_CipherUpdate(context.get(), nullptr, &ignored, bytes(associated), int(associated.size())) != 1)
        return {};
    return context;
}

/// Whether all of the input went through. An update without bytes would be taken for the end, so there is none.
bool update(EVP_CIPHER_CTX *context, QByteArray &out, const QByteArray &in)
{
    int written = 0;
    if (in.isEmpty())
        return true;
    return EVP_CipherUpdate(context, bytes(out), &written, bytes(in), int(in.size())) == 1 && written == in.size();
}

} // namespace

Result<AesGcm> AesGcm::withKey(const QByteArray &key)
{
    if (key.size() != keyBytes)
        return Error{ErrorCode::InvalidInput,
                     QStringLiteral("the key must have exactly 32 bytes, not %1").arg(key.size())};
    return AesGcm(key);
}

Result<QByteArray> AesGcm::open(const QByteArray &sealed, const QByteArray &nonce, const QByteArray &associated) const
{
    const OpenSsl::ErrorQueueGuard guard;
    const Error refused{ErrorCode::Unverified, QStringLiteral("the content could not be decrypted")};
    if (sealed.size() < tagBytes || sealed.size() > maxBytes)
        return refused;
    const QByteArray cipher = sealed.first(sealed.size() - tagBytes);
    QByteArray tag = sealed.last(tagBytes);
    QByteArray plain(cipher.size(), '\0');
    uchar rest[EVP_MAX_BLOCK_LENGTH];
    int restBytes = 0;

    const auto context = begin(Decrypt, m_key, nonce, associated);
    const bool holds =
        context && update(context.get(), plain, cipher)
        && EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, int(tagBytes), tag.data()) == 1
        && EVP_CipherFinal_ex(context.get(), rest, &restBytes) == 1; // the only proof that the bytes are genuine
    if (!holds) {
        OPENSSL_cleanse(plain.data(), size_t(plain.size()));
        return refused;
    }
    return plain;
}

QByteArray AesGcm::seal(const QByteArray &plain, const QByteArray &nonce, const QByteArray &associated) const
{
    const OpenSsl::ErrorQueueGuard guard;
    if (plain.size() > maxBytes)
        return {};
    QByteArray sealed(plain.size(), '\0');
    QByteArray tag(tagBytes, '\0');
    uchar rest[EVP_MAX_BLOCK_LENGTH];
    int restBytes = 0;
    const auto context = begin(Encrypt, m_key, nonce, associated);
    if (!context || !update(context.get(), sealed, plain) || EVP_CipherFinal_ex(context.get(), rest, &restBytes) != 1
        || EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, int(tagBytes), tag.data()) != 1)
        return {};
    return sealed + tag;
}
