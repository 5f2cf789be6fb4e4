// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/Authorization.h"

#include "server/domain/Clock.h"
#include "server/http/HttpMessage.h"
#include "server/simulator/SimulatorKeys.h"

#include <QMap>

namespace {

constexpr char scheme[] = "WECHATPAY2-SHA256-RSA2048";
constexpr qsizetype longestEcho = 256;
using Pairs = QMap<QByteArray, QByteArray>;

/// name="value" pairs separated by commas, in any order, each name once. None when it does not read like that.
std::optional<Pairs> parsePairs(QByteArrayView text)
{
    Pairs pairs;
    qsizetype at = 0;
    while (at < text.size()) {
        while (at < text.size() && (text[at] == ' ' || text[at] == '\t'))
            ++at;
        const qsizetype equals = text.indexOf('=', at);
        if (equals < 0 || equals + 1 >= text.size() || text[equals + 1] != '"')
            return {};
        const qsizetype end = text.indexOf('"', equals + 2);
        if (end < 0 || (end + 1 < text.size() && text[end + 1] != ','))
            return {};
        const QByteArray name = text.sliced(at, equals - at).toByteArray();
        if (pairs.contains(name))
            return {};
        pairs.insert(name, text.sliced(equals + 2, end - equals - 2).toByteArray());
        at = end + 2;
    }
    return pairs;
}

/// Enough to see what we signed, never a whole body: cut where a character ends.
QByteArray truncated(const QByteArray &message)
{
    if (message.size() <= longestEcho)
        return message;
    qsizetype end = longestEcho;
    while (end > 0 && (uchar(message[end]) & 0xc0) == 0x80)
        --end;
    return message.left(end) + "...";
}

GatewayReply signError(const HttpRequest &request, const QByteArray &message, const char *field, const char *issue)
{
    const QJsonObject information{
        {"method", QString::fromLatin1(request.method)},
        {"sign_message_length", message.size()},
        {"truncated_sign_message", QString::fromUtf8(truncated(message))},
        {"url", QString::fromLatin1(request.target)},
    };
    return GatewayReply::refusal(401, QStringLiteral("SIGN_ERROR"), QStringLiteral("错误的签名，验签失败"),
                                 InternalNumber::signature,
                                 {{"detail", QJsonObject{{"issue", QString::fromLatin1(issue)}}},
                                  {"field", QString::fromLatin1(field)},
                                  {"location", "authorization"},
                                  {"sign_information", information}});
}

bool isTimestamp(const QByteArray &text)
{
    return !text.isEmpty() && text.size() <= 12
           && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

std::optional<GatewayReply> Authorization::refusal(const HttpRequest &request, const SimulatorKeys &keys,
                                                   const Clock &realClock)
{
    const QByteArray header = request.headers.value("Authorization");
    const auto refuse = [&request](const QByteArray &message, const char *field, const char *issue) {
        return signError(request, message, field, issue);
    };
    const qsizetype space = header.indexOf(' ');
    if (request.headers.count("Authorization") != 1 || header.left(space) != scheme)
        return refuse({}, "Authorization", "one header with the scheme WECHATPAY2-SHA256-RSA2048 is needed");
    const auto pairs = parsePairs(QByteArrayView(header).sliced(space + 1));
    if (space < 0 || !pairs)
        return refuse({}, "Authorization", "name=\"value\" pairs separated by commas are needed");
    for (const char *name : {"mchid", "nonce_str", "timestamp", "serial_no", "signature"}) {
        if (pairs->value(name).isEmpty())
            return refuse({}, name, "the pair is missing or empty");
    }
    const QByteArray timestamp = pairs->value("timestamp");
    const QByteArray nonce = pairs->value("nonce_str");
    const QByteArray message =
        request.method + '\n' + request.target + '\n' + timestamp + '\n' + nonce + '\n' + request.body + '\n';
    if (pairs->value("mchid") != keys.mchid().toLatin1())
        return refuse(message, "mchid", "no such merchant");
    if (pairs->value("serial_no") != keys.merchantCertificate().serial())
        return refuse(message, "serial_no", "no such merchant certificate");
    if (nonce.size() > 32)
        return refuse(message, "nonce_str", "longer than 32 characters");
    if (!isTimestamp(timestamp) || qAbs(realClock.nowMs() / 1000 - timestamp.toLongLong()) > maxSkewS)
        return refuse(message, "timestamp", "more than 5 minutes from the gateway's clock");
    if (!keys.merchantCertificate().publicKey().verifiesBase64(message, pairs->value("signature")))
        return refuse(message, "signature", "sign not match");
    return {};
}
