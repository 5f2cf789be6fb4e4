// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/OrderCalls.h"

#include "server/domain/Json.h"
#include "server/http/HttpMessage.h"
#include "server/simulator/Books.h"
#include "server/simulator/FieldRules.h"
#include "server/simulator/SimulatorKeys.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QUrl>

namespace {

GatewayReply faultReply(const FieldFault &fault)
{
    auto reply = GatewayReply::badField(fault.pointer, fault.value, fault.issue, QStringLiteral("body"));
    if (fault.unknownField)
        reply.internalNumber = InternalNumber::unknownField;
    return reply;
}

/// The body as an object that keeps the rules, or the refusal.
std::optional<GatewayReply> bodyFault(const HttpRequest &request, const QList<FieldRule> &rules, QJsonObject &body)
{
    const auto parsed = Json::parseObject(request.body);
    if (!parsed)
        return GatewayReply::badField(QStringLiteral("/"), {}, QStringLiteral("the body is not a JSON object"),
                                      QStringLiteral("body"));
    body = *parsed;
    const auto fault = firstFault(body, rules);
    return fault ? std::optional(faultReply(*fault)) : std::nullopt;
}

/// All parameters of a create call as one value; said and default currency are the same.
QByteArray fingerprintOf(QJsonObject body)
{
    QJsonObject amount = body["amount"].toObject();
    amount["currency"] = QStringLiteral("CNY");
    body["amount"] = amount;
    const QByteArray canonical = QJsonDocument(body).toJson(QJsonDocument::Compact); // members come out sorted
    return QCryptographicHash::hash(canonical, QCryptographicHash::Sha256).toHex();
}

GatewayReply noSuchOrder()
{
    return GatewayReply::refusal(404, QStringLiteral("ORDER_NOT_EXIST"), QStringLiteral("订单不存在"),
                                 InternalNumber::noSuchOrder);
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

GatewayReply OrderCalls::create(const HttpRequest &request)
{
    QJsonObject body;
    if (const auto fault = bodyFault(request, nativeOrderRules(), body))
        return *fault;
    if (body.contains(QLatin1String("limit_pay")) && !m_switches.limitPayAccepted)
        return faultReply({QStringLiteral("/limit_pay"), {}, QStringLiteral("unknown field"), true});
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
                   .fingerprint = fingerprintOf(body),
                   .payableUntil = QDateTime::fromString(body["time_expire"].toString(), Qt::ISODate)});
}

GatewayReply OrderCalls::placed(const BookOrder &wanted)
{
    const auto order = m_books.place(wanted);
    if (order)
        return GatewayReply::ok({{"code_url", m_form.urlFor(order->code)}});
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
        return noSuchOrder();
    return GatewayReply::ok(order->transaction(m_books.stateOf(*order), m_switches.unpaidQueryHasAmount));
}

GatewayReply OrderCalls::close(const HttpRequest &request)
{
    const QString number = request.captures.value(0);
    if (!OutTradeNo::parse(number))
        return GatewayReply::badField(QStringLiteral("out_trade_no"), number,
                                      QStringLiteral("6 to 32 of: digits, letters, _ - | *"), QStringLiteral("url"));
    QJsonObject body;
    if (const auto fault = bodyFault(request, closeOrderRules(), body))
        return *fault;
    if (body["mchid"].toString() != m_keys.mchid())
        return foreignMerchant();
    const auto closed = m_books.close(number);
    if (closed)
        return GatewayReply::done();
    switch (closed.error().code) {
    case ErrorCode::NotFound:
        return m_switches.closeUnknownAccepted ? GatewayReply::done() : noSuchOrder();
    case ErrorCode::OrderPaid:
        return GatewayReply::refusal(m_switches.paidOnCloseStatus, m_switches.paidOnCloseCode,
                                     QStringLiteral("订单已支付"), InternalNumber::alreadyPaidOnClose);
    default:
        return trouble();
    }
}
