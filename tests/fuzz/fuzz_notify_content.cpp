// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/Fuzz.h"
#include "tests/wechatpay/TestMerchant.h"

#include <QJsonDocument>
#include <array>

namespace {

constexpr std::array eventTypes{"TRANSACTION.SUCCESS", "REFUND.SUCCESS", "REFUND.ABNORMAL", "REFUND.CLOSED",
                                "SOMETHING.NEW"};

/// The content sealed with the merchant's own key, as only the gateway can.
QByteArray envelope(const MerchantProfile &profile, const char *eventType, const QByteArray &content)
{
    const QByteArray sealed = profile.apiV3Cipher().seal(content, "fdasflkja484", "x");
    return QJsonDocument(QJsonObject{{"id", "6f7d2f0a-3c1e-5b52-9a57-000000000001"},
                                     {"resource_type", "encrypt-resource"},
                                     {"event_type", eventType},
                                     {"resource", QJsonObject{{"algorithm", "AEAD_AES_256_GCM"},
                                                              {"ciphertext", QString::fromLatin1(sealed.toBase64())},
                                                              {"associated_data", "x"},
                                                              {"nonce", "fdasflkja484"}}}})
        .toJson(QJsonDocument::Compact);
}

void judge(const PaymentEvent &event)
{
    const bool paid = event.state == TradeState::Success || event.state == TradeState::Refund;
    Fuzz::require(!event.outTradeNo.isEmpty() && event.outTradeNo.size() <= 64, "a payment names its order");
    Fuzz::require(!paid || !event.transactionId.isEmpty(), "what is paid names its transaction");
    Fuzz::require(event.total.fen() >= 0 && event.total.fen() <= Money::maxFen, "a total is an amount");
    Fuzz::require(event.payerOpenid.size() <= 128, "an openid has its length");
}

void judge(const RefundEvent &event)
{
    Fuzz::require(!event.outRefundNo.isEmpty() && !event.refundId.isEmpty(), "a refund is named");
    Fuzz::require(event.refund <= event.total && event.total.fen() <= Money::maxFen, "no more goes back than came");
    Fuzz::require(event.userReceivedAccount.size() <= 64, "words have their length");
}

void judge(const UnknownEvent &event)
{
    Fuzz::require(event.eventType.size() <= 64, "a type has its length");
}

} // namespace

/// What lies behind a good signature: the first byte says which kind of event the rest is the content of, or that it is
/// the envelope itself. The same content as a reply's goes through the same reader.
void fuzzOne(Fuzz::Input input)
{
    static const MerchantProfile profile = TestProfile().get();
    static const VirtualClock clock;
    static const PlatformKeys keys(profile);
    static const SignatureVerifier verifier(keys, clock);
    static NotifyVerifier notify(profile, verifier);
    static const EventReader reader(profile);

    const auto kind = size_t(input.byte() % int(eventTypes.size() + 1));
    const QByteArray bytes = input.rest();
    const bool isContent = kind < eventTypes.size();
    const auto found = notify.read(Verdict::Valid, isContent ? envelope(profile, eventTypes[kind], bytes) : bytes);
    if (found)
        std::visit([](const auto &event) { judge(event); }, found->content);
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    if (const auto refund = reader.refund(json, Witness::Query))
        judge(*refund);
    if (const auto payment = reader.payment(json, Witness::Query))
        judge(*payment);
}
