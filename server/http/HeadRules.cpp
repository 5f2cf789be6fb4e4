// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/HeadRules.h"

#include "server/http/Grammar.h"
#include "server/http/StatusText.h"

#include <algorithm>
#include <array>

namespace {

using Fault = std::optional<HttpReply>;

Fault bad(const char *what)
{
    return refusal(400, QString::fromLatin1(what));
}

bool isEqual(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && a.compare(b, Qt::CaseInsensitive) == 0;
}

/// Two of one of these, and two readers could each believe another one.
bool isSingle(QByteArrayView name)
{
    constexpr std::array<QByteArrayView, 8> single{
        "content-length", "host",           "authorization", "transfer-encoding",
        "content-type",   "sec-fetch-site", "origin",        "expect"};
    constexpr QByteArrayView wechatpay("wechatpay-");
    return std::any_of(single.begin(), single.end(), [name](QByteArrayView one) { return isEqual(name, one); })
           || (name.size() > wechatpay.size() && isEqual(name.first(wechatpay.size()), wechatpay));
}

Fault repeatedField(const RequestHead &head)
{
    const auto &fields = head.headers.fields();
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        const bool isRepeated = std::any_of(
            fields.begin(), field, [&field](const auto &earlier) { return isEqual(earlier.first, field->first); });
        if (isRepeated && isSingle(field->first))
            return bad("a header field that must be single is there twice");
    }
    return std::nullopt;
}

Fault lengthFault(const RequestHead &head, const HttpLimits &limits)
{
    const bool hasLength = head.headers.has("Content-Length");
    if (head.headers.has("Transfer-Encoding")) {
        if (hasLength)
            return bad("a length together with a transfer encoding");
        // Qt's chunked reader has no limit and a known fault (reference qt-6.4-traps), so a length is asked for.
        if (head.tokens("Transfer-Encoding") == QList<QByteArray>{"chunked"} && head.minorVersion >= 1)
            return refusal(411, QStringLiteral("send a Content-Length instead of chunks"));
        return bad("a transfer encoding that is not known");
    }
    if (!hasLength)
        return std::nullopt;
    const QByteArray length = head.headers.value("Content-Length");
    if (!isDigits(length) || length.size() > 15)
        return bad("the Content-Length is not a length");
    if (head.contentLength() > limits.maxBodyBytes)
        return refusal(413, QStringLiteral("the body is too large"));
    return std::nullopt;
}

Fault hostFault(const RequestHead &head)
{
    if (head.minorVersion >= 1 && !head.headers.has("Host"))
        return bad("there is no Host");
    if (head.target.startsWith('/'))
        return std::nullopt;
    QByteArray authority = head.target.mid(head.target.indexOf("://") + 3);
    authority = authority.left(authority.indexOf('/')); // all of it when there is no path
    if (authority.compare(head.headers.value("Host"), Qt::CaseInsensitive) != 0)
        return bad("the target names another host than Host");
    return std::nullopt;
}

Fault upgradeFault(const RequestHead &head)
{
    if (!head.asksForWebSocket())
        return std::nullopt;
    const auto upgrade = head.tokens("Upgrade");
    if (head.method != "GET" || head.minorVersion < 1 || head.contentLength() != 0
        || upgrade != QList<QByteArray>{"websocket"} || !head.tokens("Connection").contains("upgrade"))
        return bad("not a WebSocket upgrade");
    if (head.headers.value("Sec-WebSocket-Version") != "13") {
        HttpReply reply = refusal(426, QStringLiteral("WebSocket version 13 only"));
        reply.headers.add("Upgrade", "websocket");
        reply.headers.add("Sec-WebSocket-Version", "13");
        return reply;
    }
    const auto key = QByteArray::fromBase64Encoding(head.headers.value("Sec-WebSocket-Key"),
                                                    QByteArray::AbortOnBase64DecodingErrors);
    if (head.headers.count("Sec-WebSocket-Key") != 1 || !key || key.decoded.size() != 16)
        return bad("the Sec-WebSocket-Key is not one");
    return std::nullopt;
}

} // namespace

std::optional<HttpReply> faultIn(const RequestHead &head, const HttpLimits &limits)
{
    if (auto fault = repeatedField(head))
        return fault;
    if (auto fault = hostFault(head))
        return fault;
    if (auto fault = lengthFault(head, limits))
        return fault;
    if (head.expectsContinue() && head.tokens("Expect") != QList<QByteArray>{"100-continue"})
        return refusal(417, QStringLiteral("only 100-continue can be expected"));
    return upgradeFault(head);
}
