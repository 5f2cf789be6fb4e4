// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/SimulatorKeys.h"

#include "server/crypto/PrivateFile.h"
#include "server/domain/Clock.h"
#include "server/domain/Random.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace {

constexpr qint64 maxKeyFileBytes = 256 * 1024;
constexpr int certificateYears = 5; // reference 1.5

QByteArray serialHex(Random &random)
{
    // The first digit stays below 8: with the sign bit set, 20 bytes of serial would need a 21st.
    return random.text(1, "1234567") + random.text(39, "0123456789ABCDEF");
}

QByteArray pem(const QJsonObject &json, const char *member)
{
    return json[QLatin1String(member)].toString().toLatin1();
}

/// With the Official Account's secrets, where they are not there yet.
QJsonObject withAccount(QJsonObject json, Random &random)
{
    const auto add = [&](const char *member, qsizetype length, QByteArrayView alphabet) {
        if (!json.contains(QLatin1String(member)))
            json[QLatin1String(member)] = QString::fromLatin1(random.text(length, alphabet));
    };
    add("official_account_secret", 32, "0123456789abcdef");
    add("official_account_token", 32, QByteArrayView(Random::lettersAndDigits));
    return json;
}

Error incomplete(const char *what)
{
    return {ErrorCode::InvalidInput,
            QStringLiteral("the simulator's keys: missing or wrong %1").arg(QLatin1String(what))};
}

} // namespace

SimulatorKeys::SimulatorKeys(RsaPrivateKey merchantKey, Certificate merchantCertificate, RsaPrivateKey publicKeyModeKey,
                             RsaPrivateKey platformKey, Certificate platformCertificate)
    : m_merchantKey(std::move(merchantKey)), m_merchantCertificate(std::move(merchantCertificate)),
      m_publicKeyModeKey(std::move(publicKeyModeKey)), m_platformKey(std::move(platformKey)),
      m_platformCertificate(std::move(platformCertificate))
{
}

Result<SimulatorKeys> SimulatorKeys::open(const QString &folder, const Clock &clock, Random &random)
{
    if (folder.isEmpty())
        return fromJson(make(clock, random));
    const QString path = QDir(folder).filePath(QStringLiteral("simulator-keys.json"));
    const auto stored = PrivateFile::readSecret(path, maxKeyFileBytes, QStringLiteral("simulator-keys.json"));
    if (stored)
        return fromFile(path, *stored, random);
    if (stored.error().code != ErrorCode::NotFound)
        return stored.error();
    if (const auto made = PrivateFile::makeFolder(folder); !made)
        return made.error();
    const QJsonObject json = make(clock, random);
    if (const auto written = PrivateFile::write(path, QJsonDocument(json).toJson()); !written)
        return written.error();
    return fromJson(json);
}

Result<SimulatorKeys> SimulatorKeys::fromFile(const QString &path, const QByteArray &content, Random &random)
{
    const QJsonObject stored = QJsonDocument::fromJson(content).object();
    const QJsonObject whole = withAccount(stored, random);
    auto keys = fromJson(whole);
    if (!keys || whole == stored) // a damaged file stays as it is
        return keys;
    if (const auto written = PrivateFile::write(path, QJsonDocument(whole).toJson()); !written)
        return written.error();
    return keys;
}

QJsonObject SimulatorKeys::make(const Clock &clock, Random &random)
{
    const auto merchant = RsaPrivateKey::generate();
    const auto publicKeyMode = RsaPrivateKey::generate();
    const auto platform = RsaPrivateKey::generate();
    const QDateTime from = clock.now().addSecs(-3600);
    const QDateTime until = from.addYears(certificateYears);
    const auto certificate = [&](const RsaPrivateKey &key, const QString &name) {
        return QString::fromLatin1(Certificate::selfSigned(key, serialHex(random), name, from, until).pem());
    };
    const QJsonObject json{
        {"mchid", QString::fromLatin1("19" + random.text(8, "0123456789"))},
        {"appid", QString::fromLatin1("wx" + random.text(16, "0123456789abcdef"))},
        {"api_v3_key", QString::fromLatin1(random.text(32, Random::lettersAndDigits))},
        {"platform_public_key_id", QString::fromLatin1("PUB_KEY_ID_" + random.text(32, "0123456789"))},
        {"merchant_private_key", QString::fromLatin1(merchant.toPem())},
        {"merchant_certificate", certificate(merchant, QStringLiteral("Simulated merchant"))},
        {"public_key_mode_private_key", QString::fromLatin1(publicKeyMode.toPem())},
        {"platform_private_key", QString::fromLatin1(platform.toPem())},
        {"platform_certificate", certificate(platform, QStringLiteral("Simulated payment platform"))},
    };
    return withAccount(json, random);
}

Result<SimulatorKeys> SimulatorKeys::fromJson(const QJsonObject &json)
{
    const auto merchant = RsaPrivateKey::fromPem(pem(json, "merchant_private_key"));
    if (!merchant)
        return incomplete("merchant_private_key");
    const auto merchantCertificate = Certificate::fromPem(pem(json, "merchant_certificate"));
    if (!merchantCertificate)
        return incomplete("merchant_certificate");
    const auto publicKeyMode = RsaPrivateKey::fromPem(pem(json, "public_key_mode_private_key"));
    if (!publicKeyMode)
        return incomplete("public_key_mode_private_key");
    const auto platform = RsaPrivateKey::fromPem(pem(json, "platform_private_key"));
    if (!platform)
        return incomplete("platform_private_key");
    const auto platformCertificate = Certificate::fromPem(pem(json, "platform_certificate"));
    if (!platformCertificate)
        return incomplete("platform_certificate");

    SimulatorKeys keys(*merchant, *merchantCertificate, *publicKeyMode, *platform, *platformCertificate);
    keys.m_mchid = json["mchid"].toString();
    keys.m_appid = json["appid"].toString();
    keys.m_apiV3Key = pem(json, "api_v3_key");
    keys.m_publicKeyId = pem(json, "platform_public_key_id");
    keys.m_accountSecret = pem(json, "official_account_secret");
    keys.m_accountToken = pem(json, "official_account_token");
    if (keys.m_mchid.isEmpty() || keys.m_appid.isEmpty())
        return incomplete("mchid or appid");
    if (keys.m_apiV3Key.size() != 32)
        return incomplete("api_v3_key");
    if (!keys.m_publicKeyId.startsWith("PUB_KEY_ID_"))
        return incomplete("platform_public_key_id");
    if (keys.m_accountSecret.size() < 16 || keys.m_accountToken.size() < 3)
        return incomplete("official_account_secret or official_account_token");
    return keys;
}

Result<void> SimulatorKeys::exportProfile(const QString &file, const QString &apiBase, const QString &notifyUrl) const
{
    const QDir folder = QFileInfo(file).absoluteDir();
    if (const auto made = PrivateFile::makeFolder(folder.path()); !made)
        return made.error();
    const QJsonObject profile{
        {"provider", "wechatpay"},
        {"mchid", m_mchid},
        {"appid", m_appid},
        {"merchant_serial", QString::fromLatin1(m_merchantCertificate.serial())},
        {"merchant_private_key_file", "merchant_key.pem"},
        {"api_v3_key", QString::fromLatin1(m_apiV3Key)},
        {"platform_public_key_id", QString::fromLatin1(m_publicKeyId)},
        {"platform_public_key_file", "wechatpay_public_key.pem"},
        {"platform_certificate_files", QJsonArray{"platform_cert.pem"}},
        {"order_lifetime_s", 300},
        {"api_base", apiBase},
        {"notify_url", notifyUrl},
        {"official_account", QJsonObject{{"appid", m_appid},
                                         {"app_secret_file", "official_account_secret.txt"},
                                         {"token_file", "official_account_token.txt"},
                                         {"api_base", apiBase}}},
    };
    // The profile last: who sees it finds the files it names. The merchant's certificate is for other people's SDKs.
    const QList<QPair<QString, QByteArray>> files{
        {folder.filePath(QStringLiteral("merchant_key.pem")), m_merchantKey.toPem()},
        {folder.filePath(QStringLiteral("merchant_cert.pem")), m_merchantCertificate.pem()},
        {folder.filePath(QStringLiteral("wechatpay_public_key.pem")), m_publicKeyModeKey.publicKey().toPem()},
        {folder.filePath(QStringLiteral("platform_cert.pem")), m_platformCertificate.pem()},
        {folder.filePath(QStringLiteral("official_account_secret.txt")), m_accountSecret + '\n'},
        {folder.filePath(QStringLiteral("official_account_token.txt")), m_accountToken + '\n'},
        {file, QJsonDocument(profile).toJson()},
    };
    for (const auto &[path, content] : files) {
        if (const auto written = PrivateFile::write(path, content); !written)
            return written.error();
    }
    return {};
}
