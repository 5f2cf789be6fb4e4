// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wechatpay/EventReader.h"

#include "server/domain/Json.h"
#include "server/wechatpay/MerchantProfile.h"

namespace {

constexpr qsizetype maxIdLength = 64; // the longest of the documented ones has 32 to 64 characters
constexpr qsizetype maxOpenidLength = 128;
constexpr qsizetype maxWordsLength = 64;

Error wrong(const char *member)
{
    return {ErrorCode::InvalidInput, QStringLiteral("missing or wrong: %1").arg(QLatin1String(member))};
}

QString idIn(const QJsonObject &json, const char *member)
{
    const QString id = json[QLatin1String(member)].toString();
    return id.size() <= maxIdLength ? id : QString();
}

QDateTime timeIn(const QJsonObject &json, const char *member)
{
    return QDateTime::fromString(json[QLatin1String(member)].toString(), Qt::ISODateWithMs);
}

/// The amount of that name into target; false when there is one but it is no amount.
bool readOptional(const QJsonObject &amount, const char *member, std::optional<Money> &target)
{
    const QJsonValue value = amount[QLatin1String(member)];
    if (value.isUndefined() || value.isNull())
        return true;
    const auto money = Json::toMoney(value);
    if (money)
        target = *money;
    return money.has_value();
}

/// A service provider's answers name the payer under one app or the other (reference 7).
QString openidOf(const QJsonObject &payer)
{
    for (const char *member : {"openid", "sub_openid", "sp_openid"}) {
        const QString openid = payer[QLatin1String(member)].toString();
        if (!openid.isEmpty() && openid.size() <= maxOpenidLength)
            return openid;
    }
    return {};
}

} // namespace

EventReader::EventReader(const MerchantProfile &profile)
    : m_mchid(profile.mchid()), m_appid(profile.appid()), m_spMchid(profile.spMchid()), m_spAppid(profile.spAppid()),
      m_subMchid(profile.subMchid()), m_subAppid(profile.subAppid())
{
}

Result<PaymentEvent> EventReader::payment(const QJsonObject &json, Witness witness) const
{
    PaymentEvent event{.witness = witness, .outTradeNo = idIn(json, "out_trade_no")};
    if (event.outTradeNo.isEmpty())
        return wrong("out_trade_no");
    const auto state = tradeStateFrom(json[QLatin1String("trade_state")].toString());
    if (!state)
        return wrong("trade_state");
    event.state = *state;
    event.transactionId = idIn(json, "transaction_id");
    const bool paid = *state == TradeState::Success || *state == TradeState::Refund;
    if (paid && event.transactionId.isEmpty())
        return wrong("transaction_id");

    const QJsonObject amount = json[QLatin1String("amount")].toObject();
    std::optional<Money> total;
    if (!readOptional(amount, "total", total) || (paid && !total))
        return wrong("amount.total");
    event.total = total.value_or(Money()); // an unpaid reply can omit it (reference 2.4)
    if (!readOptional(amount, "payer_total", event.payerTotal))
        return wrong("amount.payer_total");
    event.payerOpenid = openidOf(json[QLatin1String("payer")].toObject());
    event.successTime = timeIn(json, "success_time");
    const QJsonValue currency = amount[QLatin1String("currency")];
    const bool ourCurrency = currency.toString() == QLatin1String("CNY") || (!paid && currency.isUndefined());
    event.foreign = !isOurMerchant(json) || !isOurApp(json) || !ourCurrency;
    return event;
}

Result<RefundEvent> EventReader::refund(const QJsonObject &json, Witness witness) const
{
    const bool notified = witness == Witness::Notify;
    RefundEvent event{.witness = witness,
                      .outTradeNo = idIn(json, "out_trade_no"),
                      .transactionId = idIn(json, "transaction_id"),
                      .outRefundNo = idIn(json, "out_refund_no"),
                      .refundId = idIn(json, "refund_id")};
    if (event.outTradeNo.isEmpty() || event.outRefundNo.isEmpty() || event.refundId.isEmpty())
        return wrong("out_trade_no, out_refund_no or refund_id");
    const auto status = refundStatusFrom(json[QLatin1String(notified ? "refund_status" : "status")].toString());
    if (!status)
        return wrong("status");
    event.status = *status;
    const QJsonObject amount = json[QLatin1String("amount")].toObject();
    const auto total = Json::toMoney(amount[QLatin1String("total")]);
    const auto refund = Json::toMoney(amount[QLatin1String("refund")]);
    if (!total || !refund || *refund > *total || !readOptional(amount, "payer_total", event.payerTotal)
        || !readOptional(amount, "payer_refund", event.payerRefund))
        return wrong("amount");
    event.total = *total;
    event.refund = *refund;
    event.successTime = timeIn(json, "success_time");
    event.userReceivedAccount = json[QLatin1String("user_received_account")].toString().left(maxWordsLength);
    const QJsonValue currency = amount[QLatin1String("currency")];
    const bool ourCurrency = currency.isUndefined() || currency.toString() == QLatin1String("CNY");
    event.foreign = (notified && !isOurMerchant(json)) || !ourCurrency;
    return event;
}

bool EventReader::isOurMerchant(const QJsonObject &json) const
{
    if (!json.contains(QLatin1String("sp_mchid")))
        return json[QLatin1String("mchid")].toString() == m_mchid;
    return !m_spMchid.isEmpty() && json[QLatin1String("sp_mchid")].toString() == m_spMchid
           && json[QLatin1String("sub_mchid")].toString() == m_subMchid;
}

bool EventReader::isOurApp(const QJsonObject &json) const
{
    if (!json.contains(QLatin1String("sp_mchid")))
        return json[QLatin1String("appid")].toString() == m_appid;
    const QJsonValue subAppid = json[QLatin1String("sub_appid")];
    return json[QLatin1String("sp_appid")].toString() == m_spAppid
           && (subAppid.isUndefined() || subAppid.toString() == m_subAppid);
}
