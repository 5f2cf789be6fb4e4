// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/simulator/TimelineReplay.h"

#include "server/domain/Json.h"
#include "server/simulator/ControlGuard.h"
#include "server/simulator/Payments.h"

#include <QJsonArray>

using namespace std::chrono_literals;

namespace {

constexpr qsizetype mostLost = 100;

std::optional<ReplayScript::Call> callOf(const QString &what)
{
    using Call = ReplayScript::Call;
    if (what == QLatin1String("create_answered"))
        return Call::Create;
    if (what == QLatin1String("query"))
        return Call::Query;
    if (what == QLatin1String("close_answered"))
        return Call::Close;
    return std::nullopt;
}

ReplayScript::Reply replyOf(const QJsonObject &mark)
{
    using Outcome = ReplayScript::Outcome;
    const QString how = mark["outcome"].toString();
    const qint64 tookMs = std::clamp<qint64>(mark["took_ms"].toInteger(), 0, FaultPlan::longestDelayMs);
    return {std::chrono::milliseconds(tookMs), how == QLatin1String("no_answer")     ? Outcome::Lost
                                               : how == QLatin1String("unavailable") ? Outcome::Trouble
                                                                                     : Outcome::Answered};
}

QDateTime timeOf(const QJsonObject &mark, const char *member)
{
    return QDateTime::fromString(mark[QLatin1String(member)].toString(), Qt::ISODateWithMs);
}

/// What the notifications' marks say, beside when the customer paid.
NotifyFate fateOf(const QList<QDateTime> &received, const QDateTime &paidAt)
{
    NotifyFate fate;
    fate.lost = received.isEmpty();
    fate.twice = received.size() > 1;
    if (!fate.lost)
        fate.delay = std::chrono::milliseconds(
            std::clamp<qint64>(paidAt.msecsTo(received.first()), 0, FaultPlan::longestNotifyDelayMs));
    return fate;
}

} // namespace

Result<ReplayScript> ReplayScript::fromTimeline(const QJsonObject &timeline)
{
    const QJsonArray marks = timeline["marks"].toArray();
    if (marks.isEmpty() || marks.size() > mostMarks)
        return Error{ErrorCode::InvalidInput, QStringLiteral("timeline: an order's, with its marks")};
    ReplayScript script;
    QDateTime begun, paidAt;
    QList<QDateTime> received;
    for (const QJsonValue value : marks) {
        const QJsonObject mark = value.toObject();
        const QString what = mark["what"].toString();
        if (what == QLatin1String("create_asked") && !begun.isValid())
            begun = timeOf(mark, "at");
        else if (what == QLatin1String("success"))
            paidAt = timeOf(mark, "success_time");
        else if (what == QLatin1String("notify_received"))
            received.append(timeOf(mark, "at"));
        const auto call = callOf(what);
        const qsizetype times = std::clamp<qint64>(mark["count"].toInteger(1), 1, mostReplies);
        if (call && script.replies[*call].size() + times <= mostReplies)
            script.replies[*call].append(QList<Reply>(times, replyOf(mark)));
    }
    if (script.replies.isEmpty() || !begun.isValid())
        return Error{ErrorCode::InvalidInput, QStringLiteral("timeline: nothing in it was asked of the provider")};
    if (!paidAt.isValid())
        return script;
    script.paysAfter =
        std::chrono::milliseconds(std::clamp<qint64>(begun.msecsTo(paidAt), 0, FaultPlan::longestNotifyDelayMs));
    script.fate = fateOf(received, paidAt);
    return script;
}

TimelineReplay::TimelineReplay(Payments &payments, Faults &faults, Clock &realClock, Clock &clock, QObject *parent)
    : QObject(parent), m_payments(payments), m_faults(faults), m_realClock(realClock), m_clock(clock)
{
}

HttpReply TimelineReplay::arm(const HttpRequest &request)
{
    if (const auto refusal = ControlGuard::outsider(request))
        return *refusal;
    const auto body = Json::parseObject(request.body);
    const auto script =
        body ? ReplayScript::fromTimeline((*body)["timeline"].toObject()) : Result<ReplayScript>(body.error());
    if (!script)
        return ControlGuard::refused(400, "PARAM_ERROR", script.error().message);
    m_script = *script;
    m_order.clear();
    qint64 replies = 0;
    for (const auto &each : script->replies)
        replies += each.size();
    const QJsonValue never(QJsonValue::Null);
    return HttpReply::json(
        200, {{"replies", replies},
              {"pays_after_ms", script->paysAfter ? QJsonValue(qint64(script->paysAfter->count())) : never},
              {"notify", script->fate.lost    ? QStringLiteral("lost")
                         : script->fate.twice ? QStringLiteral("twice")
                                              : QStringLiteral("once")}});
}

bool TimelineReplay::isOurs(ReplayScript::Call call, const HttpRequest &request)
{
    if (!m_script)
        return false;
    if (call != ReplayScript::Call::Create)
        return !m_order.isEmpty() && request.captures.value(0) == m_order;
    const auto body = Json::parseObject(request.body);
    const QString number = body ? (*body)["out_trade_no"].toString() : QString();
    if (m_order.isEmpty() && !number.isEmpty())
        begin(number);
    return !number.isEmpty() && number == m_order;
}

void TimelineReplay::begin(const QString &outTradeNo)
{
    m_order = outTradeNo;
    if (!m_script->paysAfter)
        return;
    m_faults.plan(outTradeNo, m_script->fate);
    m_clock.callAfter(*m_script->paysAfter, this, [this, outTradeNo] {
        (void)m_payments.pay(outTradeNo); // refused when it is paid or closed by then: so it is with customers
    });
}

QFuture<HttpReply> TimelineReplay::around(ReplayScript::Call call, const HttpRequest &request, const Handler &handler)
{
    if (!isOurs(call, request) || m_script->replies.value(call).isEmpty())
        return handler(request);
    const auto reply = m_script->replies[call].takeFirst();
    switch (reply.outcome) {
    case ReplayScript::Outcome::Answered:
        return late(handler(request), reply.delay);
    case ReplayScript::Outcome::Lost:
        (void)handler(request); // done, and nobody hears of it
        return never();
    case ReplayScript::Outcome::Trouble:
        break;
    }
    return late(ready(HttpReply::json(503, {{"code", "SERVICE_UNAVAILABLE"}, {"message", "系统繁忙"}})), reply.delay);
}

QFuture<HttpReply> TimelineReplay::late(QFuture<HttpReply> reply, std::chrono::milliseconds delay)
{
    auto promise = std::make_shared<QPromise<HttpReply>>();
    promise->start();
    reply.then(this, [this, promise, delay](const HttpReply &made) {
        m_realClock.callAfter(delay, this, [promise, made] {
            promise->addResult(made);
            promise->finish();
        });
    });
    return promise->future();
}

QFuture<HttpReply> TimelineReplay::never()
{
    auto promise = std::make_shared<QPromise<HttpReply>>();
    promise->start();
    if (m_lost.size() >= mostLost)
        m_lost.removeFirst();
    m_lost.append(promise);
    return promise->future();
}
