// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/SimulatorRig.h"

#include "server/crypto/AesGcm.h"
#include "tests/support/Await.h"

#include <QCoreApplication>
#include <QFile>

QByteArray SimulatorRig::vector(const QString &name)
{
    QFile file(QStringLiteral(TEST_DATA_DIR "/vectors/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no such vector: %s", qPrintable(name));
    return file.readAll();
}

SimulatorKeys SimulatorRig::vectorKeys()
{
    const auto privateKey = [](const char *name) {
        return QString::fromLatin1(RsaPrivateKey::fromDer(vector(QLatin1String(name)))->toPem());
    };
    const auto text = [](const char *name) { return QString::fromLatin1(vector(QLatin1String(name))); };
    static const auto keys = SimulatorKeys::fromJson({
        {"mchid", "1900000109"},
        {"appid", "wxd678efh567hg6787"},
        {"api_v3_key", text("keys/TEST_ONLY_apiv3_key.txt")},
        {"platform_public_key_id", "PUB_KEY_ID_01190000010920260101000000000001"},
        {"merchant_private_key", privateKey("keys/TEST_ONLY_merchant_private_key.der")},
        {"merchant_certificate", text("keys/TEST_ONLY_merchant_cert.pem")},
        {"public_key_mode_private_key", privateKey("keys/TEST_ONLY_wxp_private_key.der")},
        {"platform_private_key", privateKey("keys/TEST_ONLY_platform_cert_private_key.der")},
        {"platform_certificate", text("keys/TEST_ONLY_platform_cert.pem")},
        {"official_account_secret", "0123456789abcdef0123456789abcdef"},
        {"official_account_token", "TestOnlyToken2026"},
    });
    if (!keys)
        qFatal("the vectors' keys: %s", qPrintable(keys.error().message));
    return *keys;
}

SimulatorRig::SimulatorRig(const Simulator::Settings &settings)
{
    auto opened = Simulator::open(settings, clock, random, transport);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().message));
    simulator = std::move(opened).value();
    transport.otherwise = [](const HttpCall &) { return HttpAnswer{204, {}, {}}; };
}

HttpRequest SimulatorRig::plainRequest(const QByteArray &method, const QByteArray &target, const QByteArray &body)
{
    const QUrl url = QUrl::fromEncoded(target);
    return {.method = method,
            .target = target,
            .path = url.path(QUrl::FullyDecoded),
            .query = QUrlQuery(url),
            .headers = {},
            .body = body,
            .peer = QHostAddress(QHostAddress::LocalHost),
            .captures = {},
            .connection = {}};
}

void SimulatorRig::sign(HttpRequest &request)
{
    const QByteArray timestamp = QByteArray::number(clock.nowMs() / 1000);
    const QByteArray nonce = random.base32(32);
    const QByteArray lines =
        request.method + "\n" + request.target + "\n" + timestamp + "\n" + nonce + "\n" + request.body + "\n";
    request.headers.set("Authorization", "WECHATPAY2-SHA256-RSA2048 mchid=\"1900000109\",nonce_str=\"" + nonce
                                             + "\",signature=\"" + simulator->keys().merchantKey().signBase64(lines)
                                             + "\",timestamp=\"" + timestamp + "\",serial_no=\""
                                             + simulator->keys().merchantCertificate().serial() + "\"");
}

HttpRequest SimulatorRig::merchantRequest(const QByteArray &method, const QByteArray &target, const QByteArray &body)
{
    HttpRequest request = plainRequest(method, target, body);
    request.headers = {{"Accept", "application/json"}, {"User-Agent", "rig/1.0"}};
    if (!body.isEmpty())
        request.headers.set("Content-Type", "application/json");
    sign(request);
    return request;
}

QFuture<HttpReply> SimulatorRig::send(const HttpRequest &request)
{
    return simulator->answer(request);
}

HttpReply SimulatorRig::call(const QByteArray &method, const QByteArray &target, const QJsonObject &body)
{
    const QByteArray bytes = body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact);
    return await(send(merchantRequest(method, target, bytes)));
}

HttpReply SimulatorRig::control(const QByteArray &method, const QByteArray &target, const QJsonObject &body)
{
    HttpRequest request = plainRequest(
        method, target, method == "GET" ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact));
    request.headers = {{"Host", "127.0.0.1:8090"}, {"Content-Type", "application/json"}};
    return await(send(request));
}

void SimulatorRig::plan(const char *json)
{
    const HttpReply reply = control("PUT", "/sim/faults", objectIn(json));
    if (reply.status != 200)
        qFatal("not a plan: %s", reply.body.constData());
}

QJsonObject SimulatorRig::order(const QString &outTradeNo, qint64 totalFen)
{
    return {{"appid", "wxd678efh567hg6787"},
            {"mchid", "1900000109"},
            {"description", QStringLiteral("拿铁 大杯")},
            {"out_trade_no", outTradeNo},
            {"notify_url", "http://127.0.0.1:8080/wechatpay/notify"},
            {"amount", QJsonObject{{"total", totalFen}, {"currency", "CNY"}}}};
}

HttpReply SimulatorRig::query(const QByteArray &outTradeNo)
{
    return call("GET", "/v3/pay/transactions/out-trade-no/" + outTradeNo.toPercentEncoding() + "?mchid=1900000109");
}

HttpReply SimulatorRig::close(const QByteArray &outTradeNo)
{
    return call("POST", "/v3/pay/transactions/out-trade-no/" + outTradeNo.toPercentEncoding() + "/close",
                {{"mchid", "1900000109"}});
}

QJsonObject SimulatorRig::paid(const QString &outTradeNo, qint64 totalFen)
{
    create(order(outTradeNo, totalFen));
    return objectIn(control("POST", "/sim/pay", {{"out_trade_no", outTradeNo}}).body);
}

QJsonObject SimulatorRig::refundOf(const QJsonObject &transaction, const QString &outRefundNo, qint64 fen)
{
    return {{"transaction_id", transaction["transaction_id"]},
            {"out_refund_no", outRefundNo},
            {"reason", QStringLiteral("点错了")},
            {"amount",
             QJsonObject{{"refund", fen}, {"total", transaction["amount"].toObject()["total"]}, {"currency", "CNY"}}}};
}

QJsonObject SimulatorRig::opened(const HttpCall &notification) const
{
    const QJsonObject resource = objectIn(notification.body)["resource"].toObject();
    const auto plain =
        AesGcm::withKey(simulator->keys().apiV3Key())
            ->open(QByteArray::fromBase64(resource["ciphertext"].toString().toLatin1()),
                   resource["nonce"].toString().toLatin1(), resource["associated_data"].toString().toLatin1());
    return plain ? objectIn(*plain) : QJsonObject();
}

QString SimulatorRig::stateOf(const QByteArray &outTradeNo)
{
    return objectIn(query(outTradeNo).body)["trade_state"].toString();
}

QString SimulatorRig::codeUrlOf(const QJsonObject &body)
{
    return objectIn(create(body).body)["code_url"].toString();
}

void SimulatorRig::advance(std::chrono::milliseconds span)
{
    QCoreApplication::processEvents();
    clock.advance(span);
    QCoreApplication::processEvents();
}

QString SimulatorRig::signatureFault(const HttpHeaders &headers, const QByteArray &body) const
{
    const QByteArray timestamp = headers.value("Wechatpay-Timestamp");
    const QByteArray serial = headers.value("Wechatpay-Serial");
    const SimulatorKeys &keys = simulator->keys();
    if (qAbs(timestamp.toLongLong() - clock.nowMs() / 1000) >= 300)
        return QStringLiteral("stale");
    if (serial != keys.publicKeyId() && serial != keys.platformCertificate().serial())
        return QStringLiteral("unknown serial");
    const RsaPublicKey key =
        serial == keys.publicKeyId() ? keys.publicKeyModeKey().publicKey() : keys.platformCertificate().publicKey();
    const QByteArray lines = timestamp + "\n" + headers.value("Wechatpay-Nonce") + "\n" + body + "\n";
    if (!key.verifiesBase64(lines, headers.value("Wechatpay-Signature")))
        return QStringLiteral("signature does not hold");
    return headers.value("Wechatpay-Signature-Type") == "WECHATPAY2-SHA256-RSA2048" ? QString()
                                                                                    : QStringLiteral("signature type");
}

QJsonObject objectIn(const QByteArray &body)
{
    return QJsonDocument::fromJson(body).object();
}
