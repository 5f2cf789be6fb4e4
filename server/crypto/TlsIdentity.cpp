// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/crypto/TlsIdentity.h"

#include "server/crypto/OpenSsl.h"

#include <openssl/bn.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <optional>
#include <vector>

namespace {

using KeyOwner = std::unique_ptr<EVP_PKEY, OpenSsl::Release<EVP_PKEY_free>>;
using HostNames = std::unique_ptr<GENERAL_NAMES, OpenSsl::Release<GENERAL_NAMES_free>>;

constexpr int minRsaBits = 2048;
constexpr int maxRsaBits = 8192;
constexpr int maxChain = 8; ///< certificates; a public authority's chain has three
constexpr int serialBits = 127; // positive, and with more randomness than RFC 5280 asks for
constexpr qsizetype maxCommonName = 64; // RFC 5280, ub-common-name

std::vector<OpenSsl::X509Ptr> chainOf(const QByteArray &pem)
{
    std::vector<OpenSsl::X509Ptr> chain;
    const auto reader = OpenSsl::readerOf(pem);
    while (reader && chain.size() <= maxChain) {
        OpenSsl::X509Ptr next(PEM_read_bio_X509(reader.get(), nullptr, OpenSsl::noPassphrase, nullptr));
        if (!next)
            break;
        chain.push_back(std::move(next));
    }
    return chain;
}

std::optional<TlsIdentity::KeyKind> kindOf(EVP_PKEY *key)
{
    const int bits = EVP_PKEY_get_bits(key);
    if (EVP_PKEY_is_a(key, "RSA") == 1 && bits >= minRsaBits && bits <= maxRsaBits)
        return TlsIdentity::KeyKind::Rsa;
    if (EVP_PKEY_is_a(key, "EC") == 1)
        return TlsIdentity::KeyKind::EllipticCurve;
    return std::nullopt;
}

QDateTime instantOf(const ASN1_TIME *time)
{
    struct tm parts = {};
    if (!time || ASN1_TIME_to_tm(time, &parts) != 1)
        return {};
    return QDateTime(QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
                     QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), Qt::UTC);
}

QByteArray fingerprintOf(const X509 *certificate)
{
    QByteArray digest(EVP_MAX_MD_SIZE, Qt::Uninitialized);
    unsigned size = 0;
    if (X509_digest(certificate, EVP_sha256(), reinterpret_cast<uchar *>(digest.data()), &size) != 1)
        return {};
    return digest.left(qsizetype(size)).toHex();
}

QByteArray pemOf(EVP_PKEY *key)
{
    const OpenSsl::Bio writer(BIO_new(BIO_s_mem()));
    if (!writer || PEM_write_bio_PKCS8PrivateKey(writer.get(), key, nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return {};
    return OpenSsl::contentOf(writer.get());
}

QByteArray pemOf(X509 *certificate)
{
    const OpenSsl::Bio writer(BIO_new(BIO_s_mem()));
    if (!writer || PEM_write_bio_X509(writer.get(), certificate) != 1)
        return {};
    return OpenSsl::contentOf(writer.get());
}

bool append(GENERAL_NAMES *names, const QByteArray &host)
{
    GENERAL_NAME *name = GENERAL_NAME_new();
    ASN1_OCTET_STRING *address = a2i_IPADDRESS(host.constData());
    if (name && address) {
        GENERAL_NAME_set0_value(name, GEN_IPADD, address);
    } else if (name) {
        ASN1_IA5STRING *text = ASN1_IA5STRING_new();
        if (text && ASN1_STRING_set(text, host.constData(), int(host.size())) == 1)
            GENERAL_NAME_set0_value(name, GEN_DNS, text);
        else
            ASN1_IA5STRING_free(text);
    }
    if (name && name->d.ptr && sk_GENERAL_NAME_push(names, name) > 0)
        return true;
    GENERAL_NAME_free(name);
    return false;
}

bool setHosts(X509 *certificate, const QStringList &hosts)
{
    const HostNames names(sk_GENERAL_NAME_new_null());
    bool fine = names && !hosts.isEmpty();
    for (const auto &host : hosts)
        fine = fine && append(names.get(), host.toLatin1());
    const auto first = hosts.value(0).left(maxCommonName).toLatin1();
    X509_NAME *subject = X509_get_subject_name(certificate);
    return fine && X509_add1_ext_i2d(certificate, NID_subject_alt_name, names.get(), 0, X509V3_ADD_DEFAULT) == 1
           && X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC,
                                         reinterpret_cast<const uchar *>(first.constData()), int(first.size()), -1, 0)
                  == 1
           && X509_set_issuer_name(certificate, subject) == 1;
}

bool setUse(X509 *certificate)
{
    const std::pair<int, const char *> uses[] = {{NID_basic_constraints, "critical,CA:FALSE"},
                                                 {NID_key_usage, "critical,digitalSignature"},
                                                 {NID_ext_key_usage, "serverAuth"}};
    return std::all_of(std::begin(uses), std::end(uses), [certificate](const auto &use) {
        X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, nullptr, use.first, use.second);
        const bool added = extension && X509_add_ext(certificate, extension, -1) == 1;
        X509_EXTENSION_free(extension);
        return added;
    });
}

bool setRandomSerial(X509 *certificate)
{
    BIGNUM *number = BN_new();
    const bool set = number && BN_rand(number, serialBits, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1
                     && BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate)) != nullptr;
    BN_free(number);
    return set;
}

Error unusable(const char *why)
{
    return {ErrorCode::InvalidInput, QString::fromLatin1(why)};
}

} // namespace

Result<TlsIdentity> TlsIdentity::fromPem(const QByteArray &certificates, const QByteArray &privateKey)
{
    const OpenSsl::ErrorQueueGuard guard;
    const auto chain = chainOf(certificates);
    if (chain.empty() || chain.size() > maxChain)
        return unusable("the certificate file must hold one to eight certificates in PEM");
    const auto reader = OpenSsl::readerOf(privateKey);
    const KeyOwner key(reader ? PEM_read_bio_PrivateKey(reader.get(), nullptr, OpenSsl::noPassphrase, nullptr)
                              : nullptr);
    if (!key)
        return unusable("the key file must hold a private key in PEM, without a passphrase");
    const auto kind = kindOf(key.get());
    if (!kind)
        return unusable("the key must be RSA of 2048 to 8192 bits, or an elliptic curve's");
    if (X509_check_private_key(chain.front().get(), key.get()) != 1)
        return unusable("the key is not the certificate's");

    TlsIdentity identity;
    for (const auto &certificate : chain)
        identity.m_certificates += pemOf(certificate.get());
    identity.m_privateKey = pemOf(key.get());
    identity.m_keyKind = *kind;
    identity.m_fingerprint = fingerprintOf(chain.front().get());
    identity.m_notBefore = instantOf(X509_get0_notBefore(chain.front().get()));
    identity.m_notAfter = instantOf(X509_get0_notAfter(chain.front().get()));
    if (identity.m_privateKey.isEmpty() || identity.m_fingerprint.isEmpty() || !identity.m_notBefore.isValid()
        || !identity.m_notAfter.isValid())
        return unusable("the certificate has no usable validity");
    return identity;
}

Result<TlsIdentity> TlsIdentity::selfSigned(const QStringList &hosts, const QDateTime &notBefore,
                                            const QDateTime &notAfter)
{
    const OpenSsl::ErrorQueueGuard guard;
    const KeyOwner key(EVP_EC_gen("P-256"));
    const OpenSsl::X509Ptr made(X509_new());
    X509 *certificate = made.get();
    const bool signedWell = key && certificate && X509_set_version(certificate, X509_VERSION_3) == 1
                            && setRandomSerial(certificate) && setHosts(certificate, hosts) && setUse(certificate)
                            && ASN1_TIME_set(X509_getm_notBefore(certificate), time_t(notBefore.toSecsSinceEpoch()))
                            && ASN1_TIME_set(X509_getm_notAfter(certificate), time_t(notAfter.toSecsSinceEpoch()))
                            && X509_set_pubkey(certificate, key.get()) == 1
                            && X509_sign(certificate, key.get(), EVP_sha256()) > 0;
    if (!signedWell)
        return unusable("no certificate can be made for these hosts");
    return fromPem(pemOf(certificate), pemOf(key.get()));
}

bool TlsIdentity::names(const QString &host) const
{
    const OpenSsl::ErrorQueueGuard guard;
    const auto chain = chainOf(m_certificates);
    const QByteArray name = host.toLatin1();
    return !chain.empty()
           && (X509_check_ip_asc(chain.front().get(), name.constData(), 0) == 1
               || X509_check_host(chain.front().get(), name.constData(), size_t(name.size()), 0, nullptr) == 1);
}
