// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wechatpay/RefundClient.h"

#include "server/domain/Json.h"
#include "server/wechatpay/ApiClient.h"
#include "server/wechatpay/ApiText.h"
#include "server/wechatpay/MerchantProfile.h"

#include <QUrl>

namespace {

constexpr char path[] = "/v3/refund/domestic/refunds";

Result<RefundEvent> invalid(const QString &message)
{
    return Error{ErrorCode::InvalidInput, message};
}

} // namespace

RefundClient::RefundClient(const MerchantProfile &profile, ApiClient &api, QObject *parent)
    : QObject(parent), m_api(api), m_events(profile), m_notifyUrl(profile.notifyUrl())
{
}

QByteArray RefundClient::body(const Refund &refund, const QString &notifyUrl)
{
    using namespace ApiText;
    const QString reason = cutToBytes(speakable(refund.reason), Refund::maxReasonLength).trimmed();
    return "{\"transaction_id\":" + quoted(refund.transactionId) + ",\"out_refund_no\":"
           + quoted(refund.outRefundNo.text()) + (reason.isEmpty() ? QByteArray() : ",\"reason\":" + quoted(reason))
           + ",\"notify_url\":" + quoted(notifyUrl)
           + ",\"amount\":{\"refund\":" + QByteArray::number(refund.amount.fen())
           + ",\"total\":" + QByteArray::number(refund.total.fen()) + ",\"currency\":\"CNY\"}}";
}

QFuture<Result<RefundEvent>> RefundClient::ask(const Refund &refund)
{
    if (refund.transactionId.isEmpty() || refund.amount.isZero() || refund.amount > refund.total)
        return ready(invalid(QStringLiteral("a refund needs a payment and an amount within it")));
    const GatewayRequest request{.method = "POST", .target = path, .body = body(refund, m_notifyUrl)};
    return m_api.call(request).then(
        this, [this, refund](const Result<QByteArray> &reply) { return eventAbout(refund, reply); });
}

QFuture<Result<RefundEvent>> RefundClient::query(const OutRefundNo &number)
{
    const GatewayRequest request{
        .method = "GET", .target = path + ('/' + QUrl::toPercentEncoding(number.text())), .body = {}};
    return m_api.call(request).then(this, [this, number](const Result<QByteArray> &reply) -> Result<RefundEvent> {
        auto event = eventIn(reply);
        if (event && event->outRefundNo != number.text())
            return ApiText::notTheAnswer();
        return event;
    });
}

QFuture<Result<RefundEvent>> RefundClient::redirect(const Refund &refund)
{
    if (refund.refundId.isEmpty())
        return ready(invalid(QStringLiteral("the provider has not named this refund yet")));
    const QByteArray id = QUrl::toPercentEncoding(refund.refundId);
    const GatewayRequest request{.method = "POST",
                                 .target = path + ('/' + id) + "/apply-abnormal-refund",
                                 .body = "{\"out_refund_no\":" + ApiText::quoted(refund.outRefundNo.text())
                                         + ",\"type\":\"MERCHANT_BANK_CARD\"}"};
    return m_api.call(request).then(
        this, [this, refund](const Result<QByteArray> &reply) { return eventAbout(refund, reply); });
}

Result<RefundEvent> RefundClient::eventIn(const Result<QByteArray> &reply) const
{
    if (!reply)
        return reply.error();
    const auto json = Json::parseObject(*reply);
    const auto event = json ? m_events.refund(*json, Witness::Query) : Result<RefundEvent>(json.error());
    if (!event) // a verified reply we cannot read tells us nothing about the refund
        return Error{ErrorCode::Unknown, event.error().message};
    return event;
}

/// What it says of money must be what was asked: an answer about other money is none.
Result<RefundEvent> RefundClient::eventAbout(const Refund &refund, const Result<QByteArray> &reply) const
{
    auto event = eventIn(reply);
    if (!event)
        return event;
    const bool sameOrder = refund.outTradeNo.isEmpty() || event->outTradeNo == refund.outTradeNo;
    if (event->outRefundNo != refund.outRefundNo.text() || event->transactionId != refund.transactionId || !sameOrder
        || event->total != refund.total || event->refund != refund.amount)
        return ApiText::notTheAnswer();
    return event;
}
