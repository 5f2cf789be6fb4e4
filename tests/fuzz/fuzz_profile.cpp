// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/Fuzz.h"
#include "tests/wechatpay/TestMerchant.h"

#include <QJsonDocument>

namespace {

constexpr qsizetype shortestSecret = 24; // shorter texts are words that occur in sentences, too

/// What is written in the file must not come out in a sentence.
bool isIn(const QJsonObject &json, const QString &message)
{
    return std::any_of(json.begin(), json.end(), [&message](const QJsonValue &value) {
        const QString text = value.toString();
        return text.size() >= shortestSecret && message.contains(text);
    });
}

} // namespace

/// A profile file as anybody may have mended it, beside the vectors' key files.
void fuzzOne(Fuzz::Input input)
{
    static TestProfile folder;
    const QByteArray bytes = input.rest();
    folder.write(QStringLiteral("fuzzed.json"), bytes);
    const auto profile = MerchantProfile::read(folder.path(QStringLiteral("fuzzed.json")));
    if (!profile) {
        Fuzz::require(profile.error().code == ErrorCode::Configuration && !profile.error().message.isEmpty(),
                      "a refused profile says why");
        Fuzz::require(!isIn(QJsonDocument::fromJson(bytes).object(), profile.error().message),
                      "no sentence holds a value");
        return;
    }
    Fuzz::require(profile->platformKey() || !profile->platformCertificates().isEmpty(), "the provider can be verified");
    Fuzz::require(profile->apiBase().isValid() && profile->apiBase().path().isEmpty(), "there is an address to ask");
    Fuzz::require(profile->notifyUrl().size() <= MerchantProfile::maxNotifyUrlLength, "an address has its length");
    Fuzz::require(profile->orderLifetime() >= MerchantProfile::shortestOrderLifetime
                      && profile->orderLifetime() <= MerchantProfile::longestOrderLifetime,
                  "an order's life has its length");
}
