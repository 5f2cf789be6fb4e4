// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wechatpay/WeChatPayClient.h"

#include "server/domain/Json.h"
#include "server/wechatpay/ApiClient.h"
#include "server/wechatpay/ApiText.h"
#include "server/wechatpay/MerchantProfile.h"

#include <QJsonDocument>

using ApiText::notTheAnswer;

namespace {

constexpr qsizetype maxTransactionIdLength = 32;

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

QString WeChatPayClient::descriptionOf(const Order &order)
{
    return ApiText::speakable(order.description).left(maxDescriptionLength);
}

WeChatPayClient::WeChatPayClient(const MerchantProfile &profile, ApiClient &api, QObject *parent)
    : QObject(parent), m_api(api), m_events(profile), m_refunds(profile, api), m_mchid(profile.mchid()),
      m_appid(profile.appid()), m_notifyUrl(profile.notifyUrl())
{
}

QFuture<Result<QString>> WeChatPayClient::createNative(const Order &order)
{
    if (order.total.isZero() || !order.expiresAt.isValid() || descriptionOf(order).trimmed().isEmpty())
        return ready(Result<QString>(
            Error{ErrorCode::InvalidInput, QStringLiteral("an order needs an amount, an end and a description")}));
    const GatewayRequest request{.method = "POST", .target = "/v3/pay/transactions/native", .body = createBody(order)};
    return m_api.call(request).then(this, [](const Result<QByteArray> &reply) -> Result<QString> {
        if (!reply)
            return reply.error();
        const auto json = Json::parseObject(*reply);
        const QString codeUrl = json ? (*json)[QLatin1String("code_url")].toString() : QString();
        if (codeUrl.isEmpty() || codeUrl.size() > maxCodeUrlLength)
            return notTheAnswer();
        return codeUrl;
    });
}

QByteArray WeChatPayClient::createBody(const Order &order) const
{
    QDateTime expires = order.expiresAt.toOffsetFromUtc(ApiText::beijingOffsetSeconds);
    return compact({{QStringLiteral("appid"), m_appid},
                    {QStringLiteral("mchid"), m_mchid},
                    {QStringLiteral("description"), descriptionOf(order)},
                    {QStringLiteral("out_trade_no"), order.outTradeNo.text()},
                    {QStringLiteral("time_expire"), expires.toString(Qt::ISODate)},
                    {QStringLiteral("notify_url"), m_notifyUrl},
                    {QStringLiteral("amount"), QJsonObject{{QStringLiteral("total"), order.total.fen()},
                                                           {QStringLiteral("currency"), QStringLiteral("CNY")}}}});
}

QFuture<Result<PaymentEvent>> WeChatPayClient::query(const OutTradeNo &number)
{
    const GatewayRequest request{.method = "GET",
                                 .target = "/v3/pay/transactions/out-trade-no/" + QUrl::toPercentEncoding(number.text())
                                           + "?mchid=" + m_mchid.toLatin1(),
                                 .body = {}};
    return m_api.call(request).then(this, [this, number](const Result<QByteArray> &reply) -> Result<PaymentEvent> {
        auto event = eventIn(reply);
        if (event && event->outTradeNo != number.text())
            return notTheAnswer();
        return event;
    });
}

QFuture<Result<PaymentEvent>> WeChatPayClient::queryByTransactionId(const QString &transactionId)
{
    if (transactionId.isEmpty() || transactionId.size() > maxTransactionIdLength)
        return ready(Result<PaymentEvent>(Error{ErrorCode::InvalidInput, QStringLiteral("not a transaction id")}));
    const GatewayRequest request{.method = "GET",
                                 .target = "/v3/pay/transactions/id/" + QUrl::toPercentEncoding(transactionId)
                                           + "?mchid=" + m_mchid.toLatin1(),
                                 .body = {}};
    return m_api.call(request).then(this,
                                    [this, transactionId](const Result<QByteArray> &reply) -> Result<PaymentEvent> {
                                        auto event = eventIn(reply);
                                        if (event && event->transactionId != transactionId)
                                            return notTheAnswer();
                                        return event;
                                    });
}

QFuture<Result<void>> WeChatPayClient::close(const OutTradeNo &number)
{
    const GatewayRequest request{.method = "POST",
                                 .target = "/v3/pay/transactions/out-trade-no/" + QUrl::toPercentEncoding(number.text())
                                           + "/close",
                                 .body = compact({{QStringLiteral("mchid"), m_mchid}})};
    return m_api.call(request).then(this, [](const Result<QByteArray> &reply) -> Result<void> {
        return reply ? Result<void>() : Result<void>(reply.error());
    });
}

QFuture<Result<RefundEvent>> WeChatPayClient::refund(const Refund &refund)
{
    return m_refunds.ask(refund);
}

QFuture<Result<RefundEvent>> WeChatPayClient::queryRefund(const OutRefundNo &number)
{
    return m_refunds.query(number);
}

QFuture<Result<RefundEvent>> WeChatPayClient::redirectAbnormal(const Refund &refund)
{
    return m_refunds.redirect(refund);
}

Result<PaymentEvent> WeChatPayClient::eventIn(const Result<QByteArray> &reply) const
{
    if (!reply)
        return reply.error();
    const auto json = Json::parseObject(*reply);
    const auto event = json ? m_events.payment(*json, Witness::Query) : Result<PaymentEvent>(json.error());
    if (!event) // a verified reply we cannot read tells us nothing about the order
        return Error{ErrorCode::Unknown, event.error().message};
    return event;
}
