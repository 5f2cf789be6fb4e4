// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/RateGate.h"

#include "server/http/RateLimits.h"
#include "server/http/StatusText.h"
#include "server/routes/RequestGuard.h"

#include <QLoggingCategory>

Q_LOGGING_CATEGORY(lcRates, "scantill.rates")

namespace {

constexpr int linesAMinute = 10;

} // namespace

/// Where WeChat calls in; whose word it is, its signature says.
template <class Path> bool RateGate::isForWeChat(const Path &path) const
{
    return path == QLatin1String("/wechatpay/notify") || path == QLatin1String("/wechat/events")
           || (m_isRelays && path.startsWith(Path("/wechatpay/notify/")));
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
    // A PIN can be guessed, as no token can: it is not even looked at.
    if (request.path == QLatin1String("/api/v1/login/pin")) {
        if (const auto wait = m_wrongTokens.wait(request.peer))
            return tooOften(request.peer, *wait, "wrong tokens or PINs");
    }
    if (m_guard.isTerminal(request))
        return std::nullopt;
    if (const auto wait = m_requests.take(request.peer))
        return tooOften(request.peer, *wait, "requests");
    return std::nullopt;
}

std::optional<HttpReply> RateGate::review(const RequestOrigin &origin, const QByteArray &path, int status)
{
    const bool toWeChatsRoutes = isForWeChat(path);
    if (!origin.counts || (status != 401 && !(status == 400 && toWeChatsRoutes)))
        return std::nullopt;
    auto &buckets = toWeChatsRoutes ? m_wrongNotifications : m_wrongTokens;
    const auto wait = buckets.take(origin.client);
    if (!wait)
        return std::nullopt;
    HttpReply reply =
        tooOften(origin.client, *wait, toWeChatsRoutes ? "notifications that do not verify" : "wrong tokens or PINs");
    reply.headers.add("Connection",
                      "close"); // another try costs another connection, of which there are not many either
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
