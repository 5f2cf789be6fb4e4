// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wechatpay/ProfileReader.h"

#include "server/crypto/PrivateFile.h"
#include "server/domain/Json.h"

#include <QFileInfo>
#include <QHostAddress>
#include <QJsonArray>
#include <QRegularExpression>

namespace {

constexpr qint64 maxKeyFileBytes = 64 * 1024;

bool isLoopback(const QUrl &url)
{
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

bool isWhole(const QString &text, const QString &pattern)
{
    static const QString whole = QStringLiteral("\\A(?:%1)\\z");
    return QRegularExpression(whole.arg(pattern)).match(text).hasMatch();
}

} // namespace

ProfileReader::ProfileReader(const QString &path) : m_path(path), m_folder(QFileInfo(path).absoluteDir()) {}

Result<MerchantProfile> ProfileReader::read()
{
    const auto content =
        PrivateFile::readSecret(m_path, MerchantProfile::maxFileBytes, QStringLiteral("The merchant profile"));
    if (!content && content.error().code == ErrorCode::Configuration)
        return Error{ErrorCode::Configuration, content.error().message + u'.'};
    if (!content)
        return Error{ErrorCode::Configuration,
                     QStringLiteral("The merchant profile %1 cannot be read, or is longer than %2 bytes.")
                         .arg(m_path)
                         .arg(MerchantProfile::maxFileBytes)};
    if (const auto json = Json::parseObject(*content)) {
        m_json = *json;
        readMembers();
    } else {
        fault(QStringLiteral("The merchant profile is not a JSON object."));
    }
    if (!m_faults.isEmpty())
        return Error{ErrorCode::Configuration, m_faults.join(u'\n')};
    return MerchantProfile(std::move(m_values));
}

void ProfileReader::readMembers()
{
    refuseUnknownMembers();
    readProvider();
    readMerchant();
    readPublicKey();
    readCertificates();
    readServiceProvider();
    readOfficialAccount();
    readAddresses();

    const bool namesKey = m_json.contains(QLatin1String("platform_public_key_id"))
                          || m_json.contains(QLatin1String("platform_public_key_file"));
    if (!namesKey && m_json.value(QLatin1String("platform_certificate_files")).toArray().isEmpty())
        fault(QStringLiteral("There is no key to verify the provider with: give platform_public_key_id and "
                             "platform_public_key_file, or platform_certificate_files."));
    m_keyFileNames.append(QFileInfo(m_path).fileName());
    for (const QString &name : std::as_const(m_keyFileNames)) {
        if (name.startsWith(QLatin1String("TEST_ONLY_")) && MerchantProfile::isWeChatPay(m_values.apiBase))
            fault(QStringLiteral("%1 is a key for tests and must not be used with WeChat Pay itself.").arg(name));
    }
}

void ProfileReader::refuseUnknownMembers()
{
    static const QStringList known{"provider",
                                   "mchid",
                                   "appid",
                                   "merchant_serial",
                                   "merchant_private_key_file",
                                   "api_v3_key",
                                   "platform_public_key_id",
                                   "platform_public_key_file",
                                   "platform_certificate_files",
                                   "order_lifetime_s",
                                   "api_base",
                                   "notify_url",
                                   "sp_mchid",
                                   "sp_appid",
                                   "sub_mchid",
                                   "sub_appid",
                                   "official_account"};
    static const QStringList knownOfAccount{"appid", "app_secret_file", "token_file", "api_base"};
    const auto refuse = [this](const QJsonObject &object, const QString &of, const QStringList &expected) {
        const QStringList given = object.keys();
        for (const QString &member : given) {
            if (!expected.contains(member))
                fault(QStringLiteral("%1%2 is not a member of a merchant profile.").arg(of, member.left(40)));
        }
    };
    refuse(m_json, {}, known);
    refuse(m_json.value(QLatin1String("official_account")).toObject(), QStringLiteral("official_account."),
           knownOfAccount);
}

void ProfileReader::readProvider()
{
    if (text(QStringLiteral("provider")) != QLatin1String("wechatpay") && m_json.contains(QLatin1String("provider")))
        fault(QStringLiteral("provider must be \"wechatpay\"."));
    const QJsonValue lifetime = m_json.value(QLatin1String("order_lifetime_s"));
    if (lifetime.isUndefined())
        return;
    const std::chrono::seconds seconds(lifetime.toInteger(-1));
    if (seconds < MerchantProfile::shortestOrderLifetime || seconds > MerchantProfile::longestOrderLifetime)
        fault(QStringLiteral("order_lifetime_s must be a whole number from %1 to %2.")
                  .arg(MerchantProfile::shortestOrderLifetime.count())
                  .arg(MerchantProfile::longestOrderLifetime.count()));
    m_values.orderLifetime = seconds;
}

void ProfileReader::readMerchant()
{
    m_values.mchid = matching(QStringLiteral("mchid"), QStringLiteral("[0-9]{1,32}"), QStringLiteral("1 to 32 digits"));
    m_values.appid = matching(QStringLiteral("appid"), QStringLiteral("[0-9A-Za-z_-]{1,32}"),
                              QStringLiteral("1 to 32 letters or digits"));
    m_values.merchantSerial = matching(QStringLiteral("merchant_serial"), QStringLiteral("[0-9A-Fa-f]{40}"),
                                       QStringLiteral("the 40 hex digits of the merchant certificate's serial number"))
                                  .toLatin1()
                                  .toUpper();
    // A space or a line end copied along is the usual fault here, and then no notification can be decrypted.
    const QByteArray key = matching(QStringLiteral("api_v3_key"), QStringLiteral("[!-~]{32}"),
                                    QStringLiteral("exactly 32 letters or digits without spaces"))
                               .toLatin1();
    if (auto cipher = AesGcm::withKey(key))
        m_values.apiV3Cipher = *std::move(cipher);
    const QString member = QStringLiteral("merchant_private_key_file");
    const QByteArray pem = keyFile(member, text(member), true);
    if (pem.isEmpty())
        return;
    if (auto merchantKey = RsaPrivateKey::fromPem(pem))
        m_values.merchantKey = *std::move(merchantKey);
    else
        fault(QStringLiteral("%1 does not hold a usable private key: %2.").arg(member, merchantKey.error().message));
}

void ProfileReader::readPublicKey()
{
    const QString idMember = QStringLiteral("platform_public_key_id");
    const QString fileMember = QStringLiteral("platform_public_key_file");
    if (!m_json.contains(idMember) && !m_json.contains(fileMember))
        return;
    m_values.platformKeyId = matching(idMember, QStringLiteral("PUB_KEY_ID_[0-9A-Za-z_]{1,64}"),
                                      QStringLiteral("the key's id, PUB_KEY_ID_ and digits"))
                                 .toLatin1();
    const QByteArray pem = keyFile(fileMember, text(fileMember), false);
    if (pem.isEmpty())
        return;
    if (auto key = RsaPublicKey::fromPem(pem))
        m_values.platformKey = *std::move(key);
    else
        fault(QStringLiteral("%1 does not hold a usable public key: %2.").arg(fileMember, key.error().message));
}

void ProfileReader::readCertificates()
{
    const QString member = QStringLiteral("platform_certificate_files");
    const QJsonValue value = m_json.value(member);
    const QJsonArray names = value.toArray();
    if (!value.isUndefined() && (!value.isArray() || names.size() > MerchantProfile::maxCertificateFiles))
        return fault(QStringLiteral("%1 must be a list of at most %2 file names.")
                         .arg(member)
                         .arg(MerchantProfile::maxCertificateFiles));
    for (const QJsonValue name : names) {
        const QByteArray pem = keyFile(member, name.toString(), false);
        if (pem.isEmpty())
            continue;
        if (auto certificate = Certificate::fromPem(pem))
            m_values.platformCertificates.append(*std::move(certificate));
        else
            fault(QStringLiteral("%1: %2 does not hold a usable certificate: %3.")
                      .arg(member, name.toString().left(80), certificate.error().message));
    }
}

void ProfileReader::readServiceProvider()
{
    const auto number = [this](const QString &member) {
        return matching(member, QStringLiteral("[0-9]{1,32}"), QStringLiteral("1 to 32 digits"), false);
    };
    const auto app = [this](const QString &member) {
        return matching(member, QStringLiteral("[0-9A-Za-z_-]{1,32}"), QStringLiteral("1 to 32 letters or digits"),
                        false);
    };
    m_values.spMchid = number(QStringLiteral("sp_mchid"));
    m_values.spAppid = app(QStringLiteral("sp_appid"));
    m_values.subMchid = number(QStringLiteral("sub_mchid"));
    m_values.subAppid = app(QStringLiteral("sub_appid"));
}

void ProfileReader::readOfficialAccount()
{
    const QString member = QStringLiteral("official_account");
    if (!m_json.contains(member))
        return;
    if (!m_json.value(member).isObject())
        return fault(QStringLiteral("%1 must be an object.").arg(member));
    const QString base = text(QStringLiteral("official_account.api_base"), false);
    m_values.officialAccount = OfficialAccountProfile{
        .appid = matching(QStringLiteral("official_account.appid"), QStringLiteral("[0-9A-Za-z_-]{1,32}"),
                          QStringLiteral("1 to 32 letters or digits")),
        .appSecret = secretText(QStringLiteral("official_account.app_secret_file"), QStringLiteral("[!-~]{16,128}"),
                                QStringLiteral("the account's secret, 16 to 128 letters or digits")),
        .token = secretText(QStringLiteral("official_account.token_file"), QStringLiteral("[0-9A-Za-z]{3,32}"),
                            QStringLiteral("the token of the account's events, 3 to 32 letters or digits")),
        .apiBase = base.isEmpty() ? MerchantProfile::accountHost()
                                  : baseAddress(QStringLiteral("official_account.api_base"), base)};
}

QUrl ProfileReader::baseAddress(const QString &member, const QString &address)
{
    QUrl base(address, QUrl::StrictMode);
    const bool bare = (base.path().isEmpty() || base.path() == QLatin1String("/")) && !base.hasQuery()
                      && !base.hasFragment() && base.userInfo().isEmpty();
    const bool safe =
        base.scheme() == QLatin1String("https") || (base.scheme() == QLatin1String("http") && isLoopback(base));
    if (!address.isEmpty() && (!base.isValid() || base.host().isEmpty() || !bare || !safe))
        fault(QStringLiteral("%1 must be https:// with a host and nothing after it; plain http:// is for this "
                             "machine only.")
                  .arg(member));
    base.setPath({});
    return base;
}

void ProfileReader::readAddresses()
{
    const QUrl base = baseAddress(QStringLiteral("api_base"), text(QStringLiteral("api_base")));
    // A misspelling of the real host must not pass for a training server.
    QString host = base.host();
    while (host.endsWith(u'.'))
        host.chop(1);
    const bool weixin = host == QLatin1String("weixin.qq.com") || host.endsWith(QLatin1String(".weixin.qq.com"));
    if (weixin && !MerchantProfile::isWeChatPay(base))
        fault(QStringLiteral("api_base names a host of WeChat that is not one of WeChat Pay's two."));
    m_values.apiBase = base;

    m_values.notifyUrl = text(QStringLiteral("notify_url"));
    const QUrl notify(m_values.notifyUrl, QUrl::StrictMode);
    const bool plainHere = notify.scheme() == QLatin1String("http") && isLoopback(notify);
    const bool whole = notify.isValid() && !notify.host().isEmpty() && notify.userInfo().isEmpty() && !notify.hasQuery()
                       && !notify.hasFragment() && m_values.notifyUrl.size() <= MerchantProfile::maxNotifyUrlLength;
    if (!m_values.notifyUrl.isEmpty() && (!whole || (notify.scheme() != QLatin1String("https") && !plainHere)))
        fault(QStringLiteral("notify_url must be https:// with a host, at most %1 characters, without a query; plain "
                             "http:// is for this machine only.")
                  .arg(MerchantProfile::maxNotifyUrlLength));
    else if (plainHere && MerchantProfile::isWeChatPay(base))
        fault(QStringLiteral("notify_url must be https:// when api_base is WeChat Pay itself."));
}

QJsonValue ProfileReader::valueOf(const QString &member) const
{
    const auto dot = member.indexOf(u'.');
    return dot < 0 ? m_json.value(member) : m_json.value(member.left(dot)).toObject().value(member.mid(dot + 1));
}

QString ProfileReader::text(const QString &member, bool required)
{
    const QJsonValue value = valueOf(member);
    if (value.isString() && !value.toString().isEmpty())
        return value.toString();
    if (required || !value.isUndefined())
        fault(value.isUndefined() ? QStringLiteral("%1 is missing.").arg(member)
                                  : QStringLiteral("%1 must be a text that is not empty.").arg(member));
    return {};
}

QString ProfileReader::matching(const QString &member, const QString &pattern, const QString &rule, bool required)
{
    const QString value = text(member, required);
    if (value.isEmpty())
        return {};
    if (isWhole(value, pattern))
        return value;
    fault(QStringLiteral("%1 must be %2.").arg(member, rule));
    return {};
}

QByteArray ProfileReader::secretText(const QString &member, const QString &pattern, const QString &rule)
{
    const QByteArray content = keyFile(member, text(member), true).trimmed();
    if (isWhole(QString::fromLatin1(content), pattern))
        return content;
    if (!content.isEmpty())
        fault(QStringLiteral("%1: the file must hold %2.").arg(member, rule));
    return {};
}

QByteArray ProfileReader::keyFile(const QString &member, const QString &name, bool secret)
{
    if (name.isEmpty()) {
        if (valueOf(member).isArray())
            fault(QStringLiteral("%1 must hold file names only.").arg(member));
        return {};
    }
    const QString path = m_folder.absoluteFilePath(name);
    const auto content = secret ? PrivateFile::readSecret(path, maxKeyFileBytes,
                                                          QStringLiteral("%1: the file %2").arg(member, name.left(80)))
                                : PrivateFile::read(path, maxKeyFileBytes);
    if (!content && content.error().code == ErrorCode::Configuration) {
        fault(content.error().message + u'.');
        return {};
    }
    if (!content || content->isEmpty()) {
        // Not even the name: a key pasted where its file's name belongs must not reach a log.
        fault(QStringLiteral("%1 names a file that cannot be read, or is empty.").arg(member));
        return {};
    }
    m_keyFileNames.append(QFileInfo(path).fileName());
    if (const QString target = QFileInfo(path).canonicalFilePath();
        QFileInfo(target).fileName() != m_keyFileNames.last())
        m_keyFileNames.append(QFileInfo(target).fileName());
    return *content;
}
