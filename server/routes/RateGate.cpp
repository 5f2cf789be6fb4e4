// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/RateGate.h"

#include "server/http/RateLimits.h"
#include "server/http/StatusText.h"
#include "server/routes/RequestGuard.h"

#include <QLoggingCategory>

Q_LOGGING_CATEGORY(lcRates, "scantill.rates")

namespace {

constexpr int linesAMinute = 10;
const QLatin1String pairingPath("/api/v1/terminals"); // a wrong pairing code is a 403

/// As no token can: what comes after too many wrong ones is not even looked at.
bool canBeGuessed(const HttpRequest &request)
{
    return request.path == QLatin1String("/api/v1/login/pin")
           || (request.method == "POST" && request.path == pairingPath);
}

} // namespace

/// Where WeChat calls in; whose word it is, its signature says.
bool RateGate::isForWeChat(const QString &path) const
{
    return path == QLatin1String("/wechatpay/notify") || path == QLatin1String("/wechat/events")
           || (m_isRelays && path.startsWith(QLatin1String("/wechatpay/notify/")));
}

RateGate::RateGate(const RequestGuard &guard, const RateLimits &limits, Clock &clock)
    : m_guard(guard), m_requests(limits.requestsPerPeer, limits.requests, clock),
      m_wrongTokens(limits.wrongTokensPerPeer, limits.wrongTokens, clock),
      m_wrongNotifications(limits.wrongNotificationsPerPeer, limits.wrongNotifications, clock),
      m_lines(linesAMinute, clock)
{
}

std::optional<HttpReply> RateGate::judge(const HttpRequest &request)
{
    if (!request.countsPerPeer || isForWeChat(request.path))
        return std::nullopt;
    if (canBeGuessed(request)) {
        if (const auto wait = m_wrongTokens.wait(request.peer))
            return tooOften(request.peer, *wait, "wrong tokens or PINs");
    }
    if (m_guard.isTerminal(request))
        return std::nullopt;
    if (const auto wait = m_requests.take(request.peer))
        return tooOften(request.peer, *wait, "requests");
    return std::nullopt;
}

std::optional<HttpReply> RateGate::review(const HttpRequest &request, int status)
{
    const bool toWeChatsRoutes = isForWeChat(request.path);
    const bool isWrong =
        status == 401 || (status == 400 && toWeChatsRoutes) || (status == 403 && request.path == pairingPath);
    if (!request.countsPerPeer || !isWrong)
        return std::nullopt;
    // A till whose session is over has still shown the terminal's token, and tries nothing that could be guessed.
    if (!toWeChatsRoutes && !canBeGuessed(request) && m_guard.isTerminal(request))
        return std::nullopt;
    auto &buckets = toWeChatsRoutes ? m_wrongNotifications : m_wrongTokens;
    const auto wait = buckets.take(request.peer);
    if (!wait)
        return std::nullopt;
    HttpReply reply =
        tooOften(request.peer, *wait, toWeChatsRoutes ? "notifications that do not verify" : "wrong tokens or PINs");
    // Another try costs another connection, of which there are not many either.
    reply.headers.add("Connection", "close");
    return reply;
}

bool RateGate::mayErrAgain(const QHostAddress &peer)
{
    return peer.isLoopback() || !m_wrongTokens.take(peer);
}

HttpReply RateGate::tooOften(const QHostAddress &peer, TokenBuckets::Wait wait, const char *what)
{
    if (const auto leftOut = m_lines.next())
        qCWarning(lcRates).noquote() << "too many" << what << "from" << peer.toString()
                                     << "or in all; lines left out:" << *leftOut;
    HttpReply reply = refusal(429, QStringLiteral("too often; ask again later"));
    reply.headers.add("Retry-After", QByteArray::number(qint64(wait.count() + 999) / 1000));
    return reply;
}
