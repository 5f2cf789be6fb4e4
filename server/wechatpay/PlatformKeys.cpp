// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wechatpay/PlatformKeys.h"

#include "server/wechatpay/MerchantProfile.h"

PlatformKeys::PlatformKeys(const MerchantProfile &profile)
    : m_id(profile.platformKeyId()), m_key(profile.platformKey()),
      m_usesCertificates(!profile.platformCertificates().isEmpty())
{
    for (const Certificate &certificate : profile.platformCertificates())
        m_certificates.insert(normalised(certificate.serial()), certificate);
}

const RsaPublicKey *PlatformKeys::find(const QByteArray &serial, const QDateTime &now) const
{
    if (m_key && serial == m_id)
        return &*m_key;
    const auto found = m_certificates.constFind(normalised(serial));
    return found != m_certificates.constEnd() && found->isValidAt(now) ? &found->publicKey() : nullptr;
}

QByteArray PlatformKeys::announced(const QDateTime &now) const
{
    if (m_key)
        return m_id;
    const Certificate *newest = nullptr;
    for (const Certificate &certificate : m_certificates) {
        if (certificate.isValidAt(now) && (!newest || certificate.notBefore() > newest->notBefore()))
            newest = &certificate;
    }
    return newest ? newest->serial() : QByteArray();
}

void PlatformKeys::learn(const QList<Certificate> &certificates, const QDateTime &now)
{
    m_certificates.removeIf([&now](const auto &entry) { return entry.value().notAfter() < now; });
    for (const Certificate &certificate : certificates) {
        if (m_certificates.size() < maxCertificates && certificate.notAfter() >= now)
            m_certificates.insert(normalised(certificate.serial()), certificate);
    }
}

QByteArray PlatformKeys::normalised(const QByteArray &serial)
{
    const QByteArray upper = serial.toUpper();
    qsizetype zeros = 0;
    while (zeros < upper.size() && upper[zeros] == '0')
        ++zeros;
    return upper.mid(zeros);
}
