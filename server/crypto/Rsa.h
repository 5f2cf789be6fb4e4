// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

#include <QByteArray>
#include <memory>

using EVP_PKEY = struct evp_pkey_st;

/// RSASSA-PKCS1-v1_5 with SHA-256, as WeChat Pay API v3 signs everything (reference 1.2, 1.4). Keys of 2048 to
/// 8192 bits; another, or one that is not RSA, is refused when read.
class RsaPublicKey
{
public:
    /// PEM, "BEGIN PUBLIC KEY" or an X.509 certificate ("BEGIN CERTIFICATE"). InvalidInput else.
    static Result<RsaPublicKey> fromPem(const QByteArray &pem);

    /// signature is raw bytes, not base64. Never fails otherwise than by false.
    bool verifies(const QByteArray &message, const QByteArray &signature) const;
    /// The same without the base64 decoder's leniency: anything that is not strict base64 is false.
    bool verifiesBase64(const QByteArray &message, const QByteArray &signatureBase64) const;
    QByteArray toPem() const;

private:
    friend class RsaPrivateKey;
    explicit RsaPublicKey(std::shared_ptr<EVP_PKEY> key) : m_key(std::move(key)) {}
    std::shared_ptr<EVP_PKEY> m_key;
};

class RsaPrivateKey
{
public:
    /// PKCS#8 or PKCS#1 PEM without a passphrase, or PKCS#8 DER. InvalidInput else, also for a key that parses but
    /// whose numbers do not belong together.
    static Result<RsaPrivateKey> fromPem(const QByteArray &pem);
    static Result<RsaPrivateKey> fromDer(const QByteArray &der);
    static RsaPrivateKey generate(int bits = 2048); ///< 2048 to 8192

    QByteArray sign(const QByteArray &message) const; ///< raw bytes; empty should OpenSSL fail, which no one verifies
    QByteArray signBase64(const QByteArray &message) const; ///< one line
    RsaPublicKey publicKey() const { return RsaPublicKey(m_key); }
    QByteArray toPem() const; ///< PKCS#8; a secret

private:
    friend class Certificate;
    static Result<RsaPrivateKey> adopt(EVP_PKEY *raw); ///< takes ownership; null is refused
    explicit RsaPrivateKey(std::shared_ptr<EVP_PKEY> key) : m_key(std::move(key)) {}
    std::shared_ptr<EVP_PKEY> m_key;
};
