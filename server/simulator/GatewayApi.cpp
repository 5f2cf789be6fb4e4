// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/GatewayApi.h"

#include "server/crypto/AesGcm.h"
#include "server/domain/Clock.h"
#include "server/domain/Random.h"
#include "server/http/HttpMessage.h"
#include "server/simulator/Authorization.h"
#include "server/simulator/BillCalls.h"
#include "server/simulator/BookOrder.h"
#include "server/simulator/Faults.h"
#include "server/simulator/OrderCalls.h"
#include "server/simulator/RefundCalls.h"
#include "server/simulator/SimulatorKeys.h"

#include <QJsonArray>
#include <QPromise>

namespace {

bool takesJson(const QByteArray &accept)
{
    for (const QByteArray &one : accept.toLower().split(',')) {
        const QByteArray type = one.split(';').constFirst().trimmed();
        if (type == "application/json" || type == "application/*" || type == "*/*")
            return true;
    }
    return false;
}

bool isJson(const QByteArray &contentType)
{
    return contentType.split(';').constFirst().trimmed().toLower() == "application/json";
}

/// The code that goes with a status in reference 8.2.
QString codeFor(int status)
{
    switch (status) {
    case 429:
        return QStringLiteral("FREQUENCY_LIMITED");
    case 502:
    case 503:
        return QStringLiteral("SERVICE_UNAVAILABLE");
    default:
        return status >= 500 ? QStringLiteral("SYSTEM_ERROR") : QStringLiteral("INVALID_REQUEST");
    }
}

} // namespace

GatewayApi::GatewayApi(const SimulatorKeys &keys, Faults &faults, Clock &realClock, Random &random,
                       const SimulatorSwitches &switches, OrderCalls &orders, RefundCalls &refunds, BillCalls &bills,
                       QObject *parent)
    : QObject(parent), m_keys(keys), m_faults(faults), m_realClock(realClock), m_random(random), m_switches(switches),
      m_signer(keys, realClock, random), m_orders(orders), m_refunds(refunds), m_bills(bills)
{
}

GatewayApi::~GatewayApi() = default;

QFuture<HttpReply> GatewayApi::createNative(const HttpRequest &request)
{
    return answer(request, [&] { return m_orders.create(request); });
}

QFuture<HttpReply> GatewayApi::queryByNumber(const HttpRequest &request)
{
    return answer(request, [&] { return m_orders.queryByNumber(request); });
}

QFuture<HttpReply> GatewayApi::queryByTransactionId(const HttpRequest &request)
{
    return answer(request, [&] { return m_orders.queryByTransactionId(request); });
}

QFuture<HttpReply> GatewayApi::closeOrder(const HttpRequest &request)
{
    return answer(request, [&] { return m_orders.close(request); });
}

QFuture<HttpReply> GatewayApi::refund(const HttpRequest &request)
{
    return answer(request, [&] { return m_refunds.refund(request); });
}

QFuture<HttpReply> GatewayApi::queryRefund(const HttpRequest &request)
{
    return answer(request, [&] { return m_refunds.query(request); });
}

QFuture<HttpReply> GatewayApi::redirectRefund(const HttpRequest &request)
{
    return answer(request, [&] { return m_refunds.redirect(request); });
}

QFuture<HttpReply> GatewayApi::tradeBill(const HttpRequest &request)
{
    return answer(request, [&] { return m_bills.tradeBill(request); });
}

QFuture<HttpReply> GatewayApi::fundFlowBill(const HttpRequest &request)
{
    return answer(request, [&] { return m_bills.fundFlowBill(request); });
}

QFuture<HttpReply> GatewayApi::billFile(const HttpRequest &request)
{
    return answer(request, [&] { return m_bills.file(request); });
}

QFuture<HttpReply> GatewayApi::certificates(const HttpRequest &request)
{
    // Who has no key yet can check this reply with the certificate inside it (reference 1.5).
    const QByteArray serial = m_switches.newMerchant ? m_keys.publicKeyId() : m_keys.platformCertificate().serial();
    return answer(request, serial, [&] { return certificateList(request); });
}

QFuture<HttpReply> GatewayApi::answer(const HttpRequest &request, const Work &work)
{
    return answer(request, m_signer.serialFor(m_switches.keyMode), work);
}

QFuture<HttpReply> GatewayApi::answer(const HttpRequest &request, const QByteArray &defaultSerial, const Work &work)
{
    if (const auto refusal = Authorization::refusal(request, m_keys, m_realClock))
        return ready(unsignedReply(*refusal));
    const QByteArray asked = request.headers.value("Wechatpay-Serial");
    const QByteArray serial = m_signer.knows(asked) ? asked : defaultSerial;
    if (const auto refusal = refusalFor(request))
        return ready(written(*refusal, serial));
    const FaultPlan &plan = m_faults.plan();
    if (m_faults.happens(plan.apiErrorRate)) {
        const bool tooFast = plan.apiErrorStatus == 429;
        const auto error = GatewayReply::refusal(
            plan.apiErrorStatus, tooFast ? m_switches.tooFastCode : codeFor(plan.apiErrorStatus),
            QStringLiteral("系统繁忙，请稍后重试"), tooFast ? InternalNumber::tooFrequent : InternalNumber::trouble);
        return sent(written(error, serial));
    }
    const GatewayReply reply = work();
    if (reply.lost || m_faults.happens(plan.apiLoseReply))
        return lost(request);
    HttpReply http = written(reply, serial);
    if (reply.isSigned && m_faults.happens(plan.apiSigntest))
        m_signer.spoil(http.headers);
    return sent(std::move(http));
}

std::optional<GatewayReply> GatewayApi::refusalFor(const HttpRequest &request)
{
    const QByteArray asked = request.headers.value("Wechatpay-Serial");
    if (!asked.isEmpty() && !m_signer.knows(asked) && m_switches.unknownSerialRefused)
        return GatewayReply::refusal(400, QStringLiteral("INVALID_REQUEST"), QStringLiteral("Wechatpay-Serial无效"),
                                     InternalNumber::badParameter);
    if (isTooFast())
        return GatewayReply::refusal(429, m_switches.tooFastCode, QStringLiteral("请求过于频繁"),
                                     InternalNumber::tooFrequent);
    return headerFault(request);
}

bool GatewayApi::isTooFast()
{
    const qint64 second = m_realClock.steadyMs() / 1000;
    m_inSecond = second == m_second ? m_inSecond + 1 : 1;
    m_second = second;
    return m_switches.requestsPerSecond > 0 && m_inSecond > m_switches.requestsPerSecond;
}

std::optional<GatewayReply> GatewayApi::headerFault(const HttpRequest &request) const
{
    const auto fault = [](int status, const char *header, const char *issue) {
        return GatewayReply::refusal(
            status, QStringLiteral("PARAM_ERROR"), QStringLiteral("Http头不正确"), InternalNumber::badParameter,
            {{"field", QString::fromLatin1(header)}, {"issue", QString::fromLatin1(issue)}, {"location", "header"}});
    };
    if (request.headers.value("User-Agent").trimmed().isEmpty())
        return fault(m_switches.missingUserAgentStatus, "User-Agent", "the header is required");
    if (!takesJson(request.headers.value("Accept")))
        return fault(m_switches.missingAcceptStatus, "Accept", "application/json is required");
    if (request.method != "GET" && !isJson(request.headers.value("Content-Type")))
        return fault(m_switches.wrongContentTypeStatus, "Content-Type", "application/json is required");
    return {};
}

GatewayReply GatewayApi::certificateList(const HttpRequest &request) const
{
    const QString type = request.query.queryItemValue(QStringLiteral("algorithm_type"));
    if (!type.isEmpty() && type != QLatin1String("RSA") && type != QLatin1String("ALL") && type != QLatin1String("SM2"))
        return GatewayReply::badField(QStringLiteral("algorithm_type"), type, QStringLiteral("RSA, SM2 or ALL"),
                                      QStringLiteral("query"));
    const auto cipher = AesGcm::withKey(m_keys.apiV3Key());
    if (m_switches.newMerchant || type == QLatin1String("SM2") || !cipher)
        return GatewayReply::refusal(404, QStringLiteral("RESOURCE_NOT_EXISTS"),
                                     QStringLiteral("无可用的平台证书，请在商户平台-API安全申请使用微信支付公钥"),
                                     InternalNumber::trouble);
    const Certificate &certificate = m_keys.platformCertificate();
    const QByteArray nonce = m_random.text(12, QByteArrayView(Random::lettersAndDigits));
    const QByteArray sealed = cipher->seal(certificate.pem(), nonce, "certificate");
    const QJsonObject encrypted{{"algorithm", "AEAD_AES_256_GCM"},
                                {"nonce", QString::fromLatin1(nonce)},
                                {"associated_data", "certificate"},
                                {"ciphertext", QString::fromLatin1(sealed.toBase64())}};
    return GatewayReply::ok({{"data", QJsonArray{QJsonObject{{"serial_no", QString::fromLatin1(certificate.serial())},
                                                             {"effective_time", gatewayTime(certificate.notBefore())},
                                                             {"expire_time", gatewayTime(certificate.notAfter())},
                                                             {"encrypt_certificate", encrypted}}}}});
}

HttpReply GatewayApi::unsignedReply(const GatewayReply &reply) const
{
    HttpReply http{.status = reply.status, .headers = {}, .body = reply.body};
    http.headers.set("Cache-Control", "no-cache, must-revalidate");
    http.headers.set("X-Content-Type-Options", "nosniff");
    http.headers.set("Request-ID",
                     m_random.bytes(20).toHex().toUpper() + '-' + QByteArray::number(reply.internalNumber));
    if (!reply.body.isEmpty()) {
        http.headers.set("Content-Type", reply.contentType);
        http.headers.set("Content-Language", "zh-CN");
    }
    return http;
}

HttpReply GatewayApi::written(const GatewayReply &reply, const QByteArray &serial) const
{
    HttpReply http = unsignedReply(reply);
    if (!reply.isSigned)
        return http;
    const HttpHeaders signature = m_signer.headersFor(reply.body, serial);
    for (const auto &[name, value] : signature.fields())
        http.headers.set(name, value);
    return http;
}

QFuture<HttpReply> GatewayApi::sent(HttpReply reply)
{
    const auto delay = m_faults.within(m_faults.plan().apiDelay);
    if (delay.count() == 0)
        return ready(std::move(reply));
    auto promise = std::make_shared<QPromise<HttpReply>>();
    promise->start();
    m_realClock.callAfter(delay, this, [promise, late = std::move(reply)] {
        promise->addResult(late);
        promise->finish();
    });
    return promise->future();
}

QFuture<HttpReply> GatewayApi::lost(const HttpRequest &request)
{
    if (qsizetype(m_lost.size()) >= maxLostReplies)
        return ready(unsignedReply(GatewayReply::refusal(504, QStringLiteral("SYSTEM_ERROR"),
                                                         QStringLiteral("网关超时"), InternalNumber::trouble)));
    auto promise = std::make_shared<QPromise<HttpReply>>();
    promise->start();
    m_lost.push_back(promise);
    if (request.connection)
        connect(request.connection, &QObject::destroyed, this, [this, promise] { std::erase(m_lost, promise); });
    return promise->future();
}
