// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/crypto/Rsa.h"

#include "server/crypto/Base64.h"
#include "server/crypto/OpenSsl.h"

#include <openssl/pem.h>
#include <openssl/rsa.h>

namespace {

constexpr int minBits = 2048;
constexpr int maxBits = 8192; // a larger one would only make each verification slow

using KeyPtr = std::shared_ptr<EVP_PKEY>;

KeyPtr owned(EVP_PKEY *key)
{
    return KeyPtr(key, [](EVP_PKEY *object) { EVP_PKEY_free(object); });
}

Error refusal(const EVP_PKEY *key, const QString &what)
{
    if (!key)
        return {ErrorCode::InvalidInput, QStringLiteral("not %1").arg(what)};
    if (EVP_PKEY_get_base_id(key) != EVP_PKEY_RSA)
        return {ErrorCode::InvalidInput, QStringLiteral("the key is not an RSA key")};
    return {
        ErrorCode::InvalidInput,
        QStringLiteral("the RSA key has %1 bits, not %2 to %3").arg(EVP_PKEY_get_bits(key)).arg(minBits).arg(maxBits)};
}

bool fits(const EVP_PKEY *key)
{
    return key && EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA && EVP_PKEY_get_bits(key) >= minBits
           && EVP_PKEY_get_bits(key) <= maxBits;
}

} // namespace

Result<RsaPublicKey> RsaPublicKey::fromPem(const QByteArray &pem)
{
    const OpenSsl::ErrorQueueGuard guard;
    const auto reader = OpenSsl::readerOf(pem);
    KeyPtr key;
    if (reader && pem.contains("-----BEGIN CERTIFICATE-----")) {
        const OpenSsl::X509Ptr certificate(PEM_read_bio_X509(reader.get(), nullptr, OpenSsl::noPassphrase, nullptr));
        key = owned(certificate ? X509_get_pubkey(certificate.get()) : nullptr);
    } else if (reader) {
        key = owned(PEM_read_bio_PUBKEY(reader.get(), nullptr, OpenSsl::noPassphrase, nullptr));
    }
    if (!fits(key.get()))
        return refusal(key.get(), QStringLiteral("a public key or certificate in PEM"));
    return RsaPublicKey(std::move(key));
}

bool RsaPublicKey::verifies(const QByteArray &message, const QByteArray &signature) const
{
    const OpenSsl::ErrorQueueGuard guard;
    static const EVP_MD *const sha256 = EVP_MD_fetch(nullptr, "SHA256", nullptr); // EVP_sha256() looks it up each time
    const OpenSsl::DigestContext context(EVP_MD_CTX_new());
    return context && EVP_DigestVerifyInit(context.get(), nullptr, sha256, nullptr, m_key.get()) == 1
           && EVP_DigestVerify(context.get(), reinterpret_cast<const uchar *>(signature.constData()),
                               size_t(signature.size()), reinterpret_cast<const uchar *>(message.constData()),
                               size_t(message.size()))
                  == 1;
}

bool RsaPublicKey::verifiesBase64(const QByteArray &message, const QByteArray &signatureBase64) const
{
    const auto signature = strictBase64(signatureBase64);
    return signature && verifies(message, *signature);
}

QByteArray RsaPublicKey::toPem() const
{
    const OpenSsl::ErrorQueueGuard guard;
    const OpenSsl::Bio writer(BIO_new(BIO_s_mem()));
    if (!writer || PEM_write_bio_PUBKEY(writer.get(), m_key.get()) != 1)
        return {};
    return OpenSsl::contentOf(writer.get());
}

Result<RsaPrivateKey> RsaPrivateKey::adopt(EVP_PKEY *raw)
{
    KeyPtr key = owned(raw);
    if (!fits(key.get()))
        return refusal(key.get(), QStringLiteral("a private key without a passphrase"));
    // A damaged key file can parse and then sign what nobody can verify; better found at the start than at the till.
    const OpenSsl::KeyContext context(EVP_PKEY_CTX_new(key.get(), nullptr));
    if (!context || EVP_PKEY_check(context.get()) != 1)
        return Error{ErrorCode::InvalidInput, QStringLiteral("the private key is damaged")};
    return RsaPrivateKey(std::move(key));
}

Result<RsaPrivateKey> RsaPrivateKey::fromPem(const QByteArray &pem)
{
    const OpenSsl::ErrorQueueGuard guard;
    const auto reader = OpenSsl::readerOf(pem);
    return adopt(reader ? PEM_read_bio_PrivateKey(reader.get(), nullptr, OpenSsl::noPassphrase, nullptr) : nullptr);
}

Result<RsaPrivateKey> RsaPrivateKey::fromDer(const QByteArray &der)
{
    const OpenSsl::ErrorQueueGuard guard;
    if (der.isEmpty() || der.size() > OpenSsl::maxPemBytes)
        return adopt(nullptr);
    const auto *begin = reinterpret_cast<const uchar *>(der.constData());
    const auto *next = begin;
    PKCS8_PRIV_KEY_INFO *info = d2i_PKCS8_PRIV_KEY_INFO(nullptr, &next, long(der.size()));
    EVP_PKEY *key = info && next == begin + der.size() ? EVP_PKCS82PKEY(info) : nullptr;
    PKCS8_PRIV_KEY_INFO_free(info);
    return adopt(key);
}

RsaPrivateKey RsaPrivateKey::generate(int bits)
{
    const OpenSsl::ErrorQueueGuard guard;
    EVP_PKEY *key = EVP_RSA_gen(unsigned(std::clamp(bits, minBits, maxBits)));
    if (!key)
        qFatal("the operating system gives no randomness for a key");
    return RsaPrivateKey(owned(key));
}

QByteArray RsaPrivateKey::sign(const QByteArray &message) const
{
    const OpenSsl::ErrorQueueGuard guard;
    const OpenSsl::DigestContext context(EVP_MD_CTX_new());
    QByteArray signature(EVP_PKEY_get_size(m_key.get()), Qt::Uninitialized);
    auto size = size_t(signature.size());
    if (!context || EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get()) != 1
        || EVP_DigestSign(context.get(), reinterpret_cast<uchar *>(signature.data()), &size,
                          reinterpret_cast<const uchar *>(message.constData()), size_t(message.size()))
               != 1)
        return {};
    signature.truncate(qsizetype(size));
    return signature;
}

QByteArray RsaPrivateKey::signBase64(const QByteArray &message) const
{
    return sign(message).toBase64();
}

QByteArray RsaPrivateKey::toPem() const
{
    const OpenSsl::ErrorQueueGuard guard;
    const OpenSsl::Bio writer(BIO_new(BIO_s_mem()));
    if (!writer || PEM_write_bio_PKCS8PrivateKey(writer.get(), m_key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return {};
    return OpenSsl::contentOf(writer.get());
}
