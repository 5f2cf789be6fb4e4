// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <memory>
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

/// Owners of OpenSSL's objects; for the insides of server/crypto only.
namespace OpenSsl {

template <auto release> struct Release
{
    template <class T> void operator()(T *object) const { release(object); }
};

using Bio = std::unique_ptr<BIO, Release<BIO_free_all>>;
using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, Release<EVP_CIPHER_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Release<EVP_MD_CTX_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Release<EVP_PKEY_CTX_free>>;
using X509Ptr = std::unique_ptr<X509, Release<X509_free>>;

/// OpenSSL leaves its errors in a queue of the thread, where Qt's TLS would find them and blame a connection.
class ErrorQueueGuard
{
public:
    ErrorQueueGuard() = default;
    ~ErrorQueueGuard() { ERR_clear_error(); }
    Q_DISABLE_COPY_MOVE(ErrorQueueGuard)
};

constexpr qsizetype maxPemBytes = 64 * 1024; ///< a key or certificate is a few kilobytes

/// A reader over the bytes, which must outlive it. Null when there are too many.
Bio readerOf(const QByteArray &bytes);
QByteArray contentOf(BIO *bio);
/// Never asks anybody: a key with a passphrase is refused instead of the terminal being prompted.
int noPassphrase(char *, int, int, void *);

} // namespace OpenSsl
