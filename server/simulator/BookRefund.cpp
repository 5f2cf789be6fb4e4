// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/BookRefund.h"

#include "server/domain/Json.h"
#include "server/simulator/BookOrder.h"

#include <QJsonArray>

namespace {

QString accountInWords(const BookRefund &refund)
{
    return refund.redirected ? QStringLiteral("商户银行卡") : QStringLiteral("支付用户零钱");
}

} // namespace

QJsonObject BookRefund::toJson() const
{
    return {
        {"out_refund_no", outRefundNo},
        {"refund_id", refundId},
        {"transaction_id", transactionId},
        {"out_trade_no", outTradeNo},
        {"reason", reason},
        {"notify_url", notifyUrl},
        {"funds_account", fundsAccount},
        {"total", total.fen()},
        {"payer_total", payerTotal.fen()},
        {"amount", amount.fen()},
        {"payer_amount", payerAmount.fen()},
        {"fingerprint", QString::fromLatin1(fingerprint)},
        {"created_ms", createdAt.toMSecsSinceEpoch()},
        {"ends_ms", endsAt.toMSecsSinceEpoch()},
        {"outcome", toText(outcome)},
        {"redirected", redirected},
        {"notified", notified},
    };
}

Result<BookRefund> BookRefund::fromJson(const QJsonObject &json)
{
    const auto outcome = refundStatusFrom(json["outcome"].toString());
    if (!outcome)
        return outcome.error();
    BookRefund refund{.outRefundNo = json["out_refund_no"].toString(),
                      .refundId = json["refund_id"].toString(),
                      .transactionId = json["transaction_id"].toString(),
                      .outTradeNo = json["out_trade_no"].toString(),
                      .reason = json["reason"].toString(),
                      .notifyUrl = json["notify_url"].toString(),
                      .fundsAccount = json["funds_account"].toString(),
                      .fingerprint = json["fingerprint"].toString().toLatin1(),
                      .createdAt = QDateTime::fromMSecsSinceEpoch(json["created_ms"].toInteger(), Qt::UTC),
                      .endsAt = QDateTime::fromMSecsSinceEpoch(json["ends_ms"].toInteger(), Qt::UTC),
                      .outcome = *outcome,
                      .redirected = json["redirected"].toBool(),
                      .notified = json["notified"].toBool()};
    for (const auto &[name, into] :
         {std::pair("total", &refund.total), std::pair("payer_total", &refund.payerTotal),
          std::pair("amount", &refund.amount), std::pair("payer_amount", &refund.payerAmount)}) {
        const auto money = Json::toMoney(json[QLatin1String(name)]);
        if (!money)
            return money.error();
        *into = *money;
    }
    const bool whole = !refund.outRefundNo.isEmpty() && !refund.refundId.isEmpty() && !refund.transactionId.isEmpty()
                       && !refund.outTradeNo.isEmpty() && !refund.fingerprint.isEmpty() && !refund.amount.isZero()
                       && json["created_ms"].isDouble() && json["ends_ms"].isDouble();
    if (!whole)
        return Error{ErrorCode::InvalidInput, QStringLiteral("not a refund")};
    return refund;
}

QString BookRefund::channel() const
{
    return redirected ? QStringLiteral("OTHER_BANKCARD") : QStringLiteral("ORIGINAL");
}

QJsonObject BookRefund::reply(RefundStatus reads, const QString &promotionType) const
{
    const qint64 discountFen = amount.fen() - payerAmount.fen();
    QJsonObject json{{"refund_id", refundId},
                     {"out_refund_no", outRefundNo},
                     {"transaction_id", transactionId},
                     {"out_trade_no", outTradeNo},
                     {"channel", channel()},
                     {"user_received_account", accountInWords(*this)},
                     {"create_time", gatewayTime(createdAt)},
                     {"status", toText(reads)},
                     {"funds_account", fundsAccount.isEmpty() ? QStringLiteral("AVAILABLE") : fundsAccount},
                     {"amount", QJsonObject{{"total", total.fen()},
                                            {"refund", amount.fen()},
                                            {"from", QJsonArray()},
                                            {"payer_total", payerTotal.fen()},
                                            {"payer_refund", payerAmount.fen()},
                                            {"settlement_refund", amount.fen()},
                                            {"settlement_total", total.fen()},
                                            {"discount_refund", discountFen},
                                            {"currency", "CNY"}}}};
    if (reads == RefundStatus::Success)
        json["success_time"] = gatewayTime(endsAt);
    if (discountFen > 0)
        json["promotion_detail"] = QJsonArray{QJsonObject{{"promotion_id", "109519"},
                                                          {"scope", "GLOBAL"},
                                                          {"type", promotionType},
                                                          {"amount", total.fen() - payerTotal.fen()},
                                                          {"refund_amount", discountFen}}};
    return json;
}

QJsonObject BookRefund::notification(const BookOrder &order) const
{
    QJsonObject json{{"mchid", order.mchid},
                     {"out_trade_no", outTradeNo},
                     {"transaction_id", transactionId},
                     {"out_refund_no", outRefundNo},
                     {"refund_id", refundId},
                     {"refund_status", toText(outcome)},
                     {"user_received_account", accountInWords(*this)},
                     {"amount", QJsonObject{{"total", total.fen()},
                                            {"refund", amount.fen()},
                                            {"payer_total", payerTotal.fen()},
                                            {"payer_refund", payerAmount.fen()}}}};
    if (outcome == RefundStatus::Success)
        json["success_time"] = gatewayTime(endsAt);
    return json;
}
