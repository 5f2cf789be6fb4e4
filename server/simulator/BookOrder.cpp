// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/BookOrder.h"

#include "server/domain/Json.h"
#include "server/simulator/SimulatorClock.h"

#include <QJsonArray>

namespace {

QString stateInWords(TradeState state)
{
    switch (state) {
    case TradeState::Success:
        return QStringLiteral("支付成功");
    case TradeState::Refund:
        return QStringLiteral("订单发生过退款");
    case TradeState::Closed:
        return QStringLiteral("订单已关闭");
    default:
        return QStringLiteral("订单未支付");
    }
}

QJsonValue msOf(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toMSecsSinceEpoch()) : QJsonValue(QJsonValue::Null);
}

QDateTime timeOf(const QJsonValue &value)
{
    return value.isDouble() ? QDateTime::fromMSecsSinceEpoch(value.toInteger(), Qt::UTC) : QDateTime();
}

/// One coupon of the gateway's own makes up for what the payer did not pay.
QJsonArray promotions(qint64 discountFen)
{
    return {QJsonObject{{"coupon_id", "109519"},
                        {"name", QStringLiteral("练习代金券")},
                        {"scope", "GLOBAL"},
                        {"type", "CASH"},
                        {"amount", discountFen},
                        {"stock_id", "931386"},
                        {"wechatpay_contribute", discountFen},
                        {"merchant_contribute", 0},
                        {"other_contribute", 0},
                        {"currency", "CNY"}}};
}

} // namespace

QString gatewayTime(const QDateTime &time)
{
    return time.toOffsetFromUtc(SimulatorClock::chinaOffsetS).toString(Qt::ISODate);
}

QString BookOrder::key() const
{
    // No number of the shop's has this character.
    return payment == 1 ? outTradeNo : outTradeNo + QLatin1Char('#') + QString::number(payment);
}

QJsonObject BookOrder::toJson() const
{
    return {
        {"out_trade_no", outTradeNo},
        {"payment", payment},
        {"appid", appid},
        {"mchid", mchid},
        {"description", description},
        {"attach", attach},
        {"notify_url", notifyUrl},
        {"device_id", deviceId},
        {"store_name", storeName},
        {"total", total.fen()},
        {"currency", currency},
        {"fingerprint", QString::fromLatin1(fingerprint)},
        {"created_ms", msOf(createdAt)},
        {"payable_until_ms", msOf(payableUntil)},
        {"code", code},
        {"code_made_ms", msOf(codeMadeAt)},
        {"openid", openid},
        {"state", toText(state)},
        {"payer_total", payerTotal.fen()},
        {"transaction_id", transactionId},
        {"success_ms", msOf(successTime)},
        {"notified", notified},
    };
}

Result<BookOrder> BookOrder::fromJson(const QJsonObject &json)
{
    const auto total = Json::toMoney(json["total"]);
    if (!total)
        return total.error();
    const auto payerTotal = Json::toMoney(json["payer_total"]);
    if (!payerTotal)
        return payerTotal.error();
    const auto state = tradeStateFrom(json["state"].toString());
    if (!state)
        return state.error();
    BookOrder order{.outTradeNo = json["out_trade_no"].toString(),
                    .payment = json["payment"].toInt(1),
                    .appid = json["appid"].toString(),
                    .mchid = json["mchid"].toString(),
                    .description = json["description"].toString(),
                    .attach = json["attach"].toString(),
                    .notifyUrl = json["notify_url"].toString(),
                    .deviceId = json["device_id"].toString(),
                    .storeName = json["store_name"].toString(),
                    .total = *total,
                    .currency = json["currency"].toString(QStringLiteral("CNY")),
                    .fingerprint = json["fingerprint"].toString().toLatin1(),
                    .createdAt = timeOf(json["created_ms"]),
                    .payableUntil = timeOf(json["payable_until_ms"]),
                    .code = json["code"].toString(),
                    .codeMadeAt = timeOf(json["code_made_ms"]),
                    .openid = json["openid"].toString(),
                    .state = *state,
                    .payerTotal = *payerTotal,
                    .transactionId = json["transaction_id"].toString(),
                    .successTime = timeOf(json["success_ms"]),
                    .notified = json["notified"].toBool()};
    const bool whole = !order.outTradeNo.isEmpty() && !order.appid.isEmpty() && !order.mchid.isEmpty()
                       && !order.notifyUrl.isEmpty() && !order.fingerprint.isEmpty() && !order.code.isEmpty()
                       && order.createdAt.isValid() && order.codeMadeAt.isValid() && order.payableUntil.isValid();
    if (!whole || order.payment < 1
        || (order.isPaid() && (order.transactionId.isEmpty() || !order.successTime.isValid())))
        return Error{ErrorCode::InvalidInput, QStringLiteral("not an order")};
    return order;
}

QJsonObject BookOrder::transaction(TradeState reads, bool unpaidHasAmount) const
{
    const bool paid = reads == TradeState::Success || reads == TradeState::Refund;
    QJsonObject json{{"appid", appid},
                     {"mchid", mchid},
                     {"out_trade_no", outTradeNo},
                     {"trade_state", toText(reads)},
                     {"trade_state_desc", stateInWords(reads)}};
    if (!attach.isEmpty())
        json["attach"] = attach;
    if (!deviceId.isEmpty())
        json["scene_info"] = QJsonObject{{"device_id", deviceId}};
    if (paid || unpaidHasAmount)
        json["amount"] = QJsonObject{{"total", total.fen()}, {"currency", currency}};
    if (!paid)
        return json;
    json["transaction_id"] = transactionId;
    json["trade_type"] = QStringLiteral("NATIVE");
    json["bank_type"] = QStringLiteral("OTHERS");
    json["success_time"] = gatewayTime(successTime);
    json["payer"] = QJsonObject{{"openid", openid}};
    json["amount"] = QJsonObject{{"total", total.fen()},
                                 {"payer_total", payerTotal.fen()},
                                 {"currency", currency},
                                 {"payer_currency", currency}};
    if (payerTotal < total)
        json["promotion_detail"] = promotions(total.fen() - payerTotal.fen());
    return json;
}
