// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/HttpMessage.h"
#include "server/http/TokenBuckets.h"
#include "server/runtime/LineLimit.h"

#include <optional>

class RequestGuard;
struct RateLimits;

/// Who asks too often (API.md, "Rates"). Payments are not in its way: whoever has the terminal's token is not counted,
/// and neither is WeChat: a notification is judged by its signature, and only one that does not hold is counted, after
/// it was looked at. So nobody who shares an address with a till or with WeChat can have either refused.
class RateGate
{
public:
    /// Both outlive this.
    RateGate(const RequestGuard &guard, const RateLimits &limits, Clock &clock);

    /// WeChat calls in at an address for each shop, which has rates of its own.
    void isRelays() { m_isRelays = true; }
    /// Before a request is looked at: a 429, or nothing.
    std::optional<HttpReply> judge(const HttpRequest &request);
    /// After it was answered with that status: what is said instead, or nothing.
    std::optional<HttpReply> review(const HttpRequest &request, int status);
    /// A token that opens nothing, where no status tells of it. False: there were too many.
    bool mayErrAgain(const QHostAddress &peer);

private:
    bool isForWeChat(const QString &path) const;
    HttpReply tooOften(const QHostAddress &peer, TokenBuckets::Wait wait, const char *what);

    const RequestGuard &m_guard;
    TokenBuckets m_requests;
    TokenBuckets m_wrongTokens;
    TokenBuckets m_wrongNotifications;
    LineLimit m_lines;
    bool m_isRelays = false;
};
