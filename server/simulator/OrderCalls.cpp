// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/OrderCalls.h"

#include "server/domain/Json.h"
#include "server/http/HttpMessage.h"
#include "server/simulator/BodyReader.h"
#include "server/simulator/Books.h"
#include "server/simulator/Faults.h"
#include "server/simulator/Payments.h"
#include "server/simulator/SimulatorKeys.h"

#include <QUrl>

namespace {

/// Said and default currency are the same.
QJsonObject withCurrency(QJsonObject body)
{
    QJsonObject amount = body["amount"].toObject();
    amount["currency"] = QStringLiteral("CNY");
    body["amount"] = amount;
    return body;
}

GatewayReply noSuchOrder(const QString &code)
{
    return GatewayReply::refusal(404, code, QStringLiteral("订单不存在"), InternalNumber::noSuchOrder);
}

GatewayReply trouble()
{
    return GatewayReply::refusal(500, QStringLiteral("SYSTEM_ERROR"), QStringLiteral("系统错误"),
                                 InternalNumber::trouble);
}

GatewayReply foreignMerchant()
{
    return GatewayReply::refusal(400, QStringLiteral("MCH_NOT_EXISTS"), QStringLiteral("商户号不存在"),
                                 InternalNumber::foreignOrder);
}

} // namespace

QString CodeUrlForm::codeIn(const QString &codeUrl)
{
    const QUrl url(codeUrl);
    if (url.scheme() == QLatin1String("weixin"))
        return QUrlQuery(url).queryItemValue(QStringLiteral("pr"));
    return url.path().startsWith(QLatin1String("/pay/")) ? url.path().mid(5) : QString();
}

QString CodeUrlForm::urlFor(const QString &code, int length) const
{
    const QString url = prefix + code;
    const QString filler = QStringLiteral("&groupid=");
    if (!prefix.startsWith(QLatin1String("weixin:")) || length <= url.size() + filler.size())
        return url;
    return url + filler + QString(length - url.size() - filler.size(), QLatin1Char('0'));
}

std::optional<GatewayReply> OrderCalls::fieldFault(const HttpRequest &request, QJsonObject &body) const
{
    if (const auto fault = BodyReader::fault(request, nativeOrderRules(), body))
        return fault;
    if (body.contains(QLatin1String("limit_pay")) && !m_switches.limitPayAccepted)
        return BodyReader::refusalFor({QStringLiteral("/limit_pay"), {}, QStringLiteral("unknown field"), true});
    const QString notifyUrl = body["notify_url"].toString();
    if (!m_switches.httpNotifyUrlAccepted && !notifyUrl.startsWith(QLatin1String("https:")))
        return BodyReader::refusalFor({QStringLiteral("/notify_url"), notifyUrl, QStringLiteral("https is needed")});
    return {};
}

GatewayReply OrderCalls::create(const HttpRequest &request)
{
    QJsonObject body;
    if (const auto fault = fieldFault(request, body))
        return *fault;
    if (body["mchid"].toString() != m_keys.mchid())
        return foreignMerchant();
    if (body["appid"].toString() != m_keys.appid())
        return GatewayReply::refusal(400, QStringLiteral("APPID_MCHID_NOT_MATCH"),
                                     QStringLiteral("appid和mch_id不匹配"), InternalNumber::appidMchid);
    const auto total = Json::toMoney(body["amount"].toObject()["total"]);
    if (!total || total->fen() > m_switches.maxTotalFen)
        return GatewayReply::badField(QStringLiteral("/amount/total"), {}, QStringLiteral("the value is too large"),
                                      QStringLiteral("body"));
    const QJsonObject scene = body["scene_info"].toObject();
    return placed({.outTradeNo = body["out_trade_no"].toString(),
                   .appid = m_keys.appid(),
                   .mchid = m_keys.mchid(),
                   .description = body["description"].toString(),
                   .attach = body["attach"].toString(),
                   .notifyUrl = body["notify_url"].toString(),
                   .deviceId = scene["device_id"].toString(),
                   .storeName = scene["store_info"].toObject()["name"].toString(),
                   .total = *total,
                   .fingerprint = BodyReader::fingerprintOf(withCurrency(body)),
                   .payableUntil = QDateTime::fromString(body["time_expire"].toString(), Qt::ISODate)});
}

bool OrderCalls::isInTrouble(const BookOrder &wanted)
{
    if (m_faults.dayOf(wanted.total) != BadDay::CreateTrouble || m_books.find(wanted.outTradeNo)
        || (m_troubles.size() >= maxTroubles && !m_troubles.contains(wanted.outTradeNo)))
        return false;
    if (++m_troubles[wanted.outTradeNo] <= 2)
        return true;
    m_troubles.remove(wanted.outTradeNo);
    return false;
}

GatewayReply OrderCalls::placed(const BookOrder &wanted)
{
    if (isInTrouble(wanted))
        return trouble();
    const bool isNew = !m_books.find(wanted.outTradeNo);
    const auto order = m_books.place(wanted);
    if (order) {
        auto reply = GatewayReply::ok({{"code_url", m_form.urlFor(order->code, m_switches.codeUrlLength)}});
        reply.lost = isNew && m_faults.dayOf(order->total) == BadDay::CreateReplyLost;
        return reply;
    }
    switch (order.error().code) {
    case ErrorCode::Conflict:
        return GatewayReply::refusal(m_switches.reusedNumberStatus, m_switches.reusedNumberCode,
                                     QStringLiteral("请求重入时，参数与首次请求时不一致"),
                                     InternalNumber::otherParameters);
    case ErrorCode::OrderPaid:
        return GatewayReply::refusal(400, QStringLiteral("ORDERPAID"), QStringLiteral("该订单已支付"),
                                     InternalNumber::alreadyPaid);
    case ErrorCode::OrderClosed:
        return GatewayReply::refusal(400, QStringLiteral("ORDER_CLOSED"), QStringLiteral("该订单已关闭"),
                                     InternalNumber::orderExpired);
    default:
        return trouble();
    }
}

GatewayReply OrderCalls::queryByNumber(const HttpRequest &request) const
{
    const QString number = request.captures.value(0);
    if (!OutTradeNo::parse(number))
        return GatewayReply::badField(QStringLiteral("out_trade_no"), number,
                                      QStringLiteral("6 to 32 of: digits, letters, _ - | *"), QStringLiteral("url"));
    return queried(request, m_books.find(number));
}

GatewayReply OrderCalls::queryByTransactionId(const HttpRequest &request) const
{
    const QString id = request.captures.value(0);
    if (id.isEmpty() || id.size() > 32)
        return GatewayReply::badField(QStringLiteral("transaction_id"), id, QStringLiteral("1 to 32 characters"),
                                      QStringLiteral("url"));
    return queried(request, m_books.findByTransactionId(id));
}

GatewayReply OrderCalls::queried(const HttpRequest &request, const BookOrder *order) const
{
    const QString mchid = request.query.queryItemValue(QStringLiteral("mchid"));
    if (mchid.isEmpty())
        return GatewayReply::badField(QStringLiteral("mchid"), {}, QStringLiteral("the field is required"),
                                      QStringLiteral("query"));
    if (mchid != m_keys.mchid())
        return foreignMerchant();
    if (!order)
        return noSuchOrder(m_switches.unknownOrderCode);
    return GatewayReply::ok(order->transaction(m_books.stateOf(*order), m_switches.unpaidQueryHasAmount));
}

GatewayReply OrderCalls::close(const HttpRequest &request)
{
    const QString number = request.captures.value(0);
    if (!OutTradeNo::parse(number))
        return GatewayReply::badField(QStringLiteral("out_trade_no"), number,
                                      QStringLiteral("6 to 32 of: digits, letters, _ - | *"), QStringLiteral("url"));
    QJsonObject body;
    if (const auto fault = BodyReader::fault(request, closeOrderRules(), body))
        return *fault;
    if (body["mchid"].toString() != m_keys.mchid())
        return foreignMerchant();
    m_payments.closing(number);
    const auto closed = m_books.close(number);
    if (closed) {
        m_payments.closed(number);
        return GatewayReply::done();
    }
    switch (closed.error().code) {
    case ErrorCode::NotFound:
        return m_switches.closeUnknownAccepted ? GatewayReply::done() : noSuchOrder(m_switches.unknownOrderCode);
    case ErrorCode::OrderPaid:
        return GatewayReply::refusal(m_switches.paidOnCloseStatus, m_switches.paidOnCloseCode,
                                     QStringLiteral("订单已支付"), InternalNumber::alreadyPaidOnClose);
    default:
        return trouble();
    }
}
