// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/crypto/Certificate.h"

class Clock;
class Random;

/// Everything secret of the twin: the pretended merchant's identity and the gateway's own keys. Made once, then kept.
class SimulatorKeys
{
public:
    /// Loads `simulator-keys.json` from the folder, or makes it (0600) at the first start. An empty folder name keeps
    /// them in memory only. A file from before there was an Official Account gets that one's secrets added.
    /// StoreFailure, or InvalidInput for a file that does not hold a whole set.
    static Result<SimulatorKeys> open(const QString &folder, const Clock &clock, Random &random);
    /// A set made elsewhere, as test vectors have it. InvalidInput when a part is missing or wrong.
    static Result<SimulatorKeys> fromJson(const QJsonObject &json);

    /// The merchant profile (api.md, "The merchant profile") with the key files beside it, all 0600.
    Result<void> exportProfile(const QString &file, const QString &apiBase, const QString &notifyUrl) const;

    const QString &mchid() const { return m_mchid; }
    const QString &appid() const { return m_appid; }
    const QByteArray &apiV3Key() const { return m_apiV3Key; }
    /// The merchant API certificate carries the serial the merchant signs under (reference 1.3).
    const Certificate &merchantCertificate() const { return m_merchantCertificate; }
    /// Only the profile needs it; the twin itself verifies with the certificate.
    const RsaPrivateKey &merchantKey() const { return m_merchantKey; }
    const QByteArray &publicKeyId() const { return m_publicKeyId; }
    const RsaPrivateKey &publicKeyModeKey() const { return m_publicKeyModeKey; }
    const Certificate &platformCertificate() const { return m_platformCertificate; }
    const RsaPrivateKey &platformKey() const { return m_platformKey; }
    /// Of the merchant's Official Account, which has the merchant's appid (reference 11.3).
    const QByteArray &accountSecret() const { return m_accountSecret; }
    const QByteArray &accountToken() const { return m_accountToken; }

private:
    SimulatorKeys(RsaPrivateKey merchantKey, Certificate merchantCertificate, RsaPrivateKey publicKeyModeKey,
                  RsaPrivateKey platformKey, Certificate platformCertificate);
    static QJsonObject make(const Clock &clock, Random &random);
    static Result<SimulatorKeys> fromFile(const QString &path, const QByteArray &content, Random &random);

    QString m_mchid;
    QString m_appid;
    QByteArray m_apiV3Key;
    QByteArray m_publicKeyId;
    QByteArray m_accountSecret;
    QByteArray m_accountToken;
    RsaPrivateKey m_merchantKey;
    Certificate m_merchantCertificate;
    RsaPrivateKey m_publicKeyModeKey;
    RsaPrivateKey m_platformKey;
    Certificate m_platformCertificate;
};
