// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/checkout/RefundCarrier.h"

#include <algorithm>

using std::chrono::milliseconds;

namespace {

bool mayChange(const Error &error)
{
    return error.code == ErrorCode::Unknown || error.code == ErrorCode::ProviderUnavailable
           || error.code == ErrorCode::RateLimited || error.code == ErrorCode::Busy;
}

/// The code that WeChat's words begin with.
QString codeOf(const Error &refusal)
{
    const auto isPart = [](QChar c) { return (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_'; };
    const QString &words = refusal.message;
    const auto end = std::find_if_not(words.begin(), words.end(), isPart);
    const QString code = words.left(end - words.begin());
    return code.isEmpty() ? QStringLiteral("PROVIDER_REFUSED") : code.left(64);
}

} // namespace

RefundCarrier::RefundCarrier(PaymentProvider &provider, Clock &clock, const CheckoutSettings &settings, Settle settle,
                             Refuse refuse)
    : m_provider(provider), m_clock(clock), m_settings(settings), m_settle(std::move(settle)),
      m_refuse(std::move(refuse))
{
}

QFuture<Result<Refund>> RefundCarrier::carry(const Refund &refund)
{
    if (refund.isFinal())
        return ready(Result<Refund>(refund));
    const auto known = m_loads.value(refund.outRefundNo);
    const LoadPtr load = known ? known : take(refund);
    auto answer = wait(load);
    if (!known)
        begin(load);
    return answer;
}

RefundCarrier::LoadPtr RefundCarrier::take(const Refund &refund)
{
    const auto load = std::make_shared<Load>(Load{.refund = refund, .retry = m_settings.retryDelay});
    m_loads.insert(refund.outRefundNo, load);
    return load;
}

QFuture<Result<Refund>> RefundCarrier::wait(const LoadPtr &load)
{
    const milliseconds turn{m_clock.now().msecsTo(load->refund.askAfter)};
    if (load->refund.accepted || turn >= m_settings.patience)
        return ready(Result<Refund>(load->refund));
    auto promise = std::make_shared<QPromise<Result<Refund>>>();
    promise->start();
    load->waiting.append(promise);
    m_clock.callAfter(m_settings.patience, this, [load, promise] {
        if (load->waiting.removeOne(promise)) {
            promise->addResult(Result<Refund>(load->refund));
            promise->finish();
        }
    });
    return promise->future();
}

void RefundCarrier::learn(const Refund &refund)
{
    const auto load = m_loads.value(refund.outRefundNo);
    if (!load) {
        if (!refund.isFinal())
            begin(take(refund));
        return;
    }
    load->refund = refund;
    if (refund.isFinal()) {
        load->isOver = true;
        m_loads.remove(refund.outRefundNo);
    }
    if (load->refusal && refund.status == RefundStatus::Closed && !refund.accepted)
        answer(*load, *load->refusal);
    else if (refund.accepted || load->isOver)
        answer(*load, refund);
}

void RefundCarrier::begin(const LoadPtr &load)
{
    const Refund &refund = load->refund;
    if (refund.accepted)
        return later(load);
    // Never longer than it was to wait at first, however far back the wall clock has jumped since.
    const milliseconds turn{
        std::min(m_clock.now().msecsTo(refund.askAfter), refund.createdAt.msecsTo(refund.askAfter))};
    if (turn <= milliseconds(0))
        tryOnce(load);
    else
        m_clock.callAfter(turn, this, [this, load] { tryOnce(load); });
}

/// The books keep two refunds of a payment apart; a restart may have let several of them fall due together.
milliseconds RefundCarrier::untilFarEnough(const Load &load)
{
    const qint64 nowMs = m_clock.steadyMs();
    m_askedAtMs.removeIf([nowMs](const auto &asked) { return nowMs - asked.value() >= Refund::spacingMs; });
    const auto asked = m_askedAtMs.constFind(load.refund.transactionId);
    return milliseconds(asked == m_askedAtMs.constEnd() ? 0 : *asked + Refund::spacingMs - nowMs);
}

void RefundCarrier::tryOnce(const LoadPtr &load)
{
    if (load->isOver)
        return;
    if (load->refund.accepted) // a notification was faster
        return later(load);
    if (!load->wasAsked) {
        if (const auto rest = untilFarEnough(*load); rest > milliseconds(0))
            return m_clock.callAfter(rest, this, [this, load] { tryOnce(load); });
        load->wasAsked = true;
        m_askedAtMs[load->refund.transactionId] = m_clock.steadyMs();
    }
    call([this, load] { return m_provider.refund(load->refund); },
         [this, load](const Result<RefundEvent> &seen) { tried(load, seen); });
}

void RefundCarrier::tried(const LoadPtr &load, const Result<RefundEvent> &seen)
{
    if (seen)
        settle(load, *seen);
    else if (mayChange(seen.error()))
        again(load);
    else
        learnItsState(load, seen.error());
}

void RefundCarrier::learnItsState(const LoadPtr &load, const Error &refusal)
{
    // An earlier try of which we never heard may have been taken, and this refusal be about the repetition.
    call([this, load] { return m_provider.queryRefund(load->refund.outRefundNo); },
         [this, load, refusal](const Result<RefundEvent> &seen) {
             if (seen)
                 settle(load, *seen);
             else if (seen.error().code == ErrorCode::NotFound)
                 refuse(load, refusal);
             else
                 again(load);
         });
}

void RefundCarrier::refuse(const LoadPtr &load, const Error &refusal)
{
    const QString code = codeOf(refusal);
    load->refusal = Error{ErrorCode::ProviderRefused, code};
    m_refuse(load->refund.outRefundNo, code).then(this, [this, load](const Result<RefundChange> &) {
        if (!load->isOver) // not written, or WeChat has said otherwise meanwhile
            again(load);
    });
}

void RefundCarrier::again(const LoadPtr &load)
{
    m_clock.callAfter(load->retry, this, [this, load] { tryOnce(load); });
    load->retry = std::min(load->retry * 2, longestRetry);
}

void RefundCarrier::settle(const LoadPtr &load, const RefundEvent &seen)
{
    m_settle(seen).then(this, [this, load](const Result<RefundChange> &change) {
        if (load->isOver)
            return;
        if (change && !change->fits && !load->refund.accepted) // the number is another refund's: ours was never made
            return refuse(load, {ErrorCode::Conflict, QStringLiteral("OUT_REFUND_NO_USED")});
        if (load->refund.accepted)
            later(load);
        else
            again(load); // not written; the repetition does no harm
    });
}

void RefundCarrier::later(const LoadPtr &load)
{
    const bool needsSomebody = load->refund.status == RefundStatus::Abnormal;
    m_clock.callAfter(needsSomebody ? longestQuestion : load->question, this, [this, load] { question(load); });
    load->question = std::min(load->question * 2, longestQuestion);
}

void RefundCarrier::question(const LoadPtr &load)
{
    if (load->isOver)
        return;
    call([this, load] { return m_provider.queryRefund(load->refund.outRefundNo); },
         [this, load](const Result<RefundEvent> &seen) {
             if (seen)
                 settle(load, *seen);
             else if (!load->isOver)
                 later(load);
         });
}

void RefundCarrier::call(const Ask &ask, const Heard &heard)
{
    m_queue.push_back([this, ask, heard] {
        ++m_underWay;
        ask().then(this, [this, heard](const Result<RefundEvent> &seen) {
            --m_underWay;
            heard(seen);
            startNext();
        });
    });
    startNext();
}

void RefundCarrier::startNext()
{
    if (m_underWay >= mostUnderWay || m_queue.empty())
        return;
    const auto next = std::move(m_queue.front());
    m_queue.pop_front();
    next();
}

void RefundCarrier::answer(Load &load, const Result<Refund> &result)
{
    for (const auto &promise : std::exchange(load.waiting, {})) {
        promise->addResult(result);
        promise->finish();
    }
}
