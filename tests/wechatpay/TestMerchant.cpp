// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/wechatpay/TestMerchant.h"

#include "server/crypto/FileAccess.h"
#include "tests/wechatpay/Vectors.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <memory>

namespace {
constexpr char publicKeyId[] = "PUB_KEY_ID_01190000010920260101000000000001";
}

RsaPrivateKey testKey(const QString &stem)
{
    static QMap<QString, std::shared_ptr<const RsaPrivateKey>> known; // a key is checked when it is read: that is slow
    auto &kept = known[stem];
    if (!kept) {
        const auto key =
            RsaPrivateKey::fromDer(Vectors::file(QStringLiteral("keys/TEST_ONLY_%1_private_key.der").arg(stem)));
        if (!key)
            qFatal("the test key does not parse");
        kept = std::make_shared<const RsaPrivateKey>(*key);
    }
    return *kept;
}

TestProfile::TestProfile()
{
    write("merchant_key.pem", testKey("merchant").toPem());
    write("wxp.pem", Vectors::file("keys/TEST_ONLY_wxp_public_key.pem"));
    write("cert.pem", Vectors::file("keys/TEST_ONLY_platform_cert.pem"));
    json = {{"provider", "wechatpay"},
            {"mchid", "1900000109"},
            {"appid", "wxd678efh567hg6787"},
            {"merchant_serial", "5E57000000000000000000000000000000000001"},
            {"merchant_private_key_file", "merchant_key.pem"},
            {"api_v3_key", QString::fromLatin1(Vectors::file("keys/TEST_ONLY_apiv3_key.txt"))},
            {"platform_public_key_id", publicKeyId},
            {"platform_public_key_file", "wxp.pem"},
            {"platform_certificate_files", QJsonArray{"cert.pem"}},
            {"order_lifetime_s", 300},
            {"api_base", "https://gateway.example.test"},
            {"notify_url", "https://pay.example.test/wechat/notify"}};
}

void TestProfile::write(const QString &name, const QByteArray &content)
{
    m_written += name.toUtf8() + '\n' + content;
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(content) != content.size()
        || !FileAccess::narrow(file))
        qFatal("the test profile cannot be written");
}

Result<MerchantProfile> TestProfile::read()
{
    write("profile.json", QJsonDocument(json).toJson());
    return MerchantProfile::read(path("profile.json"));
}

MerchantProfile TestProfile::get()
{
    static QMap<QByteArray, std::shared_ptr<const MerchantProfile>> known; // the same files make the same profile
    auto &kept = known[QJsonDocument(json).toJson() + m_written];
    if (!kept) {
        const auto profile = read();
        if (!profile)
            qFatal("the test profile is refused: %s", qPrintable(profile.error().message));
        kept = std::make_shared<const MerchantProfile>(*profile);
    }
    return *kept;
}

TestProfile &TestProfile::withoutPublicKey()
{
    json.remove("platform_public_key_id");
    json.remove("platform_public_key_file");
    return *this;
}

TestProfile &TestProfile::withoutCertificates()
{
    json.remove("platform_certificate_files");
    return *this;
}

TestMerchant::TestMerchant(const MerchantProfile &profile, qint64 startMs)
    : clock(startMs), pay(profile, transport, clock, random)
{
}

HttpAnswer TestMerchant::reply(int status, const QByteArray &body) const
{
    static const RsaPrivateKey key = testKey("wxp");
    return reply(status, body, key, publicKeyId);
}

HttpAnswer TestMerchant::reply(int status, const QByteArray &body, const RsaPrivateKey &key,
                               const QByteArray &serial) const
{
    const QByteArray timestamp = QByteArray::number(clock.nowMs() / 1000);
    const QByteArray nonce = "d824f2e086d3c1df967785d13fcd22ef";
    return {.status = status,
            .headers = {{"wechatpay-timestamp", timestamp},
                        {"wechatpay-nonce", nonce},
                        {"wechatpay-serial", serial},
                        {"wechatpay-signature", key.signBase64(timestamp + '\n' + nonce + '\n' + body + '\n')}},
            .body = body};
}

HttpAnswer TestMerchant::notification(const QString &eventType, const QJsonObject &content) const
{
    const QByteArray plain = QJsonDocument(content).toJson(QJsonDocument::Compact);
    return reply(0, QJsonDocument(envelope(eventType, plain)).toJson(QJsonDocument::Compact));
}

QJsonObject TestMerchant::envelope(const QString &eventType, const QByteArray &content) const
{
    const QByteArray sealed = pay.profile().apiV3Cipher().seal(content, "fdasflkja484", "transaction");
    return {{"id", "6f7d2f0a-3c1e-5b52-9a57-000000000001"},
            {"resource_type", "encrypt-resource"},
            {"event_type", eventType},
            {"resource", QJsonObject{{"algorithm", "AEAD_AES_256_GCM"},
                                     {"ciphertext", QString::fromLatin1(sealed.toBase64())},
                                     {"associated_data", "transaction"},
                                     {"nonce", "fdasflkja484"}}}};
}

HttpAnswer TestMerchant::unsignedReply(int status, const QByteArray &body)
{
    return {.status = status, .headers = {{"Request-ID", "08C0FEA4CA0610AA-268435461"}}, .body = body};
}

Order TestMerchant::order(const QString &number) const
{
    return {.outTradeNo = *OutTradeNo::parse(number),
            .description = QStringLiteral("测试商品"),
            .total = *Money::fromFen(1990),
            .expiresAt = clock.now().addSecs(300)};
}
