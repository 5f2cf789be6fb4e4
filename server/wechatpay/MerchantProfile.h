// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/crypto/AesGcm.h"
#include "server/crypto/Certificate.h"
#include "server/crypto/Rsa.h"

#include <QList>
#include <QUrl>
#include <chrono>
#include <optional>

/// The merchant's Official Account, where it has one (reference 11.3).
struct OfficialAccountProfile
{
    QString appid;
    QByteArray appSecret; ///< a secret
    QByteArray token; ///< what its events are signed with; a secret
    QUrl apiBase; ///< scheme, host and port only
};

/// All that a server needs to speak for one merchant (api.md, "The merchant profile"). One that exists is whole: the
/// keys parse, the addresses are allowed, there is at least one way to verify the provider.
class MerchantProfile
{
public:
    static constexpr int maxFileBytes = 64 * 1024;
    static constexpr int maxNotifyUrlLength = 255; ///< reference 2.1
    static constexpr int maxCertificateFiles = 16;
    static constexpr std::chrono::seconds shortestOrderLifetime{60};
    static constexpr std::chrono::seconds longestOrderLifetime{7200};

    /// Configuration with one sentence a line, all faults at once. No sentence holds a value out of the file, so none
    /// can hold a secret; names of members and of files that exist do occur.
    static Result<MerchantProfile> read(const QString &path);

    const QString &mchid() const { return m_values.mchid; }
    const QString &appid() const { return m_values.appid; }
    const QByteArray &merchantSerial() const { return m_values.merchantSerial; } ///< 40 hex digits, upper case
    const RsaPrivateKey &merchantKey() const { return *m_values.merchantKey; }
    const AesGcm &apiV3Cipher() const { return *m_values.apiV3Cipher; }
    /// "PUB_KEY_ID_…"; empty where only certificates are used.
    const QByteArray &platformKeyId() const { return m_values.platformKeyId; }
    const std::optional<RsaPublicKey> &platformKey() const { return m_values.platformKey; }
    const QList<Certificate> &platformCertificates() const { return m_values.platformCertificates; }
    std::chrono::seconds orderLifetime() const { return m_values.orderLifetime; }
    const QUrl &apiBase() const { return m_values.apiBase; } ///< scheme, host and port only
    const QString &notifyUrl() const { return m_values.notifyUrl; }
    /// For service-provider mode (reference 7); empty where there is none.
    const QString &spMchid() const { return m_values.spMchid; }
    const QString &spAppid() const { return m_values.spAppid; }
    const QString &subMchid() const { return m_values.subMchid; }
    const QString &subAppid() const { return m_values.subAppid; }
    const std::optional<OfficialAccountProfile> &officialAccount() const { return m_values.officialAccount; }

    /// Real money: apiBase is one of WeChat Pay's two hosts. Anything else is training.
    bool isProduction() const { return isWeChatPay(m_values.apiBase); }
    static bool isWeChatPay(const QUrl &base);
    static QUrl mainHost() { return QUrl(QStringLiteral("https://api.mch.weixin.qq.com")); }
    static QUrl backupHost() { return QUrl(QStringLiteral("https://api2.mch.weixin.qq.com")); }
    /// Where an Official Account is spoken for, unless the profile says otherwise.
    static QUrl accountHost() { return QUrl(QStringLiteral("https://api.weixin.qq.com")); }

private:
    friend class ProfileReader;
    struct Values
    {
        QString mchid, appid;
        QByteArray merchantSerial;
        std::optional<RsaPrivateKey> merchantKey;
        std::optional<AesGcm> apiV3Cipher;
        QByteArray platformKeyId;
        std::optional<RsaPublicKey> platformKey;
        QList<Certificate> platformCertificates;
        std::chrono::seconds orderLifetime{300};
        QUrl apiBase;
        QString notifyUrl;
        QString spMchid, spAppid, subMchid, subAppid;
        std::optional<OfficialAccountProfile> officialAccount;
    };
    explicit MerchantProfile(Values values) : m_values(std::move(values)) {}
    Values m_values;
};
