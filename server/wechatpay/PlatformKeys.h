// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/crypto/Certificate.h"

#include <QHash>
#include <optional>

class MerchantProfile;

/// The keys the provider signs with, by the name it gives them (reference 1.4 step 3, 1.5, 1.6). Both kinds may be
/// there at once, as they are while a merchant moves from certificates to the public key.
class PlatformKeys
{
public:
    static constexpr qsizetype maxCertificates = 64;

    explicit PlatformKeys(const MerchantProfile &profile);

    /// The key of that name, if it may be used now. Serial numbers compare without regard to case, ids exactly.
    const RsaPublicKey *find(const QByteArray &serial, const QDateTime &now) const;
    /// What to send as Wechatpay-Serial: the id, else the newest certificate valid now; empty when there is neither.
    QByteArray announced(const QDateTime &now) const;

    bool usesCertificates() const { return m_usesCertificates; }
    /// Takes new ones in, lets expired ones go. A full house of unexpired ones takes no more.
    void learn(const QList<Certificate> &certificates, const QDateTime &now);

    /// Upper case without leading zeros, so that two spellings of one serial number are the same.
    static QByteArray normalised(const QByteArray &serial);

private:
    QByteArray m_id;
    std::optional<RsaPublicKey> m_key;
    QHash<QByteArray, Certificate> m_certificates;
    bool m_usesCertificates;
};
