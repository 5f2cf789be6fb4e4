// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/AttackList.h"

namespace {

constexpr qint64 million = 1'000'000;

class Requests
{
public:
    explicit Requests(quint16 port) : m_host("Host: 127.0.0.1:" + QByteArray::number(port) + "\r\n") {}

    QByteArray get(const QByteArray &target, const QByteArray &fields = {}) const
    {
        return "GET " + target + " HTTP/1.1\r\n" + m_host + fields + "\r\n";
    }
    QByteArray post(const QByteArray &target, const QByteArray &fields, const QByteArray &body = {}) const
    {
        return "POST " + target + " HTTP/1.1\r\n" + m_host + fields + "\r\n" + body;
    }
    QByteArray upgrade() const
    {
        return get("/websocket/myHandler", "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                                           "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
    }
    QByteArray host() const { return m_host; }

private:
    QByteArray m_host;
};

/// A client's frame: masked with zeros, of any length.
QByteArray frame(char firstByte, quint64 length, const QByteArray &payload)
{
    QByteArray head(1, firstByte);
    head += length < 126 ? char(0x80 | length) : length < 65'536 ? char(0xfe) : char(0xff);
    for (int shift = length < 126 ? -8 : length < 65'536 ? 8 : 56; shift >= 0; shift -= 8)
        head += char(length >> shift);
    return head + QByteArray(4, '\0') + payload;
}

QList<QByteArray> duplicates(const Requests &requests)
{
    const QByteArray length = "Content-Length: 2\r\n";
    QList<QByteArray> all;
    for (const QByteArray &fields :
         {length + "Content-Length: 3\r\n", length + length, requests.host() + length,
          length + "Authorization: Bearer a\r\nAuthorization: Bearer b\r\n", length + "Transfer-Encoding: chunked\r\n",
          length + "Wechatpay-Signature: a\r\nWechatpay-Signature: b\r\n", length + "Content-Length : 2\r\n",
          length + " folded\r\n", QByteArray("Content-Length: -1\r\n"), QByteArray("Content-Length: 0x2\r\n")})
        all += requests.post("/wechatpay/notify", fields, "{}");
    return all;
}

QList<QByteArray> garbage()
{
    QByteArray noise;
    for (quint32 i = 1, x = 1; i < 2000; ++i) {
        x = x * 1'664'525u + 1'013'904'223u;
        noise += char(x >> 24);
    }
    return {noise,
            QByteArray(2000, '\0'),
            QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11) + noise, // TLS
            QByteArray("\r\n").repeated(5000),
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + noise,
            "GET http://[::1 HTTP/1.1\r\n\r\n",
            "GET / HTTP/9.9\r\n\r\n",
            "\xef\xbb\xbfGET / HTTP/1.1\r\nHost: a\r\n\r\n"};
}

QList<Attack> largeOnes(const Requests &requests)
{
    const QByteArray chunk = "10000\r\n" + QByteArray(65'536, 'x') + "\r\n";
    const QByteArray order = "Content-Type: application/json\r\n";
    return {{.name = "100 MB bodies",
             .openings = {requests.post("/api/v1/orders", order + "Content-Length: 104857600\r\n")},
             .filler = QByteArray(65'536, 'x'),
             .fillerBytes = 100 * million},
            {.name = "100 MB bodies in chunks",
             .openings = {requests.post("/api/v1/orders", order + "Transfer-Encoding: chunked\r\n")},
             .filler = chunk,
             .fillerBytes = 100 * million},
            {.name = "5 MB headers",
             .openings = {"GET / HTTP/1.1\r\n" + requests.host()},
             .filler = "X-Filler: " + QByteArray(1000, 'x') + "\r\n",
             .fillerBytes = 5 * million},
            {.name = "5 MB header lines",
             .openings = {"GET /"},
             .filler = QByteArray(65'536, 'x'),
             .fillerBytes = 5 * million},
            {.name = "50 MB frames",
             .openings = {requests.upgrade()},
             .filler = frame(char(0x81), 50 * million, QByteArray(65'536, 'x')),
             .fillerBytes = 50 * million,
             .fillsAfterReply = true},
            {.name = "50 MB in fragments",
             .openings = {requests.upgrade()},
             .filler = frame(0x01, 60'000, QByteArray(60'000, 'x')),
             .fillerBytes = 50 * million,
             .fillsAfterReply = true}};
}

/// Who takes long, stays silent or does not read.
QList<Attack> slowOnes(const Requests &requests, int slow)
{
    const int some = slow / 10;
    const QByteArray endless = "X-Slow: " + QByteArray(200, 'x');
    return {{.name = "slow-loris",
             .connections = slow,
             .openings = {"GET /healthz HTTP/1.1\r\n" + requests.host()},
             .filler = endless,
             .fillerBytes = million,
             .dripMs = 1000,
             .pauseMs = 5000},
            {.name = "silent", .connections = some, .pauseMs = 5000},
            {.name = "slow bodies",
             .connections = some,
             .openings = {requests.post("/api/v1/orders", "Content-Length: 1048576\r\n")},
             .filler = QByteArray(65'535, 'x'),
             .fillerBytes = 15 * 65'535,
             .pauseMs = 5000},
            {.name = "unfinished frames",
             .connections = some,
             .openings = {requests.upgrade()},
             .filler = frame(char(0x81), 65'536, QByteArray(65'535, 'x')),
             .fillerBytes = 65'000,
             .fillsAfterReply = true,
             .pauseMs = 5000},
            {.name = "never read, WebSocket",
             .connections = some,
             .openings = {requests.upgrade()},
             .filler = frame(char(0x81), 120, QByteArray(120, 'x')),
             .fillerBytes = 1'100 * 126,
             .fillsAfterReply = true,
             .reads = false,
             .pauseMs = 5000},
            {.name = "never read, watching",
             .connections = some,
             .openings = {requests.upgrade()},
             .filler = frame(char(0x81), 41, R"({"action":"create","outTradeNo":"ATTACK"})"),
             .fillerBytes = 47,
             .fillsAfterReply = true,
             .reads = false,
             .pauseMs = 5000},
            {.name = "never read, HTTP",
             .connections = some,
             .openings = {requests.get("/websocket/myHandler")},
             .reads = false,
             .pauseMs = 5000}};
}

/// Many small ones: each costs a request.
QList<Attack> busyOnes(const Requests &requests)
{
    const QByteArray poll = requests.get("/scan/ATTACK?timeout=60");
    const QByteArray stranger = "X-Forwarded-For: 198.51.100.7\r\n";
    const QByteArray wechat =
        "Wechatpay-Serial: PUB_KEY_ID_1\r\nWechatpay-Timestamp: 1700000000\r\nWechatpay-Nonce: n\r\n"
        "Wechatpay-Signature: AAAA\r\nContent-Length: 2\r\n";
    return {{.name = "behind a held poll", .openings = {poll + requests.get("/healthz")}, .pauseMs = 100},
            {.name = "drops behind a held poll",
             .openings = {poll},
             .filler = requests.get("/healthz"),
             .fillerBytes = 20,
             .dripMs = 100,
             .pauseMs = 100},
            {.name = "held polls", .connections = 100, .openings = {poll}},
            {.name = "pushes to those",
             .connections = 2,
             .openings = {requests.get("/newScan/ATTACK", "Connection: close\r\n")}},
            {.name = "duplicate headers", .openings = duplicates(requests), .pauseMs = 100},
            {.name = "garbage", .openings = garbage(), .pauseMs = 100},
            {.name = "forged notifications",
             .openings = {requests.post("/wechatpay/notify", stranger + wechat, "{}")},
             .lifeMs = 200,
             .pauseMs = 100},
            {.name = "wrong tokens",
             .openings = {requests.get("/api/v1/orders", stranger + "Authorization: Bearer guessed\r\n")},
             .lifeMs = 200,
             .pauseMs = 100},
            {.name = "a flood of requests",
             .openings = {requests.get("/healthz", stranger)},
             .filler = requests.get("/healthz", stranger),
             .fillerBytes = 20'000,
             .lifeMs = 1000,
             .pauseMs = 100}};
}

} // namespace

QList<Attack> allAttacks(quint16 port, int slow)
{
    const Requests requests(port);
    return slowOnes(requests, slow) + largeOnes(requests) + busyOnes(requests);
}
