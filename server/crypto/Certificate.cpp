// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/crypto/Certificate.h"

#include "server/crypto/OpenSsl.h"

#include <openssl/bn.h>
#include <openssl/pem.h>

namespace {

QDateTime timeOf(const ASN1_TIME *time)
{
    struct tm parts = {};
    if (!time || ASN1_TIME_to_tm(time, &parts) != 1)
        return {};
    return QDateTime(QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
                     QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), Qt::UTC);
}

/// Upper-case hex; empty for a negative number, which no authority gives.
QByteArray serialOf(const X509 *certificate)
{
    BIGNUM *number = ASN1_INTEGER_to_BN(X509_get0_serialNumber(certificate), nullptr);
    if (!number)
        return {};
    char *hex = BN_is_negative(number) ? nullptr : BN_bn2hex(number);
    QByteArray serial(hex);
    OPENSSL_free(hex);
    BN_free(number);
    return serial;
}

bool setSerial(X509 *certificate, const QByteArray &serialHex)
{
    BIGNUM *number = nullptr;
    const bool whole = !serialHex.isEmpty() && serialHex.size() <= 40
                       && BN_hex2bn(&number, serialHex.constData()) == serialHex.size() && !BN_is_negative(number)
                       && !BN_is_zero(number);
    const bool set = whole && BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate)) != nullptr;
    BN_free(number);
    return set;
}

bool setName(X509 *certificate, const QString &commonName)
{
    const QByteArray name = commonName.toUtf8();
    X509_NAME *subject = X509_get_subject_name(certificate);
    return X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, reinterpret_cast<const uchar *>(name.constData()),
                                      int(name.size()), -1, 0)
               == 1
           && X509_set_issuer_name(certificate, subject) == 1;
}

} // namespace

Certificate::Certificate(QByteArray pem, QByteArray serial, QDateTime notBefore, QDateTime notAfter,
                         RsaPublicKey publicKey)
    : m_pem(std::move(pem)), m_serial(std::move(serial)), m_notBefore(std::move(notBefore)),
      m_notAfter(std::move(notAfter)), m_publicKey(std::move(publicKey))
{
}

Result<Certificate> Certificate::fromPem(const QByteArray &pem)
{
    const OpenSsl::ErrorQueueGuard guard;
    const auto reader = OpenSsl::readerOf(pem);
    const OpenSsl::X509Ptr certificate(reader ? PEM_read_bio_X509(reader.get(), nullptr, OpenSsl::noPassphrase, nullptr)
                                              : nullptr);
    if (!certificate)
        return Error{ErrorCode::InvalidInput, QStringLiteral("not a certificate in PEM")};
    const QByteArray serial = serialOf(certificate.get());
    const QDateTime notBefore = timeOf(X509_get0_notBefore(certificate.get()));
    const QDateTime notAfter = timeOf(X509_get0_notAfter(certificate.get()));
    if (serial.isEmpty() || !notBefore.isValid() || !notAfter.isValid())
        return Error{ErrorCode::InvalidInput,
                     QStringLiteral("the certificate has no usable serial number or validity")};
    auto key = RsaPublicKey::fromPem(pem);
    if (!key)
        return key.error();
    return Certificate(pem, serial, notBefore, notAfter, *std::move(key));
}

Certificate Certificate::selfSigned(const RsaPrivateKey &key, const QByteArray &serialHex, const QString &commonName,
                                    const QDateTime &notBefore, const QDateTime &notAfter)
{
    const OpenSsl::ErrorQueueGuard guard;
    const OpenSsl::X509Ptr made(X509_new());
    const OpenSsl::Bio writer(BIO_new(BIO_s_mem()));
    X509 *certificate = made.get();
    const bool signedWell = certificate && writer && X509_set_version(certificate, X509_VERSION_3) == 1
                            && setSerial(certificate, serialHex) && setName(certificate, commonName)
                            && ASN1_TIME_set(X509_getm_notBefore(certificate), time_t(notBefore.toSecsSinceEpoch()))
                            && ASN1_TIME_set(X509_getm_notAfter(certificate), time_t(notAfter.toSecsSinceEpoch()))
                            && X509_set_pubkey(certificate, key.m_key.get()) == 1
                            && X509_sign(certificate, key.m_key.get(), EVP_sha256()) > 0
                            && PEM_write_bio_X509(writer.get(), certificate) == 1;
    const auto read = signedWell ? fromPem(OpenSsl::contentOf(writer.get()))
                                 : Result<Certificate>(Error{ErrorCode::InvalidInput, {}});
    if (!read)
        qFatal("a self-signed certificate was asked for with a bad serial number, name or time");
    return *read;
}
