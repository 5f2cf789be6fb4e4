// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/domain/Result.h"

#include <QByteArray>

/// AEAD_AES_256_GCM as reference 3.3 has it: the key is the 32 bytes of the APIv3 key, the ciphertext ends with the
/// 16-byte tag, an empty associated text is none. Nonces have 12 bytes in practice; 1 to 64 are taken.
class AesGcm
{
public:
    /// InvalidInput unless the key has exactly 32 bytes.
    static Result<AesGcm> withKey(const QByteArray &key);

    /// Raw bytes in and out (base64 is the caller's). Unverified when the tag does not hold, the nonce has no legal
    /// length or there is less than a tag: no plaintext then.
    Result<QByteArray> open(const QByteArray &sealed, const QByteArray &nonce, const QByteArray &associated) const;
    /// A nonce must never be used twice with one key. Empty for a nonce of no legal length.
    QByteArray seal(const QByteArray &plain, const QByteArray &nonce, const QByteArray &associated) const;

private:
    explicit AesGcm(QByteArray key) : m_key(std::move(key)) {}
    QByteArray m_key;
};
